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
import type { Entry } from "../search/records.ts";
import { element } from "./dom.ts";
import { searchWorker, stopWorker } from "./page.ts";
import type { Request } from "./search-worker.ts";

const BEST_RESULTS = 3;
const RESULTS_PER_KIND = 3;
const PAGE_SIZE = 8;
const TYPING_PAUSE_MS = 50;
/** Words below three letters begin so many others that most of the index would be fetched. */
const SHORT_WORD_PAUSE_MS = 250;
const FIELD_HINT = "A word, a name, a day";
const OTHER_KINDS_SOURCE = "Source";
const SELECT_LABELS = { kind: "Other kinds", topic: "Topic", year: "Year", status: "Status" };

/**
 * Asks for results `from` (included) to `to` (excluded). Never resolves if a later request overtakes; rejects
 * if the index cannot be loaded, after which the next call tries again.
 */
function search(query: Query, from: number, to: number): Promise<Found> {
  const worker = searchWorker();
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    const fail = () => {
      stopWorker();
      reject(new Error("the search index cannot be loaded"));
    };
    worker.onerror = fail;
    port1.onmessage = ({ data }: MessageEvent<Found | undefined>) => (data ? resolve(data) : fail());
    worker.postMessage({ query, from, to } satisfies Request, [port2]);
  });
}

function resultItem({ title, url, kind, date, excerpt, summary }: Result, isInGroup: boolean): HTMLElement {
  const meta = [isInGroup ? "" : kind, date].filter(Boolean).join(" · ");
  const answers = summary.flatMap(([mark, text]) => [
    mark === "open"
      ? element("span", { className: "open" }, `[${text}]`)
      : mark
        ? element(mark, {}, text)
        : text,
    " ",
  ]);
  const pieces = excerpt.map((piece, i) => (i % 2 === 0 ? piece : element("mark", {}, piece)));
  return element(
    "li",
    { className: "result" },
    element("p", { className: "result__title" }, element("a", { href: url }, title)),
    ...(meta ? [element("p", { className: "result__meta quiet small" }, meta)] : []),
    element("p", { className: "result__excerpt" }, ...(answers.length > 0 ? answers : pieces)),
  );
}

function browseLink(): HTMLElement {
  return element("a", { href: to("/search/#browse") }, "the whole site");
}

/** Replaces the children of `parent`; keeps the focus on the control at the same position. */
function replaceControls(parent: HTMLElement, ...children: Node[]): void {
  const controls = () => [...parent.querySelectorAll<HTMLElement>("button, select")];
  const focused = controls().indexOf(document.activeElement as HTMLElement);
  parent.replaceChildren(...children);
  controls()[focused]?.focus();
}

/**
 * Makes the form in `root` search as one types; returns a function that runs a query. `onQuery` gets other
 * queries, and whether a choice (not typing) changed them; without it, Enter submits the form.
 */
