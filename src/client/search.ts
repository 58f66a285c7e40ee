import { expectDefined } from "../expect-defined.ts";
import { plural } from "../format/numbers.ts";
import { withBase } from "../routes.ts";
import { formatQuery, type Found, parseQuery, type Query, type Result } from "../search/find.ts";
import { element } from "./dom.ts";
import { searchWorker, stopWorker } from "./page.ts";
import type { Request } from "./search-worker.ts";

/** As many texts as a browser loads from one server at once. */
const PAGE_SIZE = 6;
const TYPING_PAUSE_MS = 50;
/** Words below three letters begin so many others that most of the index would be fetched. */
const SHORT_WORD_PAUSE_MS = 250;
/** After this time the page says that search is at work, */
const SILENCE_MS = 1000;
/** and after this time that it failed. */
const LIMIT_MS = 20_000;

/** The kinds that a reader chooses with one click, and the name of several. */
const KINDS = `|All|${document.querySelector<HTMLElement>("[data-kinds]")?.dataset.kinds ?? ""}`.matchAll(
  /([^|]*)\|([^|]+)\|?/g,
);

const RESULTS = `
<div class="search-bar cluster" hidden>
<div class="search-kinds" role="group" aria-label="Kinds of pages">
${Array.from(KINDS, ([, kind, name]) => `<button type="button" value="${kind}">${name}</button>`).join("")}
</div>
<button type="button" class="search-newest">Newest first</button>
</div>
<p class="search-status quiet" role="status"></p>
<ol class="search-results" hidden></ol>
<button type="button" class="search-more" hidden>More results</button>`;

let limit: ReturnType<typeof setTimeout> | undefined;

/** Never resolves if a later request overtakes; rejects if the index cannot be loaded. */
function search(query: Query, from: number, to: number): Promise<Found> {
  const worker = searchWorker();
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    const fail = () => {
      stopWorker();
      reject(new Error("the search index cannot be loaded"));
    };
    worker.onerror = fail;
    clearTimeout(limit);
    const ownLimit = (limit = setTimeout(fail, LIMIT_MS));
    port1.onmessage = ({ data }: MessageEvent<Found | undefined>) => {
      clearTimeout(ownLimit);
      if (data) resolve(data);
      else fail();
    };
    worker.postMessage({ query, from, to } satisfies Request, [port2]);
  });
}

/** `said` has the excerpts above: none is shown twice. */
function resultItem(
  { title, lang, url, kind, date, excerpt, summary }: Result,
  said: Set<string>,
): HTMLElement {
  const pieces = summary
    ? [
        `${summary.first} → `,
        summary.isOpen ? element("span", { className: "open" }, `[${summary.last}]`) : summary.last,
      ]
    : excerpt.map((piece, i) => (i % 2 === 0 ? piece : element("mark", {}, piece)));
  const text = excerpt.join("").trim();
  const isNew = summary !== undefined || !said.has(text);
  said.add(text);
  return element(
    "li",
    { className: "result" },
    element("p", { className: "result__title" }, element("a", { href: url, lang }, title)),
    element("p", { className: "result__meta quiet small" }, date ? `${kind} · ${date}` : kind),
    ...(isNew ? [element("p", { className: "result__excerpt" }, ...pieces)] : []),
  );
}

function statusLine({ total, partialMatches, unknown, searchedFor }: Found, { text, kind }: Query): string {
  const asked = `“${searchedFor ?? text}”${kind && ` in ${kind}`}`;
  if (total + partialMatches === 0)
    return `Nothing found for ${asked}. Try ${kind ? "“All”" : /\s/.test(text.trim()) ? "fewer words" : "another word"}, or `;
  const rest = (count: number, what: string) => `; ${plural(count, "page has", "pages have")} ${what}`;
  const alike = /\s/.test(text.trim()) ? "some of the words, or words like them" : "words like it";
  if (unknown.length > 0)
    return `No page has “${unknown.join("” or “")}”${rest(total + partialMatches, alike)}`;
  return `${plural(total, "result")} for ${asked}${partialMatches > 0 ? rest(partialMatches, "only some of the words") : ""}`;
}

/**
 * Returns a function that runs a query. `onQuery` gets other
 * queries, and whether a choice (not typing) changed them; without it, Enter submits the form.
 */
