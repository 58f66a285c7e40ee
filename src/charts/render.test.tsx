import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Drawing, LAYOUTS, px } from "./drawing.ts";
import { renderInline, renderStandalone } from "./render.tsx";

const drawing: Drawing = {
  width: 200,
  height: 100,
  body: (
    <g>
      <defs>
        <g id="confirmed">
          <circle r={5} />
        </g>
        <clipPath id="cut" />
      </defs>
      <use href="#confirmed" x={10} y={50} clip-path="url(#cut)" />
      <text x={20} y={50}>
        {'AT&T’s < "quoted" label'}
      </text>
    </g>
  ),
  hits: [
    { x: 0, y: 0, width: 200, height: 50, label: "First & <foremost>", href: "/plan/drafts/us-28/#army" },
    { x: 0, y: 50, width: 200, height: 50, label: "Second" },
  ],
};
const caption = { id: "army-cap", title: 'Caps & "limits" <1', description: "It rose & fell." };

/** Every value of an attribute in a text of markup. */
const values = (markup: string, attribute: string) =>
  [...markup.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, "g"))].map(([, value]) => value!);

describe("a drawing in a page", () => {
  const html = renderInline(drawing, LAYOUTS.wide, caption);

  test("is one named image whose inside is hidden", () => {
    const named =
      /<svg class="chart"[^>]*role="img"[^>]*aria-labelledby="([^"]+)"[^>]*><title id="([^"]+)">([^<]*)<\/title><g aria-hidden="true">/.exec(
        html,
      );
    expect(named?.[1]).toBe("army-cap-wide-title");
    expect(named?.[2]).toBe(named?.[1]);
    expect(named?.[3]).toBe("Caps &amp; &quot;limits&quot; &lt;1");
  });

  test("has its size in the view box, so that it can shrink", () => {
    expect(values(html, "viewBox")).toEqual(["0 0 200 100", "0 0 200 100"]);
  });

  test("has ids that no other chart of the page can have, and points at them", () => {
    expect(values(html, "id")).toEqual([
      "army-cap-wide-title",
      "army-cap-wide-confirmed",
      "army-cap-wide-cut",
    ]);
    expect(values(html, "href").filter((href) => href.startsWith("#"))).toEqual(["#army-cap-wide-confirmed"]);
    expect(values(html, "clip-path")).toEqual(["url(#army-cap-wide-cut)"]);
    const other = renderInline(drawing, LAYOUTS.wide, { ...caption, id: "other" });
    expect(values(other, "id").filter((id) => values(html, "id").includes(id))).toEqual([]);
    const narrow = renderInline({ ...drawing, body: <g /> }, LAYOUTS.narrow, caption);
    expect(values(narrow, "id").filter((id) => values(html, "id").includes(id))).toEqual([]);
  });

  test("leaves words alone that look like ids", () => {
    const text = 'an id="x" and url(#y) and href="#z"';
    expect(renderInline({ ...drawing, body: <text>{text}</text> }, LAYOUTS.wide, caption)).toContain(
      `>${text.replaceAll('"', "&quot;")}<`,
    );
  });

  test("has an area a row, which says it and leads on by mouse but not by keyboard", () => {
    const hits = html.slice(html.indexOf('<svg class="hits"'));
    expect(hits).toMatch(/^<svg class="hits"[^>]*aria-hidden="true"/);
    expect(hits).toContain(
      '<a href="/plan/drafts/us-28/#army" tabindex="-1"><rect x="0" y="0" width="200" height="50"><title>First &amp; &lt;foremost&gt;</title></rect></a>',
    );
    expect(hits).toContain('<rect x="0" y="50" width="200" height="50"><title>Second</title></rect>');
    expect(hits.match(/<a /g)).toHaveLength(1);
  });

  test("has areas of whole pixels, neighbours without a gap", () => {
    const [first, second] = [0, 26.4].map((x) => ({ x, y: 3.6, width: 26.4, height: 20.3, label: "cell" }));
    const cells = renderInline({ ...drawing, hits: [first!, second!] }, LAYOUTS.narrow, caption);
    const rects = [...cells.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g)].map((rect) =>
      rect.slice(1).map(Number),
    );
    expect(rects).toEqual([
      [0, 4, 26, 20],
      [26, 4, 27, 20],
    ]);
  });

  test("can go without tooltips", () => {
    const plain = renderInline(drawing, LAYOUTS.wide, caption, { tooltips: false });
    expect(plain.match(/<title/g)).toHaveLength(1);
    expect(plain.match(/<rect/g)).toHaveLength(2);
  });

  test("opens its links where it is told to", () => {
    expect(values(html, "target")).toEqual([]);
    expect(values(renderInline(drawing, LAYOUTS.wide, caption, { target: "_blank" }), "target")).toEqual([
      "_blank",
    ]);
  });

  test("carries no style attribute and no script, so that it passes a strict policy", () => {
    expect(html).not.toMatch(/\sstyle=|<script|\son\w+=/);
  });
});

describe("a drawing in a file of its own", () => {
  const style =
    '.chart > .paper{fill:#fff}@media (prefers-color-scheme:dark){.paper{fill:#000}}text{font-family:"Source Sans 3"}';
  const svg = renderStandalone(drawing, caption, style);

  test("is well-formed XML of the size it says", () => {
    const { width, height } = new Resvg(svg);
    expect({ width, height }).toEqual({ width: 200, height: 100 });
    expect(svg).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/,
    );
  });

  test("is refused by the same parser if a single end tag or an escape is missing", () => {
    for (const broken of [
      svg.replace("</defs>", ""),
      svg.replace("AT&amp;T", "AT&T"),
      svg.replace('y="50"', 'y="50" y="51"'),
      svg.replace("&lt; ", "< "),
    ]) {
      expect(broken).not.toBe(svg);
      expect(() => new Resvg(broken)).toThrow();
    }
  });

  test("names and describes itself", () => {
    expect(values(svg, "role")).toEqual(["img"]);
    expect(values(svg, "aria-labelledby")).toEqual(["title desc"]);
    expect(svg).toContain(
      '<title id="title">Caps &amp; &quot;limits&quot; &lt;1</title><desc id="desc">It rose &amp; fell.</desc>',
    );
  });

  test("stands on its own paper, below everything else", () => {
    expect(svg.indexOf('<rect class="paper" width="200" height="100"')).toBeGreaterThan(0);
    expect(svg.indexOf('class="paper"')).toBeLessThan(svg.indexOf("<use"));
  });

  test("is well-formed whatever its words are", () => {
    const words = fc.string({ unit: "grapheme" }).filter((text) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text));
    fc.assert(
      fc.property(words, words, (title, label) => {
        new Resvg(
          renderStandalone(
            { ...drawing, body: <text>{label}</text> },
            { id: "x", title, description: title },
            style,
          ),
        );
      }),
    );
    new Resvg(
      renderStandalone({ ...drawing, body: <text>{"]]> --> <![CDATA[ &amp; <!--"}</text> }, caption, style),
    );
  });

  test("is the same each time", () => expect(renderStandalone(drawing, caption, style)).toBe(svg));
});

describe("coordinates", () => {
  test("are rounded to a tenth", () =>
    expect([1, 1.04, 1.06, -0.26, 1e6 + 0.123].map((value) => px(value))).toEqual([
      1, 1, 1.1, -0.3, 1000000.1,
    ]));
  test.for([NaN, Infinity, -Infinity])("are never %d", (value) =>
    expect(() => px(value)).toThrow(RangeError),
  );
});
