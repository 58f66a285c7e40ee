import { describe, expect, test } from "vitest";
import { folderOf, pageOf } from "./page.fixture.ts";
import { checkStructuredData } from "./structured-data.ts";

const SITE = "https://draft-by-draft.example";

describe("structured data", () => {
  const crumbs = {
    "@type": "BreadcrumbList",
    itemListElement: [{ "@type": "ListItem", position: 1, name: "A", item: `${SITE}/a/` }],
  };
  const root = folderOf({ "a/index.html": "", "people/b/index.html": "" });
  const check = (url: string, ...nodes: unknown[]) =>
    checkStructuredData(
      [pageOf(url, `<script type="application/ld+json">${JSON.stringify({ "@graph": nodes })}</script>`)],
      root,
    );

  test("that is whole passes", () => {
    expect(check("/about/", crumbs)).toEqual([]);
  });

  test("of the wrong kind for its page is missed", () => {
    expect(check("/plan/", crumbs)).toEqual([
      expect.stringContaining("plan/index.html: JSON-LD: no NewsArticle"),
    ]);
    expect(check("/about/")).toEqual([expect.stringContaining("no BreadcrumbList")]);
  });

  test("that has an empty property is named", () => {
    expect(check("/about/", { ...crumbs, itemListElement: [] })).toEqual([
      expect.stringContaining("`itemListElement` of a BreadcrumbList is empty"),
    ]);
    const dataset = {
      "@type": "Dataset",
      name: "",
      description: "Short.",
      url: `${SITE}/a/`,
      license: "x",
      creator: "x",
    };
    expect(check("/about/", crumbs, dataset)).toEqual([
      expect.stringContaining("`name` of a Dataset is empty"),
      expect.stringContaining("fewer than 50 characters"),
    ]);
  });

  test("that says more of a person than names and office is stopped", () => {
    const person = { "@type": "Person", name: "B", url: `${SITE}/people/b/`, accusation: "x" };
    expect(check("/people/b/", crumbs, person)).toEqual([
      expect.stringContaining("a Person says `accusation`"),
    ]);
  });

  test("that leads nowhere or does not parse", () => {
    const lost = { "@type": "ListItem", position: 1, name: "A", item: `${SITE}/gone/` };
    expect(check("/about/", { ...crumbs, itemListElement: [lost] })).toEqual([
      expect.stringContaining("leads to `https://draft-by-draft.example/gone/`"),
    ]);
    expect(
      checkStructuredData([pageOf("/about/", '<script type="application/ld+json">{,}</script>')], root),
    ).toEqual([expect.stringContaining("does not parse")]);
  });
});
