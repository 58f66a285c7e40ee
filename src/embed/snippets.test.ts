import { describe, expect, test } from "vitest";
import { charts } from "../content.ts";
import type { Chart } from "../views/read-charts.ts";
import { embedHeightCss, greatestHeight } from "./size.ts";
import { attribute, elementSnippet, iframeSnippet, imageSnippet, THEMES } from "./snippets.ts";

const [real] = charts as [Chart];
const chart: Chart = { ...real, title: 'Caps & "limits" <rose>', view: { ...real.view, description: 'It <rose> & "fell".' } };
const ROOT = "https://a.example/base/";
const NAME = "Caps &amp; &quot;limits&quot; &lt;rose&gt; – Draft by Draft";
const SIZE = { width: 1200, height: 800 };

test("text in an attribute cannot leave it", () => {
  expect(attribute(`"><script>&quot;'`)).toBe("&quot;&gt;&lt;script&gt;&amp;quot;'");
  expect(attribute("plain – text")).toBe("plain – text");
});

describe("the frame", () => {
  const snippet = iframeSnippet(chart, ROOT, "auto");

  test("is one, with its address and its name, escaped", () => {
    expect(snippet.match(/<iframe /g)).toHaveLength(1);
    expect(snippet).toContain(` src="${ROOT}embed/${chart.id}/"`);
    expect(snippet).toContain(` title="${NAME}"`);
    expect(snippet).toMatch(/<\/iframe><\/div>$/);
  });

  test("loads late, keeps its height in a container of its own", () => {
    const height = greatestHeight(chart);
    expect(snippet).toContain(`<div style="container-type:inline-size;width:100%">`);
    expect(snippet).toContain(' loading="lazy"');
    expect(snippet).toContain(`height:${height}px;height:${embedHeightCss(chart)}"></iframe>`);
  });

  test("has a size without its style too", () => {
    expect(snippet.replaceAll(/ style="[^"]*"/g, "")).toContain(` width="100%" height="${greatestHeight(chart)}" frameborder="0"`);
  });

  test("says the theme twice: for the script, and for frames without one", () => {
    expect(iframeSnippet(chart, ROOT, "dark")).toContain(` src="${ROOT}embed/${chart.id}/?theme=dark#dark"`);
    expect(iframeSnippet(chart, ROOT, "light")).toContain(` src="${ROOT}embed/${chart.id}/?theme=light#light"`);
  });
});

describe("the element", () => {
  const snippet = elementSnippet(chart, ROOT, "auto");

  test("keeps its height before the script has come, and holds a link until then", () => {
    expect(snippet).toContain(`<draft-chart chart="${chart.id}" style="display:block;min-height:${embedHeightCss(chart)}">`);
    expect(snippet).toContain(`<a href="${ROOT}charts/${chart.id}/">${NAME}</a></draft-chart>`);
    expect(snippet).toContain(`<script async src="${ROOT}embed.js"></script>`);
    expect(elementSnippet(chart, ROOT, "light")).toContain(' theme="light" ');
  });
});

describe("the picture", () => {
  test("is light and dark as the reader prefers, or one of them", () => {
    const sources = (theme: (typeof THEMES)[number]) =>
      [...imageSnippet(chart, ROOT, theme, SIZE).matchAll(/src(?:set)?="([^"]*)"/g)].map((match) => match[1]);
    expect(sources("auto")).toEqual([`${ROOT}charts/${chart.id}-dark.png`, `${ROOT}charts/${chart.id}.png`]);
    expect(sources("light")).toEqual([`${ROOT}charts/${chart.id}.png`]);
    expect(sources("dark")).toEqual([`${ROOT}charts/${chart.id}-dark.png`]);
  });

  test("has its size, its text, its credit and a link", () => {
    const snippet = imageSnippet(chart, ROOT, "auto", SIZE);
    expect(snippet).toContain(' alt="It &lt;rose&gt; &amp; &quot;fell&quot;." width="1200" height="800" ');
    expect(snippet).toMatch(
      new RegExp(
        `<figcaption><a href="${ROOT}charts/${chart.id}/">[^<]*Draft by Draft</a>, <a href="[^"]*by/4.0/">CC BY 4.0</a></figcaption>`,
      ),
    );
  });
});

test("only the element asks for a script", () => {
  for (const theme of THEMES) {
    for (const snippet of [iframeSnippet(chart, ROOT, theme), imageSnippet(chart, ROOT, theme, SIZE)])
      expect(snippet).not.toMatch(/<script|\son\w+=|javascript:/);
    expect(elementSnippet(chart, ROOT, theme).match(/<script/g)).toHaveLength(1);
  }
});
