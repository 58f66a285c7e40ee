import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { indexSite } from "../../scripts/index-search.ts";

/** A made-up page. */
export interface SyntheticPage {
  url: string;
  title: string;
  text: string;
}

const KINDS = ["Event", "Theme", "Draft", "Person"];

/** Pages of some 250 words each from a vocabulary like a language's: a few words are everywhere, most are rare. */
export function syntheticPages(count: number): SyntheticPage[] {
  const random = randomNumbers(20251128);
  const vocabulary = Array.from({ length: 4000 + count * 2 }, () => word(random));
  // A word's rank is drawn so that a word of rank n comes about 1/n times as often as the first.
  const pick = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1]!;
  return Array.from({ length: count }, (_, i) => ({
    url: `/p/${i}/`,
    title: Array.from({ length: 5 }, pick).join(" "),
    text: Array.from({ length: 200 + Math.floor(random() * 100) }, pick).join(" "),
  }));
}

/** A word of the vocabulary that some pages have, to search for: neither the commonest nor the rarest. */
export function wordToFind(pages: readonly SyntheticPage[]): string {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const found of new Set(page.text.split(" "))) counts.set(found, (counts.get(found) ?? 0) + 1);
  const [found] = [...counts]
    .filter(([name]) => name.length >= 6 && name.length <= 8)
    .sort((a, b) => Math.abs(a[1] - 12) - Math.abs(b[1] - 12))[0]!;
  return found;
}

/** Writes the pages, with the search page and scripts of the built `site`, to `root`, and indexes them. */
export async function writeSite(pages: readonly SyntheticPage[], site: string, root: string): Promise<void> {
  rmSync(root, { recursive: true, force: true });
  for (const name of ["assets", "search", "favicon.svg"])
    cpSync(join(site, name), join(root, name), { recursive: true });
  writeFileSync(join(root, "search", "records.json"), "[]");
  // Those of the built site are packed; the pages made up here have none.
  const namesFile = join(root, "search", "names.json");
  const words = JSON.parse(readFileSync(namesFile, "utf8")) as object;
  writeFileSync(namesFile, JSON.stringify({ ...words, names: {} }));
  for (const [i, { url, title, text }] of pages.entries()) {
    const head = `<title>${title}</title><meta data-pagefind-filter="kind[content]" content="${KINDS[i % KINDS.length]}">`;
    mkdirSync(join(root, url), { recursive: true });
    writeFileSync(
      join(root, url, "index.html"),
      `<!doctype html><html lang="en"><head>${head}</head><body><main data-pagefind-body><h1>${title}</h1><p>${text}</p></main></body></html>`,
    );
  }
  await indexSite(root);
}

function word(random: () => number): string {
  const syllables = 2 + Math.floor(random() * 3);
  return Array.from(
    { length: syllables },
    () => "bcdfghklmnprstvz"[Math.floor(random() * 16)]! + "aeiou"[Math.floor(random() * 5)]!,
  ).join("");
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
