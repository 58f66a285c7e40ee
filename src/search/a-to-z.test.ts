import { expect, test } from "vitest";
import { charts, glossary, ledger } from "../content.ts";
import { aToZ } from "./a-to-z.ts";

const letters = aToZ(ledger, charts, glossary, [{ title: "Who wrote it?", href: "/plan/#who", kind: "section" }]);
const entries = letters.flatMap(([, list]) => list);

test("everything that can be gone to is there once", () => {
  const count =
    ledger.drafts.length + ledger.themes.length + ledger.people.length + ledger.organisations.length + glossary.length + charts.length + 1;
  expect(entries).toHaveLength(count);
});

test("letters stand in order, each once; people under their last name, accents under the plain letter", () => {
  const names = letters.map(([letter]) => letter);
  expect(names).toEqual([...new Set(names)].sort((a, b) => a.localeCompare(b, "en")));
  expect(entries.find(({ href }) => href === "/people/von-der-leyen/")?.title).toBe("von der Leyen, Ursula");
  for (const [letter, list] of letters)
    for (const { title } of list)
      expect([/^\d/.test(title) ? "0–9" : title.normalize("NFD").charAt(0).toUpperCase(), title]).toEqual([letter, title]);
});
