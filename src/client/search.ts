import { to } from "../routes.ts";
import {
  type Filter,
  FILTERS,
  formatQuery,
  type Found,
  MAIN_KINDS,
  parseQuery,
  type Query,
  type Result,
} from "../search/find.ts";
import type { Starter } from "../search/records.ts";
import type { Answer, Request } from "./search-worker.ts";

// The search interface, in a dialog on every page and on the search page.

/** Best results, shown at first. */
const BEST_RESULTS = 3;
/** Results of each kind below them. */
const RESULTS_PER_KIND = 3;
/** Results of a list of one kind, or by date, added at a time. */
const PAGE_SIZE = 8;
/** Time without a letter after which a query is searched for, and one whose last word has fewer than three letters. */
const TYPING_PAUSE_MS = 50;
const SHORT_WORD_PAUSE_MS = 250;
/** One or two letters begin so many words that most of the index would be fetched for them. */
const LONG_ENOUGH = /\S{3}$/;
const FIELD_HINT = "A word, a name, a day";
const OTHER_KINDS_SOURCE = "Source";

/** The search of this page, on a worker that `takeWorker` gives: one that is on its way, or a new one. */
class SearchEngine {
  #worker: Worker | undefined;
  #requestId = 0;
  #pending = new Map<number, { resolve(found: Found | undefined): void; reject(reason: Error): void }>();
  #takeWorker: () => Worker;

  constructor(takeWorker: () => Worker) {
    this.#takeWorker = takeWorker;
  }

  /** Fetches the part of the index that a query needs. */
  prepare(query: Query): void {
    this.#post({ id: ++this.#requestId, query, from: 0, to: 0 });
  }

  /**
   * Results `from` (included) to `to` (left out); undefined if something else was asked before they were there. Rejects if the
   * index cannot be loaded; the next call tries again.
   */
  search(query: Query, from: number, to: number): Promise<Found | undefined> {
    return new Promise((resolve, reject) => {
      this.#pending.set(++this.#requestId, { resolve, reject });
      this.#post({ id: this.#requestId, query, from, to });
    });
  }

  #post(request: Request): void {
    if (!this.#worker) {
      this.#worker = this.#takeWorker();
      this.#worker.onerror = () => this.#fail();
      this.#worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.found === "failed") return this.#fail();
        const request = this.#pending.get(data.id);
        this.#pending.delete(data.id);
        request?.resolve(data.found === "superseded" ? undefined : data.found);
      };
    }
    this.#worker.postMessage(request);
  }

  #fail(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#pending.values()) reject(new Error("the search index cannot be loaded"));
    this.#pending.clear();
  }
}

/** An element with properties and children; strings become text, never markup. */
function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A result: title, kind and date, then a clause's first and last answer or an excerpt, and sections that match. */
function resultItem(
  { title, url, kind, date, excerpt, summary, parts }: Result,
  isInGroup: boolean,
): HTMLElement {
  const meta = [isInGroup ? "" : kind, date].filter(Boolean).join(" · ");
  const body =
    summary.length > 0
      ? summary.flatMap(([mark, text], i) => [
          i > 0 ? " " : "",
          mark === "open"
            ? element("span", { className: "open" }, `[${text}]`)
            : mark
              ? element(mark, {}, text)
              : text,
        ])
      : excerpt.map((piece, i) => (i % 2 === 0 ? piece : element("mark", {}, piece)));
  const sections = parts.map((part) => element("li", {}, element("a", { href: part.url }, part.title)));
  return element(
    "li",
    { className: "result" },
    element("p", { className: "result__title" }, element("a", { href: url }, title)),
    ...(meta ? [element("p", { className: "result__meta quiet small" }, meta)] : []),
    element("p", { className: "result__excerpt" }, ...body),
    ...(sections.length > 0 && !isInGroup ? [element("ul", {}, ...sections)] : []),
  );
}

/** Ways on for a reader whom search does not help. */
function browseLinks(): (Node | string)[] {
  const link = (path: string, label: string) => element("a", { href: to(path) }, label);
  return [
    link("/clauses/", "the clauses"),
    ", ",
    link("/people/", "people and organisations"),
    ", ",
    link("/search/#a-to-z", "everything from A to Z"),
    ".",
  ];
}

interface PageEvents {
  /** What is asked has changed; `isStep` if it was by a choice, not by typing. Without this, Enter follows the form. */
  onQuery?: (query: Query, isStep: boolean) => void;
  /** It is known whether there are results. */
  onResults?: (some: boolean) => void;
}

