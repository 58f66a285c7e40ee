import type { Term } from "../ledger/glossary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Variants } from "./spelling.ts";

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

/**
 * Every known spelling in lower case with the site's own, from the names of the ledger: of people the last name alone
 * and the whole name, of organisations and terms their other names.
 */
export function spellings(ledger: Ledger, glossary: readonly Term[]): Variants {
  const variants: Variants = {};
  const add = (variant: string, own: string) => {
    const key = variant.toLowerCase();
    if (key !== own.toLowerCase() || !(key in variants)) variants[key] ??= own;
  };
  const lastName = (name: string) =>
    name
      .split(" ")
      .slice(name.includes(" ") ? 1 : 0)
      .join(" ");
  for (const person of ledger.people) {
    const own = lastName(person.name);
    add(own, own);
    for (const other of [...person.also, ...Object.values(person.names)]) {
      add(other, other.includes(" ") ? person.name : own);
      add(lastName(other), own);
    }
  }
  for (const organisation of ledger.organisations)
    for (const other of [...organisation.also, ...Object.values(organisation.names)]) add(other, organisation.name);
  for (const term of glossary) for (const other of term.also) add(other, term.term);
  for (const names of PLACES) {
    const own = names.at(-1)!;
    add(own, own);
    for (const name of names.slice(0, -1)) add(name, own);
  }
  return variants;
}
