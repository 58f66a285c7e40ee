import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { embeds } from "../content.ts";
import type { Embeddable } from "../charts/embeddable.ts";
import { embedBox, embedHeightCss } from "./size.ts";
import { elementSnippet, iframeSnippet, imageSnippet, jsxSnippet, shortSnippet, THEMES } from "./snippets.ts";

const [real] = embeds as [Embeddable];
const chart: Embeddable = { ...real, title: 'Caps & "limits" <rose>', description: 'It <rose> & "fell".' };
const clause = embeds.find(({ what }) => what === "clause")!;
const ROOT = "https://a.example/base/";
const NAME = "Caps &amp; &quot;limits&quot; &lt;rose&gt; – Draft by Draft";
const SIZE = { width: 1200, height: 800 };

describe("the frame", () => {
  const snippet = iframeSnippet(chart, ROOT, "auto");

  test("is one, with its address and its name, escaped", () => {
    expect(snippet.match(/<iframe /g)).toHaveLength(1);
    expect(snippet).toContain(` src="${ROOT}embed/${chart.id}/"`);
    expect(snippet).toContain(` title="${NAME}"`);
  });

  test("leaves a credited link when a filter takes the frame out", () => {
    const left = snippet.replace(/<iframe .*<\/iframe>/, "");
    expect(left).toContain(`<a href="${ROOT}charts/${chart.id}/">${NAME}</a>`);
  });

  test("loads late, keeps its height in a container of its own", () => {
    const { height } = embedBox(chart);
    expect(snippet).toContain(`<div style="container-type:inline-size;width:100%">`);
    expect(snippet).toContain(' loading="lazy"');
    expect(snippet).toContain(`height:${height}px;height:${embedHeightCss(chart)}"></iframe>`);
  });

  test("has a size without its style too", () => {
    expect(snippet.replaceAll(/ style="[^"]*"/g, "")).toContain(
      ` width="100%" height="${embedBox(chart).height}" frameborder="0"`,
    );
  });

  test("says the theme twice: for the script, and for frames without one", () => {
    expect(iframeSnippet(chart, ROOT, "dark")).toContain(` src="${ROOT}embed/${chart.id}/?theme=dark#dark"`);
    expect(iframeSnippet(chart, ROOT, "light")).toContain(
      ` src="${ROOT}embed/${chart.id}/?theme=light#light"`,
    );
  });
});

describe("the element", () => {
  const snippet = elementSnippet(chart, ROOT, "auto");

  test("keeps its height before the script has come, and holds a link until then", () => {
    expect(snippet).toContain(
      `<draft-chart chart="${chart.id}" style="display:block;min-height:${embedHeightCss(chart)}">`,
    );
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
    expect(imageSnippet(clause, ROOT, "dark", SIZE) + imageSnippet(clause, ROOT, "auto", SIZE)).not.toContain(
      "-dark",
    );
  });

  test("has its size, its text, its credit and a link", () => {
    const snippet = imageSnippet(chart, ROOT, "auto", SIZE);
    expect(snippet).toContain(' alt="It &lt;rose&gt; &amp; &quot;fell&quot;." width="760" height="507" ');
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

describe("the short frame", () => {
  test("has at most 300 characters, whatever its name and its kind", () => {
    for (const embed of [{ ...chart, title: "A very long title ".repeat(20) }, clause])
      expect(shortSnippet(embed, ROOT, "dark").length, embed.id).toBeLessThanOrEqual(300);
  });
  test("has no style but its border, a height for all widths, and a credited link", () => {
    const snippet = shortSnippet(chart, ROOT, "auto");
    expect(snippet.match(/style="[^"]*"/g)).toEqual(['style="border:0"']);
    expect(snippet).toContain(` height="${embedBox(chart).height}" `);
    expect(snippet).toContain(`<a href="${ROOT}charts/${chart.id}/">Draft by Draft</a>`);
  });
});

test("what is pasted as JSX is JSX, and has no style, which React wants as an object", () => {
  for (const embed of [chart, clause]) {
    const snippet = jsxSnippet(embed, ROOT, "light");
    expect(snippet).toMatch(/ theme="light" shape="[\d.]+ [\d.]+">/);
    const made = transformSync(`<>${snippet}</>`, { loader: "jsx" }).code;
    expect(made).toContain('createElement("draft-chart"');
    expect(made).not.toContain("style:");
  }
  // The picture has style; its tags are closed all the same.
  expect(() => transformSync(imageSnippet(chart, ROOT, "auto", SIZE), { loader: "jsx" })).not.toThrow();
});

test("each kind has an attribute of the element", () => {
  expect(elementSnippet(clause, ROOT, "auto")).toContain(
    `<draft-chart clause="${clause.id.replace("clause/", "")}" `,
  );
});