/** Makes the form in `root` search as one types. Returns a function that asks a query. */
function connectSearch(
  engine: SearchEngine,
  root: HTMLElement,
  form: HTMLFormElement,
  { onQuery, onResults }: PageEvents = {},
): (query: Query) => void {
  const input = form.elements.namedItem("q") as HTMLInputElement;
  const starters = element("ul", { className: "search-starters" });
  const kinds = element("div", { className: "search-kinds", role: "group", ariaLabel: "Kinds of pages" });
  const choices = element("div", { className: "search-choices cluster small" });
  const more = element("details", { className: "search-filters" }, element("summary", {}, "More"), choices);
  const bar = element("div", { className: "search-bar", hidden: true }, kinds, more);
  const status = element("p", { className: "search-status quiet", role: "status" });
  const list = element("ol", { className: "search-results", hidden: true });
  const groups = element("div", { className: "search-groups" });
  const moreResults = element(
    "button",
    { type: "button", className: "search-more", hidden: true },
    "More results",
  );
  root.append(starters, bar, status, list, groups, moreResults);

  let query: Query = { text: "", filters: {}, byDate: false };
  let latestRun = 0;
  /** Letters were typed that the page has not been told of. */
  let pendingQueryUpdate = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  void fetch(to("/search/starters.json"))
    .then((response) => response.json() as Promise<Starter[]>)
    .then((links) =>
      starters.append(
        ...links.map(({ title, url, kind }) =>
          element(
            "li",
            {},
            element("a", { href: to(url) }, title),
            element("span", { className: "quiet small" }, kind),
          ),
        ),
      ),
    )
    .catch(() => undefined);

  async function run(): Promise<void> {
    clearTimeout(timer);
    const thisRun = ++latestRun;
    const isCurrent = () => thisRun === latestRun;
    const isBlank = query.text.trim() === "";
    const isGrouped = !query.filters.kind && !query.byDate;
    const pageSize = isGrouped ? BEST_RESULTS : PAGE_SIZE;
    try {
      const found = isBlank ? undefined : await engine.search(query, 0, pageSize);
      if (!isCurrent() || (!found && !isBlank)) return;
      if (!found) clear();
      else {
        show(found, pageSize, isGrouped);
        // Not before: a new address makes Chromium fetch the icon, on one of the six connections that results come by.
        tellPage();
        if (isGrouped) await showGroups(found, isCurrent);
      }
    } catch {
      if (!isCurrent()) return;
      clear();
      starters.hidden = true;
      const again = button("Try again", () => void run());
      status.replaceChildren("Search could not be loaded. ", again, ", or browse ", ...browseLinks());
    }
    tellPage();
  }

  function tellPage(): void {
    if (pendingQueryUpdate) onQuery?.(query, false);
    pendingQueryUpdate = false;
  }

  function change(changes: Partial<Query>, isStep: boolean): void {
    if (isStep) tellPage();
    query = { ...query, ...changes };
    if (isStep) onQuery?.(query, true);
    else pendingQueryUpdate = true;
    void run();
  }

  function choose(name: Filter, value: string): void {
    const { [name]: _, ...others } = query.filters;
    change({ filters: value ? { ...others, [name]: value } : others }, true);
  }

  function clear(): void {
    list.replaceChildren();
    groups.replaceChildren();
    status.textContent = "";
    list.hidden = bar.hidden = moreResults.hidden = true;
    starters.hidden = query.text.trim() !== "";
    onResults?.(false);
  }

  function show(found: Found, pageSize: number, isGrouped: boolean): void {
    const { total, partialMatches, results } = found;
    starters.hidden = true;
    list.replaceChildren(...itemsOf(found, 0));
    list.hidden = results.length === 0;
    groups.replaceChildren();
    status.replaceChildren(...statusLine(found));
    bar.hidden = found.unfiltered === 0;
    showKinds(found.counts.kind);
    showChoices(found.counts);
    const all = total + partialMatches;
    onResults?.(all > 0);
    let shown = pageSize;
    moreResults.hidden = isGrouped && total > 0 ? true : all <= shown;
    const asked = query;
    moreResults.onclick = async () => {
      const next = await engine.search(asked, shown, shown + PAGE_SIZE).catch(() => undefined);
      if (!next) return;
      const items = itemsOf(next, shown);
      shown += PAGE_SIZE;
      list.append(...items);
      moreResults.hidden = all <= shown;
      items
        .find((item) => item.querySelector("a"))
        ?.querySelector("a")
        ?.focus();
    };
  }

  /** Results from position `from` on; a line before the first that lacks a word. */
  function itemsOf({ results, total, partialMatches }: Found, from: number): HTMLElement[] {
    const items = results.map((result) => resultItem(result, Boolean(query.filters.kind)));
    const first = total - from;
    if (partialMatches > 0 && first >= 0 && first < items.length) {
      const line = partialMatches === 1 ? "1 page lacks" : `${partialMatches} pages lack`;
      items.splice(
        first,
        0,
        element("li", { className: "search-partial quiet" }, `${line} one of the words:`),
      );
    }
    return items;
  }

  /** Results by kind below the best, without those. */
  async function showGroups({ counts }: Found, isCurrent: () => boolean): Promise<void> {
    const best = new Set([...list.querySelectorAll("a")].map(({ href }) => href));
    for (const [kind, name] of Object.entries(MAIN_KINDS)) {
      const count = counts.kind[kind] ?? 0;
      if (count === 0) continue;
      const filters = { ...query.filters, kind };
      const found = await engine.search({ ...query, filters }, 0, RESULTS_PER_KIND + BEST_RESULTS);
      if (!isCurrent() || !found) return;
      const items = found.results
        .slice(0, found.total)
        .map((result) => resultItem(result, true))
        .filter((item) => !best.has(item.querySelector("a")?.href ?? ""))
        .slice(0, RESULTS_PER_KIND);
      if (items.length === 0) continue;
      groups.append(
        element(
          "section",
          { className: "search-group" },
          element("h2", {}, name),
          element("ol", {}, ...items),
          ...(found.total > items.length
            ? [button(`All ${found.total} in ${name}`, () => choose("kind", kind))]
            : []),
        ),
      );
    }
  }

  function statusLine({
    total,
    partialMatches,
    searchedFor,
    didYouMean,
    unfiltered,
  }: Found): (Node | string)[] {
    const set = Object.values(query.filters);
    const within = set.length > 0 ? ` in ${set.join(", ")}` : "";
    const text = searchedFor ?? query.text;
    if (total > 0) return [`${total} ${total === 1 ? "result" : "results"} for “${text}”${within}`];
    if (partialMatches > 0) return [`No page holds every word of “${text}”${within}.`];
    const nothing = `Nothing found for “${query.text}”${within}. `;
    if (unfiltered > 0)
      return [
        nothing,
        button(`Show all ${unfiltered} without the filter`, () => change({ filters: {} }, true)),
      ];
    if (didYouMean.length === 0) return [nothing, "Try fewer words, or browse ", ...browseLinks()];
    const instead = (text: string) =>
      button(text, () => {
        input.value = text;
        change({ text, filters: {} }, true);
      });
    const meant = didYouMean.flatMap((other, i) => [i === 0 ? "Did you mean " : " or ", instead(other)]);
    return [nothing, ...meant, "? Or browse ", ...browseLinks()];
  }

  /** A button that goes when it has done its work: the focus goes to the field. */
  function button(label: string, act: () => void): HTMLButtonElement {
    const onclick = () => {
      input.focus();
      act();
    };
    return element("button", { type: "button", className: "link", onclick }, label);
  }

  function showKinds(counts: Record<string, number>): void {
    const hadFocus = kinds.contains(document.activeElement);
    const chosen = query.filters.kind ?? "";
    const choice = (value: string, label: string, count?: number) => {
      const made = element("button", { type: "button", onclick: () => choose("kind", value) }, label);
      made.ariaPressed = String(value === chosen);
      if (count !== undefined) made.append(" ", element("span", { className: "quiet" }, String(count)));
      return made;
    };
    const main = Object.entries(MAIN_KINDS).filter(([kind]) => (counts[kind] ?? 0) > 0 || kind === chosen);
    kinds.replaceChildren(
      ...(chosen ? [choice("", "All")] : []),
      ...main.map(([kind, name]) => choice(kind, name, counts[kind] ?? 0)),
    );
    if (hadFocus) kinds.querySelector<HTMLElement>("[aria-pressed=true]")?.focus();
  }

  function showChoices(counts: Found["counts"]): void {
    const select = (
      label: string,
      options: [value: string, text: string][],
      value: string,
      onChange: (value: string) => void,
    ) => {
      const made = element(
        "select",
        {},
        ...options.map(([value, text]) => element("option", { value }, text)),
      );
      made.value = value;
      made.onchange = () => onChange(made.value);
      return element("label", {}, `${label} `, made);
    };
    const selects = FILTERS.map((name) => {
      const chosen = query.filters[name] ?? "";
      const values = Object.entries({ ...(chosen && { [chosen]: 0 }), ...counts[name] })
        .filter(([value, count]) => count > 0 || value === chosen)
        .filter(([value]) => name !== "kind" || !(value in MAIN_KINDS))
        .sort(([a], [b]) => (name === "year" ? b.localeCompare(a) : a.localeCompare(b)))
        .map(([value, count]): [string, string] => [value, `${value} (${count})`]);
      if (name === "kind" && !values.some(([value]) => value === OTHER_KINDS_SOURCE))
        values.push([OTHER_KINDS_SOURCE, "Sources"]);
      const label = { kind: "Other kinds", topic: "Topic", year: "Year", status: "Status" }[name];
      return select(
        label,
        [["", "Any"], ...values],
        name === "kind" && chosen in MAIN_KINDS ? "" : chosen,
        (value) => choose(name, value),
      );
    });
    const order = select(
      "Sort by",
      [
        ["", "Relevance"],
        ["date", "Date, latest first"],
      ],
      query.byDate ? "date" : "",
      (value) => change({ byDate: value === "date" }, true),
    );
    const focused = [...choices.querySelectorAll("select")].indexOf(
      document.activeElement as HTMLSelectElement,
    );
    choices.replaceChildren(...selects, order);
    choices.querySelectorAll("select")[focused]?.focus();
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    const isLongEnough = LONG_ENOUGH.test(input.value);
    const pause = isLongEnough ? TYPING_PAUSE_MS : SHORT_WORD_PAUSE_MS;
    timer = setTimeout(() => change({ text: input.value }, false), pause);
    if (isLongEnough) engine.prepare({ ...query, text: input.value });
  });
  form.addEventListener("submit", (event) => {
    if (!onQuery) return;
    event.preventDefault();
    change({ text: input.value }, true);
  });
  // Arrow keys move between the field and the results.
  root.addEventListener("keydown", (event) => {
    const stops = [
      input,
      ...root.querySelectorAll<HTMLElement>(".search-starters a, .result a, .search-more:not([hidden])"),
    ].filter((stop) => stop.getClientRects().length > 0);
    const position = stops.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: position + 1, ArrowUp: position - 1 }[event.key];
    if (position < 0 || next === undefined || !stops[next]) return;
    event.preventDefault();
    stops[next].focus();
  });

  return (asked) => {
    query = asked;
    input.value = asked.text;
    void run();
  };
}

