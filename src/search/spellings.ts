import type { Term } from "../ledger/glossary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { inSite, routes } from "../site.ts";
import type { Chart } from "../views/read-charts.ts";
import { words } from "../words/words.ts";
import type { Bet, Spellings } from "./spelling.ts";
import { withoutCommon } from "./words.ts";

/** Places whose names are spelt in several ways; the site's own spelling last. */
const PLACES: readonly (readonly string[])[] = [
  ["kiev", "kyyiv", "київ", "киев", "Kyiv"],
  ["kharkov", "харків", "Kharkiv"],
  ["odessa", "одеса", "Odesa"],
  ["donbass", "донбас", "Donbas"],
  ["zaporozhye", "zaporizhia", "zaporozhzhia", "запоріжжя", "Zaporizhzhia"],
  ["dnieper", "dnepr", "дніпро", "Dnipro"],
  ["lugansk", "луганськ", "Luhansk"],
  ["донецьк", "Donetsk"],
  ["крим", "Crimea"],
  ["україна", "ukraina", "Ukraine"],
];

/** Other spellings of names and words, and the page that a name by itself asks for. */
export function spellings(ledger: Ledger, charts: readonly Chart[], glossary: readonly Term[]): Spellings {
  const variants: Record<string, string> = {};
  const bets: Record<string, Bet> = {};
  const spell = (variant: string, own: string) => void (variants[variant.toLowerCase()] ??= own);
  const bet = (kind: keyof typeof words.pages.kinds, name: string, page: string) => {
    for (const key of [name, withoutCommon(name)]) bets[key.toLowerCase()] ??= { url: inSite(page), kind: words.pages.kinds[kind] };
  };

  for (const person of ledger.people) {
    // People are searched for by last name: their first name stands on few of the pages about them.
    const own = lastName(person.name);
    for (const other of [person.name, ...person.also, ...Object.values(person.names)]) {
      spell(other, own);
      spell(lastName(other), own);
    }
    bet("person", own, routes.person(person.id));
  }
  for (const organisation of ledger.organisations) {
    const short = /\(([^)]+)\)$/.exec(organisation.name)?.[1];
    const own = short ?? organisation.name;
    for (const other of [...organisation.also, ...Object.values(organisation.names)]) spell(other, own);
    for (const name of [own, organisation.name, organisation.name.replace(/ \([^)]+\)$/, "")]) {
      bet("organisation", name, routes.organisation(organisation.id));
    }
  }
  for (const theme of ledger.themes) bet("theme", theme.name, routes.theme(theme.id));
  for (const draft of ledger.drafts) bet("draft", draft.name, routes.draft(draft.id));
  for (const term of glossary) {
    bet("term", term.term, routes.term(term.id));
  }
  // The id of a chart is its short name: "who met whom".
  for (const chart of charts) bet("chart", chart.id.replaceAll("-", " "), routes.chart(chart.id));
  for (const names of PLACES) for (const name of names) spell(name, names.at(-1)!);
  return { variants, bets };
}

/** "Zelensky" for "Volodymyr Zelensky", "von der Leyen" for "Ursula von der Leyen". */
function lastName(name: string): string {
  return name.includes(" ") ? name.slice(name.indexOf(" ") + 1) : name;
}
