import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDate } from "../format/dates.ts";
import { dateAsWord } from "./days.ts";
import { type Engine, formatQuery, parseQuery, type Query, searchSite } from "./find.ts";
import { keyOfEntry, type Named, nameMatcher, packNames } from "./names.ts";

const PAGES = [
  ["/events/searches/", "Searches", "wilson searches home until 29 november", "Event", "2025-11-28"],
  ["/events/exit/", "Exit", "wilson leaves office after searches", "Event", "2025-11-29"],
  ["/timeline/29/", "A day", "two events", "Day", "2025-11-29"],
  ["/events/later/", "A later hearing", "hearing of what was said in november 2025", "Event", "2026-03-01"],
  ["/events/hearing/", "A first hearing", "hearing", "Event", "2025-11-02"],
  ["/people/wilson/", "James Wilson", "wilson head of office", "Person"],
  ["/clauses/land/#keeper", "Keeper", "land kept by whom; the soil", "Clause"],
  ["/compare/", "Both", "", "Comparison"],
].map(([url = "", title = "", text = "", kind = "", date]) => {
  // The index has the day as a word.
  return { url, title, text, kind, date, day: date && dateAsWord(formatDate(date)) };
});
type Page = (typeof PAGES)[number];

/** Entries that have a name, each with its page. */
const NAMED: (Named & { url: string })[] = [
  { url: "/people/wilson/", names: ["Wilson", "James Wilson"], isThing: true },
  { url: "/events/exit/", names: ["Searches"], isThing: true },
  { url: "/clauses/land/#keeper", names: ["Who kept the land?", "land tenure", "a barn", "mill"] },
  { url: "/compare/", names: [], pair: [0, 2] },
];
const KNOWN = {
  variants: { willson: "Wilson", wilson: "Wilson", searches: "searches" },
  rankNames: nameMatcher({ names: NAMED.map(packNames), synonyms: [["land", "ground"]] }),
};

/** Finds pages that contain all words, or begin with the last; in quotation marks only whole words. Sorting omits what has no date, as Pagefind’s does. */
const ENGINE: Engine = {
  search(text, { filters, sort }) {
    const holds = ({ url, text: held, day = "" }: Page) => {
      const all = ` ${held} ${day.toLowerCase().replaceAll("-", " ")} ${day.toLowerCase()} ${day.toLowerCase().replace(/^\d+-/, "")} `;
      if (text.startsWith('"')) return all.includes(` ${text.slice(1, -1).toLowerCase()} `);
      const entry = NAMED.findIndex((_, i) => keyOfEntry(i) === text);
      if (entry >= 0) return url === NAMED[entry]!.url;
      // Of a word that no page has, Pagefind takes the longest beginning.
      const asked = text.toLowerCase().replace(/[?]|\b(who|the) |(?<=hear)say/g, "");
      return asked.split(" ").every((word) => all.includes(` ${word}`));
    };
    const all = PAGES.filter(holds);
    const some = all
      .filter((page) => !filters.kind || page.kind === filters.kind)
      .filter((page) => !sort.date || page.date);
    if (sort.date) some.sort((a, b) => b.date!.localeCompare(a.date!, "en"));
    const data = (page: Page) => ({
      url: page.url,
      excerpt: page.text.replace(
        new RegExp(`\\b(${text.replaceAll(" ", "|").replace("say", "")}\\w*)`, "gi"),
        "<mark>$1</mark>",
      ),
      meta: { title: page.title, kind: page.kind, ...(page.day && { date: page.day }) },
    });
    return Promise.resolve({
      results: some.map((page) => ({
        id: page.url,
        score: page.title.length,
        data: () => Promise.resolve(data(page)),
      })),
    });
  },
};
const found = (text: string, query: Partial<Query>, from: number, to: number) =>
  searchSite(ENGINE, KNOWN, { text, kind: "", byDate: false, ...query }, from, to);
const ask = (text: string, query: Partial<Query> = {}) => found(text, query, 0, 6);
const urls = async (...query: Parameters<typeof ask>) => (await ask(...query)).results.map(({ url }) => url);

