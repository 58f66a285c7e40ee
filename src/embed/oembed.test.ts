import { describe, expect, test } from "vitest";
import { charts } from "../content.ts";
import type { Chart } from "../views/read-charts.ts";
import { oEmbed, oEmbedXml } from "./oembed.ts";
import { embedHeight, greatestHeight } from "./size.ts";

const ROOT = "https://a.example/base/";
const SIZE = { width: 1200, height: 800 };

describe.for(charts)("what oEmbed says of $id", (chart) => {
  const answer = oEmbed(chart, ROOT, SIZE);

  test("is of its type, from this site, about this chart", () => {
    expect(answer).toMatchObject({ version: "1.0", type: "rich", title: chart.title, provider_name: "Draft by Draft", provider_url: ROOT });
    expect(answer.author_url).toBe(`${ROOT}charts/${chart.id}/`);
    expect(answer.thumbnail_url).toBe(`${ROOT}charts/${chart.id}.png`);
  });

  test("has the size of the widest drawing, and HTML that is never higher than it says by its attributes", () => {
    expect([answer.width, answer.height]).toEqual([760, embedHeight(chart, 760)]);
    expect(answer.html).toContain(` height="${greatestHeight(chart)}" `);
    expect(answer.html).not.toContain("<script");
  });
});

test("XML holds the same fields, escaped", () => {
  const answer = oEmbed({ ...(charts[0] as Chart), title: 'A < B & "C"' }, ROOT, SIZE);
  const xml = oEmbedXml(answer);
  const unescape = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  const fields = [...xml.matchAll(/^ {2}<(\w+)>([^<]*)<\/\1>$/gm)].map(([, name, value]) => [name, unescape(value!)]);
  expect(Object.fromEntries(fields)).toEqual(Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, String(value)])));
  expect(xml).toContain('<title>A &lt; B &amp; "C"</title>');
  expect(xml).toMatch(/^<\?xml version="1\.0" encoding="utf-8" standalone="yes"\?>\n<oembed>\n[\s\S]*\n<\/oembed>\n$/);
});
