import { expect, it } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { citedSources, explainersNaming } from "./receipts.ts";

it("explainers that use a term, rest on an event or quote it are found in their order, one that names it otherwise is not", () => {
  const explainers = [
    { id: "plan", body: 'The <Term id="sapo">prosecutors</Term> met.<Fact id="talks votes" />' },
    { id: "case", body: '<Term id="sapo">SAPO</Term> and <Term id="nabu">NABU</Term>, <Quote id="talks" />' },
    { id: "other", body: '<Cite id="talks" />, <Fact id="talks-again" /> and <Person id="sapo" />' },
    { id: "empty" },
  ];
  const naming = (components: string[], id: string) =>
    explainersNaming(explainers, components, id).map((explainer) => explainer.id);
  expect(naming(["Term"], "sapo")).toEqual(["plan", "case"]);
  expect(naming(["Fact", "Quote"], "talks")).toEqual(["plan", "case"]);
  expect(naming(["Fact"], "sapo")).toEqual([]);
});

it("the sources of what a text cites are found, by name and by event", () => {
  const ledger = ledgerOf({ sources: [{}, { id: "zeit" }], events: [{ id: "talks", sources: ["zeit"] }] });
  expect([
    ...citedSources(ledger, 'A.<Fact id="talks" /> B.<Cite id="ap-2025" /> C.<Term id="x" />'),
  ]).toEqual(["zeit", "ap-2025"]);
});