function connectSearch(
  root: HTMLElement,
  onQuery?: (query: Query, isChoice: boolean) => void,
): (query: Query) => void {
  root.insertAdjacentHTML("beforeend", RESULTS);
  const part = <Type extends HTMLElement>(selector: string) =>
    expectDefined(root.querySelector<Type>(selector), selector);
  const input = part<HTMLInputElement>("input");
  const bar = part(".search-bar");
  const status = part(".search-status");
  const list = part(".search-results");
  const moreResults = part(".search-more");
  const newestFirst = part(".search-newest");
  const said = new Set<string>();

  let query = parseQuery(new URLSearchParams());
  let latestRun = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  /** Shows results from `from` on; `list` has those before. */
  async function run(from = 0): Promise<void> {
    clearTimeout(timer);
    const thisRun = ++latestRun;
    const isBlank = query.text.trim() === "";
    clearTimeout(waiting);
    if (!isBlank) waiting = setTimeout(() => status.replaceChildren("Searching…"), SILENCE_MS);
    // `undefined` is reported below, as “could not be loaded”; the console has the reason from the worker.
    const found = isBlank ? undefined : await search(query, from, from + PAGE_SIZE).catch(() => undefined);
    if (thisRun !== latestRun) return;
    clearTimeout(waiting);
    if (from === 0) {
      list.replaceChildren();
      said.clear();
    }
    const items = found?.results.map((result) => resultItem(result, said)) ?? [];
    list.append(...items);
    // A list without items is a fault to a screen reader.
    list.hidden = list.childElementCount === 0;
    const total = found ? found.total + found.partialMatches : 0;
    bar.hidden = !found || (total === 0 && !query.kind);
    moreResults.hidden = total <= list.childElementCount;
    if (from > 0) items[0]?.querySelector("a")?.focus();
    const browse = element("a", { href: withBase("/search/#browse") }, "browse the site");
    if (isBlank) status.replaceChildren();
    else if (!found && import.meta.env.DEV)
      status.replaceChildren(
        "The development server has no search: run npm run build, then npm run preview.",
      );
    else if (!found) status.replaceChildren("Search could not be loaded. Try again, or ", browse, ".");
    else status.replaceChildren(statusLine(found, query), ...(total > 0 ? [] : [browse, "."]));
    showChoices();
  }

  function showChoices(): void {
    for (const button of bar.querySelectorAll<HTMLButtonElement>("[value]"))
      button.ariaPressed = String(button.value === query.kind);
    newestFirst.ariaPressed = String(query.byDate);
  }

  function ask(choice: Partial<Query>, isChoice = true): void {
    query = { ...query, text: input.value, ...choice };
    onQuery?.(query, isChoice);
    void run();
  }

  bar.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest("button");
    if (button === newestFirst) ask({ byDate: !query.byDate });
    else if (button) ask({ kind: button.ariaPressed === "true" ? "" : button.value });
  });
  moreResults.addEventListener("click", () => void run(list.childElementCount));
  input.addEventListener("input", () => {
    clearTimeout(timer);
    const pause = /\S{3}$/.test(input.value) ? TYPING_PAUSE_MS : SHORT_WORD_PAUSE_MS;
    timer = setTimeout(() => ask({}, false), pause);
  });
  part("form").addEventListener("submit", (event) => {
    if (!onQuery) return;
    event.preventDefault();
    ask({});
  });
  root.addEventListener("keydown", (event) => {
    const stops = [input, ...root.querySelectorAll<HTMLElement>(".result a, .search-more")].filter(
      (stop) => stop.getClientRects().length > 0,
    );
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

/** Enter in its field opens the search page. A plain text field, because in a search field Escape does not close the dialog everywhere. */
function makeDialog(): HTMLDialogElement {
  const made = element("dialog", { className: "search-dialog", ariaLabel: "Search this site" });
  made.innerHTML = `<form role="search" class="search-form" action="${withBase("/search/")}">
<input id="dialog-query" name="q" placeholder="A word, a name, a day" autocomplete="off" spellcheck="false" enterkeyhint="search" aria-label="Search this site">
<button type="button" class="search-close">Close</button></form>`;
  connectSearch(made);
  made.addEventListener("click", ({ target }) => {
    if (target === made || (target as Element).closest("a, .search-close")) made.close();
  });
  document.body.append(made);
  return made;
}

// The form of the search page works without script; script adds results as one types and updates the address.
const page = document.querySelector<HTMLElement>("#search-page");
const input = page?.querySelector("input");
if (page && input) {
  const run = connectSearch(page, (query, isChoice) => {
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
