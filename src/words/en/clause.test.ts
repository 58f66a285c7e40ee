import { expect, test } from "vitest";
import { ledgerOf } from "../../ledger/ledger.fixture.ts";
import * as clause from "./clause.ts";

const [leak, geneva, kyiv] = ledgerOf({
  drafts: [
    { id: "leak", short: "Leak", text_public: "full" },
    { id: "geneva", short: "Geneva", text_public: "none" },
    { id: "kyiv", short: "Kyiv", text_public: "partial" },
  ],
}).drafts as [Draft, Draft, Draft];
type Draft = Parameters<typeof clause.known>[0];

test("an answer stands again as in another draft, is left open, or needs no word", () => {
  expect(clause.stand({ kind: "again", against: leak })).toBe("again as in Leak");
  expect(clause.stand({ kind: "open", against: leak })).toBe("left open");
  expect(clause.stand({ kind: "first", against: undefined })).toBe("");
});

test("how public the words of an answer are follows the draft where it was published, else how it is known; with who says so", () => {
  const known = (draft: Draft, certainty: "published" | "reported") =>
    clause.known(draft, { certainty, attributed_to: undefined });
  expect([leak, kyiv, geneva].map((draft) => known(draft, "published"))).toEqual([
    "text published",
    "text public in part",
    "from a published statement",
  ]);
  expect(known(leak, "reported")).toBe("reported");
  expect(clause.known(leak, { certainty: "claimed", attributed_to: "an aide" })).toBe("claimed: an aide");
});

test("drafts without an answer are named, and it is said where there is none", () => {
  expect(clause.silence([])).toBe("Every draft has an answer.");
  expect(clause.silence([leak, geneva])).toBe("Nothing on this was reported for Leak and Geneva.");
});

test("a mark of the matrix says the question where it is not the leading one, and what the first draft had where that differs", () => {
  const here = { draft: kyiv, day: "23 Dec", answer: "800,000", state: "softened" };
  expect(clause.tip(here)).toBe("Kyiv, 23 Dec: 800,000 – softened");
  expect(clause.tip({ ...here, question: "How many?", first: { draft: leak, answer: "600,000" } })).toBe(
    "Kyiv, 23 Dec: How many? 800,000 – softened. Leak: 600,000",
  );
});

test("pages of clauses name what they lead to", () => {
  expect(clause.title("Army")).toBe("Army: draft by draft");
  expect(clause.standing("softened")).toContain("demand: softened.");
  expect(clause.index.lead(20, 57)).toMatch(/^20 subjects, 57 questions\./);
  expect(clause.index.span(leak, "20 Nov", kyiv, "23 Dec")).toBe("Leak, 20 Nov → Kyiv, 23 Dec");
  expect(clause.ways.compare(leak, kyiv)).toBe("Leak against Kyiv, question by question");
  expect(clause.ways.point(leak, [6, 7])).toBe("Leak, point 6 and 7");
  expect(clause.use.of("Files", "How many?")).toBe("Files: How many?");
  expect(clause.stepper.label("How many?")).toBe("Drafts that answer: How many?");
});
