import { describe, expect, test } from "vitest";
import { breadcrumbList, dataset, explainerArticle, jsonLd } from "./structured.ts";

describe("JSON-LD", () => {
  test("cannot end its script, whatever a text holds, and reads as it was written", () => {
    const text = '</script><script>alert(1)</script><!-- \u2028 "quoted" & é';
    const written = jsonLd([{ "@type": "Thing", name: text }]);
    expect(written).not.toMatch(/</);
    expect(JSON.parse(written)["@graph"][0].name).toBe(text);
  });

  test("of an article has what search engines ask for, with full addresses", () => {
    const node = explainerArticle({
      id: "plan",
      title: "T",
      description: "D",
      modified: "2026-12-01",
    });
    expect(node).toMatchObject({
      headline: "T",
      image: "https://draft-by-draft.example/cards/plan.png",
      mainEntityOfPage: "https://draft-by-draft.example/plan/",
      dateModified: "2026-12-01",
      publisher: { name: "Draft by Draft" },
    });
  });

  test("of a dataset names each file and each source once", () => {
    const facts = { path: "/charts/a/", title: "T", description: "D", files: "/charts/a" };
    expect(dataset({ ...facts, basedOn: ["https://a.example/", "https://a.example/"] })).toMatchObject({
      isBasedOn: ["https://a.example/"],
      distribution: [
        { contentUrl: "https://draft-by-draft.example/charts/a.csv", encodingFormat: "text/csv" },
        { contentUrl: "https://draft-by-draft.example/charts/a.json", encodingFormat: "application/json" },
      ],
    });
    expect(dataset(facts)).not.toHaveProperty("isBasedOn");
  });

  test.each([
    [undefined, ["Draft by Draft", "Title"]],
    ["timeline", ["Draft by Draft", "Timeline", "Title"]],
  ] as const)("leads from the front page to a page, under %s", (above, names) => {
    expect(breadcrumbList("/events/a/", "Title", above)).toMatchObject({
      itemListElement: names.map((name, i) => ({ position: i + 1, name })),
    });
  });
});
