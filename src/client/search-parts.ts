import type { Excerpt } from "../search/excerpt.ts";
import type { Result } from "../search/find.ts";

/** One result: title, kind and date, an excerpt with the words found marked, sections that match. Text only, no markup. */
export function resultItem(result: Result): HTMLElement {
  const heading = element(
    "p",
    { className: "result__title" },
    element("a", { href: result.url }, result.title),
  );
  const meta = element(
    "p",
    { className: "result__meta quiet small" },
    [result.kind, result.date].filter(Boolean).join(" · "),
  );
  const excerpt = element("p", { className: "result__excerpt" }, ...marked(result.excerpt));
  const parts = result.parts.map((part) => element("li", {}, element("a", { href: part.url }, part.title)));
  return element(
    "li",
    { className: "result" },
    heading,
    meta,
    excerpt,
    ...(parts.length > 0 ? [element("ul", {}, ...parts)] : []),
  );
}

/** The line before results that lack a word. */
export function looserLine(count: number): HTMLElement {
  return element(
    "li",
    { className: "search-looser quiet" },
    count === 1 ? "1 page lacks one of the words:" : `${count} pages lack one of the words:`,
  );
}

/** A button of a group, one of which is pressed. */
export function choiceButton(
  value: string,
  label: string,
  pressed: boolean,
  choose: () => void,
): HTMLElement {
  const button = element("button", { type: "button", onclick: choose }, label);
  button.setAttribute("aria-pressed", String(pressed));
  button.dataset.value = value;
  return button;
}

/** An element with properties and children; strings become text, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function marked(excerpt: Excerpt): (Node | string)[] {
  return excerpt.map((piece, i) => (i % 2 === 0 ? piece : element("mark", {}, piece)));
}

/** The first element inside `root` that a selector finds. Throws an Error that names the selector if there is none. */
export function part<Type extends Element = HTMLElement>(root: ParentNode, selector: string): Type {
  const found = root.querySelector<Type>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
}
