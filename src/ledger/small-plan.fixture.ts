import { parse } from "yaml";
import { ledgerOf } from "./ledger.fixture.ts";

/** Four drafts, three themes and the answers on them: small enough to know by heart what each view must show. */
export const SMALL = ledgerOf(
  parse(`
sources: [{ id: ap }, { id: ft }, { id: rbc }, { id: tass }]
drafts:
  - { id: berlin, name: Berlin statement, short: Berlin, date: 2025-12-15, by: [europe, ukraine], unknown_on: [size-cap], sources: [ap] }
  - { id: leak, name: 28-point draft, short: Leak, date: 2025-11-20, points: 28, read_out: true, by: [russia], sources: [ap, ft] }
  - { id: geneva, name: Geneva revision, short: Geneva, date: 2025-11-23, points: 19, by: [united-states, ukraine], input: [russia], text_public: none,
      based_on: [{ draft: leak, how: cut, known: inferred, sources: [rbc] }], sources: [rbc] }
  - { id: kyiv, name: Kyiv text, short: Kyiv, date: 2025-12-23, points: 20, read_out: true, by: [ukraine], text_public: partial,
      based_on: [{ draft: geneva, how: reworked, known: said, sources: [ft] }], sources: [ft] }
passages: [{ draft: leak, number: '1' }, { draft: kyiv, number: '1' }]
themes:
  - { id: army, name: Size of the army, order: 2, group: security, clauses: [{ id: size-cap, text: How large? }] }
  - { id: alliance, name: NATO membership, order: 3, group: security, clauses: [{ id: nato-entry, text: May it join? }] }
  - { id: land, name: Territory, order: 1, group: land-and-peace, clauses: [{ id: donetsk, text: Who holds it? }] }
answers:
  - { draft: kyiv, clause: size-cap, says: "Stays at 800,000, in peacetime", value: 800000, unit: personnel,
      certainty: claimed, sources: [tass] }
  - { draft: leak, clause: size-cap, says: "At most 600,000", value: 600000, unit: personnel, sources: [ap] }
  - { draft: geneva, clause: size-cap, says: No strict limit, certainty: reported, sources: [rbc, ap] }
  - { draft: leak, clause: donetsk, says: Russia, sources: [ft] }
  - { draft: geneva, clause: donetsk, says: Later, open: true, sources: [rbc] }
  - { draft: kyiv, clause: donetsk, says: To be agreed, open: true, sources: [ft] }
  - { draft: leak, clause: nato-entry, says: Never, sources: [ap] }
`) as Parameters<typeof ledgerOf>[0],
);
