import { type Found, type Result, search, warmUp } from "./search-engine.ts";

const PAGE = 8;

/** The parts of a search interface, in the dialog and on the search page alike. */
export interface SearchParts {
  form: HTMLFormElement;
  input: HTMLInputElement;
  /** Live region with the number of results. */
  status: HTMLElement;
  kinds: HTMLElement;
  list: HTMLElement;
  more: HTMLButtonElement;
  /** Called when what is searched for has changed. */
  onState?: (query: string, kind: string) => void;
}

/** Makes a form search as one types. Returns a function that searches for a query. */
export function connectSearch(parts: SearchParts): (query: string, kind?: string) => Promise<void> {
  const { form, input, status, kinds, list, more } = parts;
  let turn = 0;
  let kind = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(query: string, wanted = kind): Promise<void> {
    kind = wanted;
    const mine = ++turn;
    parts.onState?.(query, kind);
    if (query.trim() === "") {
      list.replaceChildren();
      kinds.replaceChildren();
      more.hidden = true;
      status.textContent = "";
      return;
    }
    try {
      const found = await search(query, kind || undefined);
      const first = await found.load(0, PAGE);
      if (mine !== turn) return;
      show(query, found, first);
    } catch {
      if (mine === turn)
        status.textContent = "Search could not be loaded. Check the connection and try again, or browse the A to Z on the search page.";
    }
  }

  function show(query: string, found: Found, first: Result[]): void {
    list.replaceChildren(...first.map(resultItem));
    status.replaceChildren(...statusLine(query, found));
    showKinds(query, found);
    more.hidden = found.total <= PAGE;
    let shown = first.length;
    more.onclick = async () => {
      const next = await found.load(shown, shown + PAGE);
      shown += next.length;
      const items = next.map(resultItem);
      list.append(...items);
      more.hidden = shown >= found.total;
      items[0]?.querySelector("a")?.focus();
    };
  }

  function statusLine(query: string, found: Found): (Node | string)[] {
    if (found.total > 0) return [`${found.total} ${found.total === 1 ? "result" : "results"} for “${found.searchedFor ?? query}”`];
    const line: (Node | string)[] = [`Nothing found for “${query}”. `];
    for (const [i, words] of found.didYouMean.entries()) {
      const button = element("button", { type: "button", className: "link" }, words);
      button.onclick = () => {
        input.value = words;
        void run(words);
      };
      line.push(i === 0 ? "Did you mean " : " or ", button);
    }
    return found.didYouMean.length > 0 ? [...line, "?"] : [...line, "Try fewer words, or browse the A to Z on the search page."];
  }

  function showKinds(query: string, found: Found): void {
    const names = Object.entries(found.kinds).filter(([name, count]) => count > 0 || name === kind);
    const choice = (value: string, label: string) => {
      const button = element("button", { type: "button" }, label);
      button.setAttribute("aria-pressed", String(value === kind));
      button.onclick = () => void run(query, value);
      return button;
    };
    kinds.replaceChildren(
      ...(names.length > 1 || kind ? [choice("", "All"), ...names.map(([name, count]) => choice(name, `${name} ${count}`))] : []),
    );
  }

  const searchSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(input.value), 120);
  };
  input.addEventListener("input", searchSoon);
  input.addEventListener("focus", () => void warmUp().catch(() => undefined), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void run(input.value);
  });
  form.parentElement?.addEventListener("keydown", (event) => moveFocus(event, input, list));
  return run;
}

/** Arrow keys move between the field and the results. */
function moveFocus(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops: HTMLElement[] = [input, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

function resultItem(result: Result): HTMLElement {
  const heading = element("p", { className: "result__title" }, element("a", { href: result.url }, result.title));
  const meta = element("p", { className: "result__meta" }, [result.kind, result.date].filter(Boolean).join(" · "));
  const excerpt = element("p", { className: "result__excerpt" });
  excerpt.innerHTML = result.excerpt;
  const parts = result.parts.map((part) => element("li", {}, element("a", { href: part.url }, part.title)));
  return element("li", { className: "result" }, heading, meta, excerpt, ...(parts.length > 0 ? [element("ul", {}, ...parts)] : []));
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