describe("find", () => {
  test("brings the page of a name first, once, however the name is spelt", async () => {
    expect(await urls("Willson")).toEqual(["/people/wilson/", "/events/searches/", "/events/exit/"]);
    expect((await ask("Willson")).searchedFor).toBe("Wilson");
  });
  test("a question as the site asks it brings its section, with or without its mark", async () => {
    for (const asked of ["Who kept the land?", "who kept the land"])
      expect(await urls(asked)).toEqual(["/clauses/land/#keeper"]);
  });
  test("a name counts with its synonyms and with words of its text and other names, a bare name only as a whole", async () => {
    for (const asked of ["who keeps the ground", "tenure of soil", "mill, barn, tenure"])
      expect(await ask(asked), asked).toMatchObject({
        total: 1,
        results: [{ url: "/clauses/land/#keeper" }],
      });
    expect((await urls("wilson home"))[0]).toBe("/events/searches/");
  });
  test("names alone bring their pages before a page that tells of them all", async () => {
    expect((await urls("wilson searches")).slice(0, 2)).toEqual(["/events/exit/", "/people/wilson/"]);
  });
  test("the names of two entries bring what is named by both", async () => {
    expect((await urls("land tenure or James Wilson"))[0]).toBe("/compare/");
    expect(await urls("land tenure or Wilson")).not.toContain("/compare/");
  });
  test("words of a name count in their other forms", async () => {
    for (const asked of ["keep", "keepers"])
      expect((await urls(asked))[0], asked).toBe("/clauses/land/#keeper");
  });
  test("a page of the month that is named comes before others", async () => {
    expect((await urls("hearing in November 2025"))[0]).toBe("/events/hearing/");
  });
  test("a day brings its pages first, however it is written", async () => {
    expect((await urls("wilson 29"))[0]).toBe("/events/searches/");
    for (const day of ["29 November", "Nov 29", "november 29th"])
      expect((await urls(`wilson ${day}`)).slice(0, 2), day).toEqual(["/events/exit/", "/timeline/29/"]);
    for (const day of ["29 Nov 2025", "2025-11-29", "29.11.2025"])
      expect((await urls(`wilson ${day}`))[0], day).toBe("/events/exit/");
    expect((await ask("searches 28 November")).results[0]!.date).toBe("28 November 2025");
    expect((await urls("wilson 29 November", { byDate: true }))[1]).toBe("/events/searches/");
  });
  test("quoted words must appear as quoted, in straight or curly marks; they come in the order of their scores", async () => {
    expect((await ask("searches after")).total).toBe(1);
    for (const asked of ['"after searches"', "“after searches”", 'wilson "after searches"']) {
      expect((await urls(asked))[0], asked).toBe("/events/exit/");
      expect((await ask(asked)).total, asked).toBe(1);
    }
    expect((await ask('"searches after"')).total).toBe(0);
  });
  test("by date: latest first, then what has no date", async () => {
    expect(await urls("Wilson", { byDate: true })).toEqual([
      "/events/exit/",
      "/events/searches/",
      "/people/wilson/",
    ]);
  });
  test("with a word too many: pages that contain the others, counted apart, if few contain every word", async () => {
    expect(await ask("home leaves quickly")).toMatchObject({ total: 0, partialMatches: 2 });
    expect(await urls("head home")).toEqual(["/people/wilson/", "/events/searches/"]);
    expect(await ask("wilson leaves")).toMatchObject({ total: 2, partialMatches: 1 });
    expect(await ask("wilson november")).toMatchObject({ total: 3, partialMatches: 0 });
  });
  test("a word that no page has is told; what is found begins alike", async () => {
    expect(await ask("hearsay")).toMatchObject({ total: 0, partialMatches: 2, unknown: ["hearsay"] });
    expect(await ask("hear")).toMatchObject({ total: 2, unknown: [] });
  });
  test("page by page: each once, the page of the name first", async () => {
    const pageOf = (from: number) => found("Wilson", {}, from, from + 1);
    const pages = [await pageOf(0), await pageOf(1), await pageOf(2)].map(({ results }) =>
      results.map(({ title }) => title),
    );
    expect(pages).toEqual([["James Wilson"], ["Searches"], ["Exit"]]);
  });
  test("what is found is not corrected; what is not, is", async () => {
    expect((await ask("leaves")).searchedFor).toBeUndefined();
    expect(await ask("Wilsno")).toMatchObject({ searchedFor: "Wilson", total: 3 });
    expect(await ask('"Wilsno"')).toMatchObject({ searchedFor: undefined, total: 0 });
  });
});

test("a query comes back from its address", () => {
  const query = fc.record({ text: fc.string(), kind: fc.string(), byDate: fc.boolean() });
  fc.assert(
    fc.property(query, (asked) => {
      expect(parseQuery(new URLSearchParams(formatQuery(asked).toString()))).toEqual(asked);
    }),
  );
});
