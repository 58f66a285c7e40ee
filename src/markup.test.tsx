import fc from "fast-check";
import { expect, test } from "vitest";
import { toMarkup } from "./markup.ts";

const Name = ({ of }: { of: string }) => <tspan>{of}</tspan>;

test("elements, lists, fragments and components keep their order, empty ones are omitted", () => {
  expect(
    toMarkup(
      <g class="a" aria-hidden="true" id={undefined}>
        {[1, 2].map((value) => (
          <text x={value + 0.04}>{value}</text>
        ))}
        <>
          {false}
          {null}
          <Name of="b" />
        </>
      </g>,
    ),
  ).toBe('<g class="a" aria-hidden="true"><text x="1">1</text><text x="2">2</text><tspan>b</tspan></g>');
});

test("a group without attributes leaves its content alone", () => {
  const content = <path d="M0 0" />;
  expect(toMarkup(<g>{content}</g>)).toBe('<path d="M0 0"></path>');
  expect(toMarkup(<g class={undefined}>{content}</g>)).toBe('<path d="M0 0"></path>');
  expect(toMarkup(<g class="a">{content}</g>)).toBe('<g class="a"><path d="M0 0"></path></g>');
});

test("no text can leave its place, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const markup = toMarkup(<text aria-label={text}>{text}</text>);
      const [, value, words] = /^<text aria-label="([^"<>]*)">([^<>]*)<\/text>$/s.exec(markup)!;
      const unescaped = (escaped: string) =>
        escaped.replace(
          /&(amp|lt|gt|quot);/g,
          (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name]!,
        );
      // XML forbids some characters, even escaped.
      const allowed = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
      expect([unescaped(value!), unescaped(words!)]).toEqual([allowed, allowed]);
    }),
  );
});

test("a prefix goes in front of ids and references, and of nothing else", () => {
  expect(
    toMarkup(
      <g id="a">
        <use href="#a" clip-path="url(#b)" />
        <a href="/plan/#a">id="a" #a url(#a)</a>
      </g>,
      "x-",
    ),
  ).toBe(
    '<g id="x-a"><use href="#x-a" clip-path="url(#x-b)"></use><a href="/plan/#a">id=&quot;a&quot; #a url(#a)</a></g>',
  );
});

test("lengths in a path and a transform are rounded, a scale is not", () => {
  expect(
    toMarkup(
      <g transform="translate(1.2345 -6.75) scale(0.9876)">
        <path d="M1.26 2e-7L12.349 3v4.5" />
      </g>,
    ),
  ).toBe('<g transform="translate(1.2 -6.7) scale(0.9876)"><path d="M1.3 0L12.3 3v4.5"></path></g>');
  expect(() => toMarkup(<path d="MNaN 0" />)).toThrow(RangeError);
});
