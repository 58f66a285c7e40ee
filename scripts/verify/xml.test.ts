import { describe, expect, test } from "vitest";
import { readXml } from "./xml.ts";

describe("XML", () => {
  test.each([
    ['<?xml version="1.0"?>\n<a b="c&amp;d"><e/>&#8217;</a>', undefined],
    ["<a><b></a></b>", "line 1: Expected closing tag 'b'"],
    ["<a>", "Unclosed tag 'a'"],
    ["<a>x & y</a>", '"& y</a>" begins with what XML does not allow'],
    ['<a b="x & y"/>', "XML does not allow"],
    ["<a>1 < 2</a>", "Invalid space after '<'"],
    ["<a>\u0008</a>", "XML does not allow"],
    ["text", "char 't' is not expected"],
  ])("%s", (xml, message) => {
    message === undefined
      ? expect(readXml(xml, [])).toMatchObject({ a: { "@b": "c&d" } })
      : expect(readXml(xml, [])).toContain(message);
  });
});
