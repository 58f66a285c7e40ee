import type { Found } from "../search/find.ts";
import { type Filter, FILTERS, type Query } from "../search/query.ts";
import type { SearchEngine } from "./search-engine.ts";
import { choiceButton, element, looserLine, part as partOf, resultItem } from "./search-parts.ts";
import { failureLine, statusLine } from "./search-status.ts";

/** Results shown at first, and added at a time: a browser fetches six files side by side, and one may be a part of the index. */
const PAGE = 5;
/** Milliseconds without a letter after which a word is searched for, and one of fewer letters than three. */
const PAUSE = 50;
const LONGER_PAUSE = 250;
/** A last word of at least three letters: one or two begin so many words that most of the index would be fetched for them. */
const BEGUN = /\S{3}$/;

/** What a search interface tells the page that it is on. */
export interface SearchEvents {
  /**
   * What is asked has changed; `step` if it was by a choice, not by typing: then at once, else when the answer is there.
   * Without this, Enter follows the form.
   */
  onQuery?: (query: Query, step: boolean) => void;
  /** It is known whether there are results. */
  onResults?: (some: boolean) => void;
}

/**
 * Makes the search interface in `root`, the dialog or the search page, search as one types; only the page has choices beside
 * the kinds. Returns a function that asks a query.
 */
