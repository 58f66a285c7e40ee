// Without script the links lead to the list of sources and to the glossary.
import type { NotedSource, Notes } from "../texts/citations.ts";
import { element } from "./dom.ts";
import { placePopover } from "./place.ts";

const panel = element("div", {
  className: "page-note",
  id: "page_note",
  role: "dialog",
  popover: "auto",
  tabIndex: -1,
});
let requested: Promise<Notes> | undefined;

function fetchNotes(): Promise<Notes> {
  return (requested ??= fetch("notes.json").then((response) => response.json() as Promise<Notes>));
}

let opener: HTMLElement | undefined;

/** A style with `:has()` would be asked of every link while a page is read. */
function markOpener(link?: HTMLElement) {
  if (opener) opener.ariaExpanded = null;
  opener = link;
  if (link) link.ariaExpanded = "true";
}

function openPanel(link: HTMLElement, label: string, ...content: Node[]) {
  panel.ariaLabel = label;
  panel.replaceChildren(...content);
  // So that the keyboard continues from the link.
  link.after(panel);
  panel.showPopover();
  markOpener(link);
  const line = [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect();
  placePopover(panel, line, line.left, "below");
  panel.focus({ preventScroll: true });
}

function linkTo(href: string, title: string): HTMLElement {
  return element("p", { className: "page-note__event" }, element("a", { href }, title));
}

async function openSources(dot: HTMLAnchorElement) {
  const notes = await fetchNotes();
  panel.remove();
  const parts = notes.marks[Number(dot.id.split("_")[1]) - 1] ?? [];
  const sentences = sentencesOf(dot, parts.length);
  const isOne = parts.length === 1;
  const rowsOf = (part: readonly number[]) => part.flatMap((row) => notes.rows[row] ?? []);
  const sourcesOf = (part: readonly number[]) => mergeSources(rowsOf(part).flatMap(({ sources }) => sources));
  const copied = parts.flatMap((part, i) => [
    sentences[i] ?? "",
    ...sourcesOf(part).map((source) => citationOf(notes, source)),
    "",
  ]);
  const copy = element("button", { type: "button" }, `Copy ${isOne ? "sentence" : "sentences"} with sources`);
  copy.dataset.copy = isOne ? "sentence with its sources" : "sentences with their sources";
  copy.dataset.text = `${copied.join("\n")}\n${document.title}, ${new URL(`#${dot.id}`, location.href)}`;
  openPanel(
    dot,
    "Sources",
    ...parts.map((part, i) => {
      const rows = rowsOf(part);
      const statuses = new Set(rows.flatMap(({ status }) => notes.remarks[status ?? -1] ?? []));
      return element(
        "section",
        {},
        ...(isOne ? [] : [element("p", { className: "page-note__sentence" }, sentences[i] ?? "")]),
        ...[...statuses].map((status) => element("p", { className: "page-note__status" }, status)),
        element("ul", {}, ...sourcesOf(part).map((source) => itemOf(notes, source))),
        ...rows.map(({ href, title }) => linkTo(href, title)),
      );
    }),
    element("p", { className: "page-note__copy" }, copy),
  );
}

function mergeSources(all: readonly NotedSource[]): NotedSource[] {
  return [...new Set(all.map(({ source }) => source))].map((source) => {
    const same = all.filter((other) => other.source === source);
    return {
      source,
      words: same.flatMap(({ words = [] }) => words),
      about: [...new Set(same.flatMap(({ about = [] }) => about))],
    };
  });
}

function citationOf(notes: Notes, { source, words = [] }: NotedSource) {
  const { link, facts, title } = findSource(notes, source);
  const citation = [`${link?.textContent} ${facts}`.trim(), title.replace(/\.$/, ""), link?.href];
  const quoted = words.flatMap(({ words, english }) => english ?? words ?? []);
  return [...quoted, `Source: ${citation.filter(Boolean).join(". ")}`].join("\n");
}

function findSource(notes: Notes, number: number) {
  const link = document.querySelector<HTMLAnchorElement>(`#source_${number} a`);
  const { title = "", lang = "en", extent = "" } = notes.sources[number - 1] ?? {};
  return { link, facts: link?.nextSibling?.textContent?.trim() ?? "", title, lang, extent };
}

function itemOf(notes: Notes, { source, words = [], about = [] }: NotedSource): Node {
  const { link, facts, title, lang, extent } = findSource(notes, source);
  const quote = (text: string | undefined, lang: string) =>
    text === undefined ? [] : [element("blockquote", { lang }, element("p", { dir: "auto" }, text))];
  return element(
    "li",
    {},
    ...words.flatMap(({ words, lang = "en", english }) => [...quote(english, "en"), ...quote(words, lang)]),
    link?.cloneNode(true) ?? "",
    ` ${facts}`,
    element(
      "span",
      {},
      element("bdi", { lang }, title),
      ` ${about.length > 0 ? about.map((remark) => notes.remarks[remark]).join(" ") : extent}`,
    ),
  );
}

/** The words of the paragraph before each of the places that it cites in. */
function sentencesOf(dot: HTMLElement, count: number) {
  const places = [...document.querySelectorAll(".cited, .citation")];
  const end = places.indexOf(dot);
  let before: Element | undefined;
  return places.slice(end - count, end).map((place) => {
    const range = document.createRange();
    if (before) range.setStartAfter(before);
    else range.setStart(dot.closest("p, li, td, th, h2, h3") ?? dot, 0);
    range.setEndAfter(place);
    before = place;
    return range.toString().replace(/^[\s,;:.]+|[\s,;]+$/g, "");
  });
}

/** Like `openSources`, but has nothing to wait for. */
function openMeaning(link: HTMLAnchorElement) {
  // The first of several links to a term has its meaning.
  const noted = document.querySelectorAll<HTMLAnchorElement>(".term[data-note]");
  const meaning = [...noted].find(({ href }) => href === link.href)?.dataset.note ?? "";
  openPanel(link, link.textContent, element("p", {}, meaning), linkTo(link.href, link.textContent));
  return Promise.resolve();
}

/** See src/styles/citations.css. */
function isInMargin(link: Element) {
  const { position, display } = getComputedStyle(link, "::after");
  return position === "absolute" && display !== "none";
}

const linkAt = ({ target }: Event) => (target as Element).closest<HTMLAnchorElement>(".citation, .term");

document.addEventListener("click", (event) => {
  const link = linkAt(event);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || isInMargin(link)) return;
  event.preventDefault();
  const open = link.matches(".citation") ? openSources : openMeaning;
  // Without popovers or notes the link leads to the list of sources or the glossary.
  open(link).catch(() => location.assign(link.href));
});
document.addEventListener("pointerover", (event) => {
  // Early, for speed alone: a failure is reported by the click.
  if (linkAt(event)?.matches(".citation")) fetchNotes().catch(() => undefined);
});
panel.addEventListener("toggle", () => {
  if (!panel.matches(":popover-open")) markOpener();
});
addEventListener("resize", () => {
  if (panel.matches(":popover-open")) panel.hidePopover();
});
