import { expect, test } from "vitest";
import { usesOfTerms } from "./term-uses.ts";

test("names each explainer once for each term that it uses", () => {
  const uses = usesOfTerms([
    {
      id: "plan",
      body: 'On <Term id="donbas">Donbas</Term> and the <Term id="e3" />.\n\nAgain <Term id="donbas">it</Term>, says <Person id="macron" />.',
    },
    { id: "france", body: 'The <Term id="e3">three</Term>.' },
    { id: "corruption" },
  ]);
  expect([...uses]).toEqual([
    ["donbas", ["plan"]],
    ["e3", ["plan", "france"]],
  ]);
});