export function connectSearch(
  engine: SearchEngine,
  root: Element,
  { onQuery, onResults }: SearchEvents = {},
): (query: Query) => void {
  const part = <Type extends HTMLElement>(selector: string) => partOf<Type>(root, selector);
  const form = part<HTMLFormElement>("form");
  const input = part<HTMLInputElement>("input");
  const [status, kinds, list] = [part(".search-status"), part(".search-kinds"), part(".search-results")];
  const more = part<HTMLButtonElement>(".search-more");
  const choices = root.querySelector<HTMLElement>(".search-choices");
  const selects = [...(choices?.querySelectorAll("select") ?? [])];
  let query: Query = { text: "", filters: {}, byDate: false };
  let turn = 0;
  /** Letters were typed that the page has not been told of. */
  let owed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    clearTimeout(timer);
    const mine = ++turn;
    try {
      const isBlank = query.text.trim() === "";
      const found = isBlank ? undefined : await engine.search(query, 0, PAGE);
      if (mine !== turn || (!found && !isBlank)) return;
      if (found) show(found);
      else clear();
    } catch {
      if (mine !== turn) return;
      showFailure();
    }
    // Not before: a new address makes Chromium fetch the icon, on one of the six lines that texts of results come by.
    tell();
  }

  function tell(): void {
    if (owed) onQuery?.(query, false);
    owed = false;
  }

  function change(to: Partial<Query>, step: boolean): void {
    if (step) tell();
    query = { ...query, ...to };
    if (step) onQuery?.(query, true);
    else owed = true;
    void run();
  }

  function choose(name: Filter, value: string): void {
    const { [name]: _, ...others } = query.filters;
    change({ filters: value ? { ...others, [name]: value } : others }, true);
  }

  /** A list without items is none. Who was on a result when those of the next letter came is on the one in its place. */
  function showItems(items: readonly HTMLElement[]): void {
    const links = () => [...list.querySelectorAll("a")];
    const place = links().indexOf(document.activeElement as HTMLAnchorElement);
    list.replaceChildren(...items);
    list.hidden = items.length === 0;
    if (place >= 0) (links()[place] ?? input).focus();
  }

  function clear(): void {
    showItems([]);
    kinds.replaceChildren();
    if (choices) choices.hidden = true;
    more.hidden = true;
    status.textContent = "";
    onResults?.(false);
  }

  function show(found: Found): void {
    showItems(itemsOf(found, 0));
    const without = (count: number) =>
      button(`Show all ${count} without the filter`, () => change({ filters: {} }, true));
    const instead = (text: string) =>
      button(text, () => {
        input.value = text;
        change({ text, filters: {} }, true);
      });
    status.replaceChildren(...statusLine(query, found, without, instead));
    showKinds(found.counts.kind);
    for (const select of selects) showChoices(select, found);
    if (choices) choices.hidden = found.unfiltered === 0;
    const all = found.total + found.looser;
    onResults?.(all > 0);
    let shown = PAGE;
    more.hidden = all <= shown;
    const asked = query;
    more.onclick = async () => {
      const next = await engine.search(asked, shown, shown + PAGE).catch(showFailure);
      if (!next) return;
      const items = itemsOf(next, shown);
      shown += PAGE;
      list.append(...items);
      more.hidden = all <= shown;
      items
        .find((item) => item.querySelector("a"))
        ?.querySelector("a")
        ?.focus();
    };
  }

  /** Results from place `from` on; before the first that lacks a word, a line that says so. */
  function itemsOf({ results, total, looser }: Found, from: number): HTMLElement[] {
    const items = results.map(resultItem);
    const first = total - from;
    if (looser > 0 && first >= 0 && first < items.length) items.splice(first, 0, looserLine(looser));
    return items;
  }

  function showFailure(): void {
    clear();
    status.replaceChildren(...failureLine(button("Try again", () => void run())));
  }

  /** A button of the status line. */
  function button(label: string, act: () => void): HTMLButtonElement {
    // It goes when it has done its work; the field is where to go on from.
    const onclick = () => {
      input.focus();
      act();
    };
    return element("button", { type: "button", className: "link", onclick }, label);
  }

  function showKinds(counts: Record<string, number>): void {
    const names = Object.entries(counts).filter(([name, count]) => count > 0 && name !== "Source");
    const had = kinds.contains(document.activeElement)
      ? document.activeElement?.getAttribute("data-value")
      : undefined;
    const choice = (value: string, label: string) =>
      choiceButton(value, label, value === (query.filters.kind ?? ""), () => choose("kind", value));
    const chosen = query.filters.kind;
    if (chosen && chosen !== "Source" && !counts[chosen]) names.push([chosen, 0]);
    kinds.replaceChildren(
      choice("", "All"),
      ...names.map(([name, count]) => choice(name, `${name} ${count}`)),
      choice("Source", "Sources"),
    );
    if (had !== undefined) kinds.querySelector<HTMLElement>(`[data-value="${had}"]`)?.focus();
  }

  function showChoices(select: HTMLSelectElement, { counts }: Found): void {
    if (select.name === "sort") select.value = query.byDate ? "date" : "relevance";
    const name = FILTERS.find((filter) => filter === select.name);
    if (!name) return;
    const chosen = query.filters[name] ?? "";
    const values = Object.entries({ ...(chosen && { [chosen]: 0 }), ...counts[name] }).filter(
      ([value, count]) => count > 0 || value === chosen,
    );
    values.sort(([a], [b]) => (name === "year" ? b.localeCompare(a) : a.localeCompare(b)));
    const any = element("option", { value: "" }, "Any");
    select.replaceChildren(
      any,
      ...values.map(([value, count]) => element("option", { value }, `${value} (${count})`)),
    );
    select.value = chosen;
  }

  for (const select of selects)
    select.addEventListener("change", () => {
      const name = FILTERS.find((filter) => filter === select.name);
      name ? choose(name, select.value) : change({ byDate: select.value === "date" }, true);
    });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    const isBegun = BEGUN.test(input.value);
    timer = setTimeout(() => change({ text: input.value }, false), isBegun ? PAUSE : LONGER_PAUSE);
    if (isBegun) engine.prepare({ ...query, text: input.value });
  });
  form.addEventListener("submit", (event) => {
    if (!onQuery) return;
    event.preventDefault();
    change({ text: input.value }, true);
  });
  form.parentElement?.addEventListener("keydown", (event) =>
    moveFocus(event, [input, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])]),
  );

  return (asked) => {
    query = asked;
    input.value = asked.text;
    void run();
  };
}

/** Arrow keys move between the field and the results. */
function moveFocus(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (at < 0 || next === undefined || !stops[next]) return;
  event.preventDefault();
  stops[next].focus();
}