let dialog: HTMLDialogElement | undefined;

/** Opens the search dialog; the browser keeps the focus inside it and gives it back when it closes. */
export function openSearch(takeWorker: () => Worker): void {
  dialog ??= makeDialog(new SearchEngine(takeWorker));
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input")?.select();
}

function makeDialog(engine: SearchEngine): HTMLDialogElement {
  const input = element("input", {
    id: "dialog-query",
    name: "q",
    type: "search",
    placeholder: FIELD_HINT,
    autocomplete: "off",
    spellcheck: false,
  });
  // Enter in the field leads to the search page.
  const form = element(
    "form",
    { role: "search", className: "search-form", action: to("/search/") },
    element("label", { className: "visually-hidden", htmlFor: "dialog-query" }, "Search this site"),
    input,
    element("button", { type: "button", className: "search-close", onclick: () => made.close() }, "Close"),
  );
  const made = element("dialog", { className: "search-dialog", ariaLabel: "Search this site" }, form);
  connectSearch(engine, made, form);
  made.addEventListener("click", ({ target }) => {
    if (target === made || (target as Element).closest("a")) made.close();
  });
  // Browsers differ on what Escape does in a search field: empty it first, or nothing else at all (WebKit).
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    made.close();
  });
  document.body.append(made);
  return made;
}

/** The search page: the form works without this; with it, results come as one types and the address keeps up. */
export function connectPage(takeWorker: () => Worker): void {
  const root = document.querySelector<HTMLElement>("#search-page");
  const form = root?.querySelector("form");
  if (!root || !form) return;
  const input = form.elements.namedItem("q") as HTMLInputElement;
  const run = connectSearch(new SearchEngine(takeWorker), root, form, {
    onQuery(query, isStep) {
      const url = new URL(location.href);
      url.search = formatQuery(query).toString();
      // A step back undoes a choice, not a letter.
      if (url.href !== location.href) history[isStep ? "pushState" : "replaceState"](null, "", url);
    },
    onResults(some) {
      const list = document.querySelector<HTMLElement>("#a-to-z");
      if (list) list.hidden = some;
    },
  });
  const runAddress = () => run(parseQuery(new URLSearchParams(location.search)));
  addEventListener("popstate", runAddress);
  const typed = input.value;
  runAddress();
  // What was typed before this script was there is searched for too.
  if (typed && typed !== input.value) {
    input.value = typed;
    input.dispatchEvent(new InputEvent("input"));
  }
  if (!location.hash) input.focus({ preventScroll: true });
}
