import type { Ledger } from "../ledger/ledger.ts";

/** Every word that the site's own sentences and titles use, in lower case; nothing of quotations and of titles of sources. */
export function ownWords(ledger: Ledger): Set<string> {
  const texts = [
    ...ledger.events.flatMap(({ title, statement, note }) => [title, statement, note]),
    ...ledger.reasons.flatMap(({ title, statement }) => [title, statement]),
    ...ledger.drafts.flatMap(({ name, summary }) => [name, summary]),
    ...ledger.points.flatMap(({ title, summary }) => [title, summary]),
    ...ledger.themes.flatMap(({ name, summary, questions }) => [
      name,
      summary,
      ...questions.map(({ text }) => text),
    ]),
    ...ledger.provisions.flatMap(({ answer, summary }) => [answer, summary]),
    ...ledger.positions.map(({ stance }) => stance),
  ];
  return new Set(texts.flatMap((text) => text?.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? []));
}
