import { describe, expect, test } from "vitest";
import {
  breadcrumbList,
  breadcrumbs,
  dataset,
  explainerArticle,
  jsonLd,
  personNode,
  webSite,
} from "./structured.ts";
import { WHOLE } from "../ledger/ledger.fixture.ts";

describe("JSON-LD", () => {
  test("cannot end its script, whatever a text holds, and reads as it was written", () => {
    const text = '</script><script>alert(1)</script><!-- \u2028 "quoted" & é';
    const written = jsonLd([{ "@type": "Thing", name: text }]);
    expect(written).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(written)["@graph"][0].name).toBe(text);
  });

  test("of an article has what search engines ask for, with full addresses", () => {
    const node = explainerArticle({
      id: "plan",
      title: "T",
      description: "D",
      topic: "plan",
      modified: "2026-12-01",
    });
    expect(node).toMatchObject({
      headline: "T",
      image: "https://draft-by-draft.example/cards/plan.png",
      mainEntityOfPage: "https://draft-by-draft.example/plan/",
      dateModified: "2026-12-01",
      publisher: { correctionsPolicy: "https://draft-by-draft.example/about/#corrections" },
    });
    expect(node).not.toHaveProperty("correctionsPolicy");
  });

  test("of a dataset names each file and each source once, and no source if it has no sources", () => {
    const facts = {
      path: "/charts/a/",
      title: "T",
      description: "D",
      files: "/charts/a",
    };
    expect(dataset({ ...facts, sources: ["https://a.example/", "https://a.example/"] })).toMatchObject({
      isBasedOn: ["https://a.example/"],
      distribution: [
        { contentUrl: "https://draft-by-draft.example/charts/a.csv", encodingFormat: "text/csv" },
        { contentUrl: "https://draft-by-draft.example/charts/a.json", encodingFormat: "application/json" },
      ],
    });
    expect(dataset(facts)).not.toHaveProperty("isBasedOn");
  });

  test("of a person holds names, each once, and office only", () => {
    const [somebody] = WHOLE.people;
    expect(personNode({ ...somebody!, also: ["B", "B", somebody!.name], side: "europe" })).toEqual({
      "@type": "Person",
      name: somebody!.name,
      alternateName: ["B"],
      description: somebody!.role,
      url: `https://draft-by-draft.example/people/${somebody!.id}/`,
    });
  });

  test("of the site gives its search page", () => {
    expect(JSON.stringify(webSite())).toContain(
      "https://draft-by-draft.example/search/?q={search_term_string}",
    );
  });
});

describe("breadcrumbs", () => {
  test.each([
    ["/", ["/"]],
    ["/plan/", ["/", "/plan/"]],
    ["/drafts/us-28/", ["/", "/drafts/", "/drafts/us-28/"]],
    ["/compare/us-28/e3/", ["/", "/compare/", "/compare/us-28/e3/"]],
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
