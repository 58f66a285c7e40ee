import fc from "fast-check";
import { expect, test } from "vitest";
import { commentLine, toCsv } from "./csv.ts";

const cell = (value: string | number | null) => toCsv([[value]]).slice(0, -2);

test("ends every row with CRLF and leaves what is missing empty", () => {
  expect(
    toCsv([
      ["a", "b"],
      [1, null],
      [-2.5, ""],
    ]),
  ).toBe("a,b\r\n1,\r\n-2.5,\r\n");
});

test.each([
  "plain",
  "800,000",
  'the "laundry"',
  "two\nlines",
  "two\r\nlines",
  ' "',
  "Zelensky’s 20 points",
  "",
])("%j survives parsing", (text) => {
  expect(unquote(cell(text))).toBe(text);
});

test.each([
  "=1+1",
  "=HYPERLINK(0)",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(A1)",
  "\n=1",
  "＝1+1",
  "＠SUM(A1)",
  '="a"", b',
])("keeps a spreadsheet from running %j", (text) => {
  expect(unquote(cell(text))).toBe(`'${text}`);
});

test.each(["-5", "+5", "-0.5", "2025-11-23", "24/7", "a=b", "'quoted'"])("leaves %j as it is", (text) => {
  expect(cell(text)).toBe(text);
});

/** What a reader of CSV makes of a cell. */
function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}

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
