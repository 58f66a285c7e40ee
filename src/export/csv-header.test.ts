import fc from "fast-check";
import { expect, test } from "vitest";
import { commentLine } from "./csv-header.ts";

test.for([
  [
    "Source: AP – Title, with a comma – https://a.example/?a=1,2",
    "# Source: AP – Title, with a comma – https://a.example/?a=1,2",
  ],
  ["two\r\nlines\u2028or\u0085more\tand a tab", "# two lines or more and a tab"],
  ['"laundry", said NABU', "# 'laundry', said NABU"],
  ["a,=HYPERLINK(0)", "# a,'=HYPERLINK(0)"],
  ["a; +1+1 | @SUM(A1),－1", "# a; '+1+1 | '@SUM(A1),'－1"],
] as const)("%j becomes %j", ([text, line]) => expect(commentLine(text)).toBe(line));

test("whatever the text is, the line is one comment, opens no quotes and starts no formula", () => {
  const text = fc.string({
    unit: fc.constantFrom(...'\r\n\u2028\u0085\u0000\t",;|=+-@＝－# aї\u{1f600}'),
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, (text) => {
      const line = commentLine(text);
      expect(line).toMatch(/^#/);
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029"]/);
      for (const cell of line.split(/[,;|]/)) expect(cell.trim()).not.toMatch(/^[=+\-@＝＋－＠]/);
    }),
    { numRuns: 500 },
  );
});
