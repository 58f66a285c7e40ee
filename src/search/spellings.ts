import type { QuestionHeading } from "../explainers/in-order.ts";
import { familyName } from "../ledger/actors.ts";
import type { Term } from "../ledger/glossary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { inSite, routes, site } from "../site.ts";
import type { Chart } from "../charts/read-charts.ts";
import { words } from "../words/words.ts";
import { ownWords } from "./own-words.ts";
import { shortName } from "./records.ts";
import { type Bet, betKey, type Spellings } from "./spelling.ts";
import { withoutCommon } from "./words.ts";
import { itemAt } from "../required.ts";
import { KIND_NAMES } from "../routes.ts";

/**
 * Other spellings of names and words, and the page that a name or a question by itself asks for. What the site's own
 * sentences use is no other spelling: "EU" stays "EU".
 */
export function spellings(
  ledger: Ledger,
  charts: readonly Chart[],
  glossary: readonly Term[],
  headings: readonly QuestionHeading[],
): Spellings {
  const variants: Record<string, string> = {};
  const bets: Record<string, Bet> = {};
  const used = ownWords(ledger);
  const spell = (variant: string, own: string) => {
    const typed = variant.toLowerCase();
    if (typed === own.toLowerCase() || !used.has(typed)) variants[typed] ??= own;
  };
  const bet = (kind: keyof typeof KIND_NAMES, name: string, page: string) => {
    // So that a word of it that misses by a letter is corrected.
    for (const word of name.match(/\p{L}{5,}/gu) ?? []) spell(word, word);
    for (const key of [name, withoutCommon(name)])
      bets[betKey(key)] ??= { url: inSite(page), kind: KIND_NAMES[kind] };
  };
  // A question is asked whole: without its common words, "Who wants what?" is "wants".
  const question = (kind: "explainer" | "theme", text: string, page: string) =>
    void (bets[betKey(text)] ??= { url: inSite(page), kind: KIND_NAMES[kind] });

  for (const person of ledger.people) {
    // People are searched for by family name: their first name stands on few of the pages about them.
    const own = familyName(person.name);
    for (const other of [person.name, ...person.also, ...Object.values(person.names)]) {
      spell(other, own);
      spell(familyName(other), own);
    }
    bet("person", own, routes.person(person.id));
  }
  for (const organisation of ledger.organisations) {
    const short = /\(([^)]+)\)$/.exec(organisation.name)?.[1];
    const own = short ?? organisation.name;
    const others = [...organisation.also, ...Object.values(organisation.names)];
    for (const other of others) spell(other, own);
    for (const name of [own, organisation.name, organisation.name.replace(/ \([^)]+\)$/, ""), ...others]) {
      bet("organisation", name, routes.organisation(organisation.id));
    }
  }
  for (const theme of ledger.themes) {
    const page = routes.theme(theme.id);
    for (const name of [theme.name, ...theme.also])
      for (const asked of [name, words.search.clause(name)]) bet("theme", asked, page);
    for (const { id, text } of theme.questions) question("theme", text, `${page}#${id}`);
  }
  // Of drafts with as many points, the one whose points are on record.
  for (const draft of ledger.drafts.toSorted(
    (a, b) => Number(b.read_out ?? false) - Number(a.read_out ?? false),
  )) {
    bet("draft", draft.name, routes.draft(draft.id));
    if (draft.points) bet("draft", words.search.points(draft.points), routes.draft(draft.id));
  }
  for (const term of glossary) {
    bet("term", term.term, routes.term(term.id));
  }
  for (const { title, href } of headings) question("explainer", title, href);
  for (const chart of charts) bet("chart", shortName(chart), routes.chart(chart.id));
  for (const names of site.spellings) for (const name of names) spell(name, itemAt(names, -1));
  return { variants, bets };
}
