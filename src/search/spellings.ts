import type { Term } from "../ledger/glossary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { routes } from "../site.ts";
import type { BestBet, Spellings } from "./spelling.ts";

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

/** What search knows beside its index: other spellings, and the page that a name by itself asks for. */
export function spellings(ledger: Ledger, glossary: readonly Term[]): Spellings {
  const variants: Record<string, string> = {};
  const bets: Record<string, BestBet> = {};
  const spell = (variant: string, own: string) => void (variants[variant.toLowerCase()] ??= own);
  const bet = (name: string, page: BestBet) => void (bets[name.toLowerCase()] ??= page);

  for (const person of ledger.people) {
    // People are searched for by last name: their first name stands on few of the pages about them.
    const own = lastName(person.name);
    for (const other of [person.name, ...person.also, ...Object.values(person.names)]) {
      spell(other, own);
      spell(lastName(other), own);
    }
    bet(own, { title: person.name, url: routes.person(person.id), kind: "Person", text: person.role });
  }
  for (const organisation of ledger.organisations) {
    const short = /\(([^)]+)\)$/.exec(organisation.name)?.[1];
    const own = short ?? organisation.name;
    for (const other of [...organisation.also, ...Object.values(organisation.names)]) spell(other, own);
    for (const name of [own, organisation.name, organisation.name.replace(/ \([^)]+\)$/, "")]) {
      bet(name, { title: organisation.name, url: routes.organisation(organisation.id), kind: "Organisation", text: organisation.role });
    }
  }
  for (const theme of ledger.themes)
    bet(theme.name, { title: theme.name, url: routes.theme(theme.id), kind: "Theme", text: theme.summary });
  for (const draft of ledger.drafts)
    bet(draft.name, { title: draft.name, url: routes.draft(draft.id), kind: "Draft", text: draft.summary });
  for (const term of glossary) {
    for (const other of term.also) spell(other, term.term);
    bet(term.term, { title: term.term, url: routes.term(term.id), kind: "Term", text: term.definition });
  }
  for (const names of PLACES) for (const name of names) spell(name, names.at(-1)!);
  return { variants, bets };
}

/** "Zelensky" for "Volodymyr Zelensky", "von der Leyen" for "Ursula von der Leyen". */
function lastName(name: string): string {
  return name.includes(" ") ? name.slice(name.indexOf(" ") + 1) : name;
}