function connectSearch(
  root: HTMLElement,
  form: HTMLFormElement,
  onQuery?: (query: Query, isChoice: boolean) => void,
): (query: Query) => void {
  const input = form.elements.namedItem("q") as HTMLInputElement;
  const starters = element("ul", { className: "search-starters" });
  const kinds = element("div", { className: "search-kinds", role: "group", ariaLabel: "Kinds of pages" });
  const choices = element("div", { className: "search-choices cluster small" });
  const more = element("details", { className: "search-filters" }, element("summary", {}, "More"), choices);
  const bar = element("div", { className: "search-bar", hidden: true }, kinds, more);
  const status = element("p", { className: "search-status quiet", role: "status" });
  const list = element("ol", { className: "search-results" });
  const groups = element("div", { className: "search-groups" });
  const moreResults = element(
    "button",
    { type: "button", className: "search-more", hidden: true },
    "More results",
  );
  root.append(starters, bar, status, list, groups, moreResults);

  let query: Query = { text: "", filters: {}, byDate: false };
  let latestRun = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  void fetch(to("/search/starters.json"))
    .then((response) => response.json() as Promise<Entry[]>)
    .then((links) => {
      for (const { title, href, kind } of links) {
        const link = element("a", { href }, title);
        starters.append(element("li", {}, link, element("span", { className: "quiet small" }, kind)));
      }
    })
    .catch(() => undefined);

  async function run(): Promise<void> {
    clearTimeout(timer);
    const thisRun = ++latestRun;
    const isCurrent = () => thisRun === latestRun;
    const isBlank = query.text.trim() === "";
    const isGrouped = !query.filters.kind && !query.byDate;
    try {
      const found = isBlank ? undefined : await search(query, 0, isGrouped ? BEST_RESULTS : PAGE_SIZE);
      if (!isCurrent()) return;
      show(found, isGrouped);
      if (found && isGrouped) await showGroups(found, isCurrent);
    } catch {
      if (!isCurrent()) return;
      show(undefined, false);
      starters.hidden = true;
      const again = button("Try again", () => void run());
      status.replaceChildren("Search could not be loaded. ", again, ", or browse ", browseLink(), ".");
    }
  }

  function change(changes: Partial<Query>, isChoice: boolean): void {
    query = { ...query, ...changes };
    onQuery?.(query, isChoice);
    void run();
  }

  function choose(name: Filter, value: string): void {
    const { [name]: _, ...others } = query.filters;
    change({ filters: value ? { ...others, [name]: value } : others }, true);
  }

  function show(found: Found | undefined, isGrouped: boolean): void {
    starters.hidden = query.text.trim() !== "";
    bar.hidden = !found?.unfiltered;
    groups.replaceChildren();
    list.replaceChildren(...(found ? itemsOf(found) : []));
    status.replaceChildren(...(found ? statusLine(found) : []));
    const all = found ? found.total + found.partialMatches : 0;
    moreResults.hidden = (isGrouped && found?.total !== 0) || all <= list.childElementCount;
    if (!found) return;
    showKinds(found.counts.kind);
    showChoices(found.counts);
    const asked = query;
    moreResults.onclick = async () => {
      const shown = list.childElementCount;
      const next = await search(asked, shown, shown + PAGE_SIZE).catch(() => undefined);
      if (!next) return;
      const items = itemsOf(next);
      list.append(...items);
      moreResults.hidden = all <= list.childElementCount;
      items[0]?.querySelector("a")?.focus();
    };
  }

  const itemsOf = ({ results }: Found) =>
    results.map((result) => resultItem(result, query.filters.kind !== undefined));

  async function showGroups({ counts, results }: Found, isCurrent: () => boolean): Promise<void> {
    const best = new Set(results.map(({ url }) => url));
    for (const [kind, name] of Object.entries(MAIN_KINDS)) {
      if (!counts.kind[kind]) continue;
      const narrowed = { ...query, filters: { ...query.filters, kind } };
      const found = await search(narrowed, 0, RESULTS_PER_KIND + BEST_RESULTS);
      if (!isCurrent()) return;
      const others = found.results.slice(0, found.total).filter(({ url }) => !best.has(url));
      const items = others.slice(0, RESULTS_PER_KIND).map((result) => resultItem(result, true));
      if (items.length === 0) continue;
      const group = element("section", { className: "search-group" }, element("h2", {}, name));
      group.append(element("ol", {}, ...items));
      if (found.total > items.length)
        group.append(button(`All ${found.total} in ${name}`, () => choose("kind", kind)));
      groups.append(group);
    }
  }

  function statusLine({ total, partialMatches, searchedFor, unfiltered }: Found): (Node | string)[] {
    const values = Object.values(query.filters);
    const within = values.length > 0 ? ` in ${values.join(", ")}` : "";
    const partial = partialMatches === 1 ? "1 page lacks" : `${partialMatches} pages lack`;
    const rest = partialMatches > 0 ? `; ${partial} one of the words` : "";
    if (total + partialMatches > 0)
      return [
        `${total} ${total === 1 ? "result" : "results"} for “${searchedFor ?? query.text}”${within}${rest}`,
      ];
    const nothing = `Nothing found for “${query.text}”${within}. `;
    if (unfiltered === 0) return [nothing, "Try fewer words, or browse ", browseLink(), "."];
    return [
      nothing,
      button(`Show all ${unfiltered} without the filter`, () => change({ filters: {} }, true)),
    ];
  }

  /** A button that disappears after its action, so the focus moves to the field. */
  function button(label: string, act: () => void): HTMLButtonElement {
    const onclick = () => {
      input.focus();
      act();
    };
    return element("button", { type: "button", className: "link", onclick }, label);
  }

  function showKinds(counts: Record<string, number>): void {
    const chosen = query.filters.kind;
    const choice = (value: string, label: string, count = "") => {
      const onclick = () => choose("kind", value);
      const made = element("button", { type: "button", onclick }, `${label} `);
      made.append(element("span", { className: "quiet" }, count));
      made.ariaPressed = String(value === chosen);
      return made;
    };
    const main = Object.entries(MAIN_KINDS)
      .filter(([kind]) => counts[kind] || kind === chosen)
      .map(([kind, name]) => choice(kind, name, String(counts[kind] ?? 0)));
    replaceControls(kinds, ...main, ...(chosen ? [choice("", "All")] : []));
  }

  function showChoices(counts: Found["counts"]): void {
    const select = (
      label: string,
      chosen: string,
      options: [value: string, text: string][],
      act: (value: string) => void,
    ) => {
      const made = element(
        "select",
        {},
        ...options.map(([value, text]) => element("option", { value }, text)),
      );
      made.value = chosen;
      made.onchange = () => act(made.value);
      return element("label", {}, `${label} `, made);
    };
    const filters = FILTERS.map((name) => {
      const chosen = query.filters[name] ?? "";
      const values = Object.entries({ ...(chosen && { [chosen]: 0 }), ...counts[name] })
        .filter(([value, count]) => count > 0 || value === chosen)
        .filter(([value]) => name !== "kind" || !(value in MAIN_KINDS))
        .sort(([a], [b]) => (name === "year" ? b.localeCompare(a) : a.localeCompare(b)))
        .map(([value, count]): [string, string] => [value, `${value} (${count})`]);
      if (name === "kind" && chosen !== OTHER_KINDS_SOURCE) values.push([OTHER_KINDS_SOURCE, "Sources"]);
      const shown = name === "kind" && chosen in MAIN_KINDS ? "" : chosen;
      return select(SELECT_LABELS[name], shown, [["", "Any"], ...values], (value) => choose(name, value));
    });
    const orders: [string, string][] = [
      ["", "Relevance"],
      ["date", "Date, latest first"],
    ];
    const order = select("Sort by", query.byDate ? "date" : "", orders, (value) =>
      change({ byDate: value === "date" }, true),
    );
    replaceControls(choices, ...filters, order);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    const pause = /\S{3}$/.test(input.value) ? TYPING_PAUSE_MS : SHORT_WORD_PAUSE_MS;
    timer = setTimeout(() => change({ text: input.value }, false), pause);
  });
  form.addEventListener("submit", (event) => {
    if (!onQuery) return;
    event.preventDefault();
    change({ text: input.value }, true);
  });
  root.addEventListener("keydown", (event) => {
    const stops = [
      input,
      ...root.querySelectorAll<HTMLElement>(".search-starters a, .result a, .search-more"),
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

/** Opens the search dialog; the browser traps the focus and restores it. */
export function openSearch(): void {
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input")?.select();
}

function makeDialog(): HTMLDialogElement {
  const input = element("input", {
    id: "dialog-query",
    name: "q",
    type: "search",
    placeholder: FIELD_HINT,
    autocomplete: "off",
    spellcheck: false,
    ariaLabel: "Search this site",
  });
  const close = element(
    "button",
    { type: "button", className: "search-close", onclick: () => made.close() },
    "Close",
  );
  // Enter in the field opens the search page.
  const form = element(
    "form",
    { role: "search", className: "search-form", action: to("/search/") },
    input,
    close,
  );
  const made = element("dialog", { className: "search-dialog", ariaLabel: "Search this site" }, form);
  connectSearch(made, form);
  made.addEventListener("click", ({ target }) => {
    if (target === made || (target as Element).closest("a")) made.close();
  });
  // Browsers differ on Escape in a search field: some empty the field first, and WebKit only does that.
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    made.close();
  });
  document.body.append(made);
  return made;
}

// The form of the search page works without script; script adds results as one types and updates the address.
const page = document.querySelector<HTMLElement>("#search-page");
const form = page?.querySelector("form");
if (page && form) {
  const input = form.elements.namedItem("q") as HTMLInputElement;
  const run = connectSearch(page, form, (query, isChoice) => {
    const url = new URL(location.href);
    url.search = formatQuery(query).toString();
    // Back undoes a choice, not a letter.
    if (url.href !== location.href) history[isChoice ? "pushState" : "replaceState"](null, "", url);
  });
  const fromAddress = () => parseQuery(new URLSearchParams(location.search));
  addEventListener("popstate", () => run(fromAddress()));
  // Also search for text typed before this script loaded.
  run(input.value ? { ...fromAddress(), text: input.value } : fromAddress());
  if (!location.hash) input.focus({ preventScroll: true });
}
