import { describe, expect, test } from "vitest";
import { breadcrumbs } from "./breadcrumbs.ts";
import { article, breadcrumbList, dataset, jsonLd, person, webSite } from "./json-ld.ts";

describe("JSON-LD", () => {
  test("cannot end its script, whatever a text holds, and reads as it was written", () => {
    const text = '</script><script>alert(1)</script><!-- \u2028 "quoted" & é';
    const written = jsonLd([{ "@type": "Thing", name: text }]);
    expect(written).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(written)["@graph"][0].name).toBe(text);
  });

  test("of an article has what search engines ask for, with full addresses", () => {
    const node = article({
      path: "/plan/",
      title: "T",
      description: "D",
      section: "S",
      card: "/cards/plan.png",
      published: "2026-11-24",
      modified: "2026-12-01",
    });
    expect(node).toMatchObject({
      headline: "T",
      image: "https://draft-by-draft.example/cards/plan.png",
      mainEntityOfPage: "https://draft-by-draft.example/plan/",
      datePublished: "2026-11-24",
      dateModified: "2026-12-01",
      publisher: { correctionsPolicy: "https://draft-by-draft.example/about/#corrections" },
    });
    expect(node).not.toHaveProperty("correctionsPolicy");
  });

  test("of a dataset names each file and each source once, and no source where there is none", () => {
    const facts = {
      path: "/charts/a/",
      title: "T",
      description: "D",
      files: [{ path: "/charts/a.csv", type: "text/csv" }],
    };
    expect(dataset({ ...facts, sources: ["https://a.example/", "https://a.example/"] })).toMatchObject({
      isBasedOn: ["https://a.example/"],
      distribution: [
        { contentUrl: "https://draft-by-draft.example/charts/a.csv", encodingFormat: "text/csv" },
      ],
    });
    expect(dataset(facts)).not.toHaveProperty("isBasedOn");
  });

  test("of a person holds names and office only", () => {
    expect(Object.keys(person({ path: "/people/a/", name: "A", also: ["B"], role: "R" })).sort()).toEqual([
      "@type",
      "alternateName",
      "description",
      "name",
      "url",
    ]);
  });

  test("of the site leads to its search page", () => {
    expect(JSON.stringify(webSite())).toContain(
      "https://draft-by-draft.example/search/?q={search_term_string}",
    );
  });
});

describe("breadcrumbs", () => {
  test.each([
    ["/", ["/"]],
    ["/plan/", ["/", "/plan/"]],
    ["/plan/drafts/us-28/", ["/", "/plan/", "/plan/drafts/", "/plan/drafts/us-28/"]],
    ["/plan/compare/us-28/e3/", ["/", "/plan/", "/plan/compare/", "/plan/compare/us-28/e3/"]],
    ["/events/a/", ["/", "/timeline/", "/events/a/"]],
    ["/organisations/eu/", ["/", "/people/", "/organisations/eu/"]],
    ["/somewhere/new/", ["/", "/somewhere/new/"]],
  ])("of %s", (path, expected) => {
    expect(breadcrumbs(path, "Title").map((crumb) => crumb.path)).toEqual(expected);
  });

  test("are counted from one and end with the page", () => {
    const list = breadcrumbList(breadcrumbs("/charts/a/", "A")).itemListElement;
    expect(list).toMatchObject([
      { position: 1 },
      { position: 2, name: "Charts" },
      { position: 3, name: "A" },
    ]);
  });
});
