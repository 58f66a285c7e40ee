// Shows the sources of a sentence and the meaning of a term in a panel. Without script the links lead to the
// list of sources and to the glossary.
import type { Notes } from "../texts/citations.ts";
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

/** Fetched once. */
function fetchNotes(): Promise<Notes> {
  return (requested ??= fetch("notes.json").then((response) => response.json() as Promise<Notes>));
}

/** Opens the panel at `link` and moves the focus to it. */
function openPanel(link: HTMLElement, label: string, ...content: Node[]): void {
  panel.ariaLabel = label;
  panel.replaceChildren(...content);
  // So that the keyboard continues from the link.
  link.after(panel);
  panel.showPopover();
  const line = [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect();
  placePopover(panel, line, line.left, "below");
  panel.focus({ preventScroll: true });
}

function linkTo(href: string, title: string): HTMLElement {
  return element("p", { className: "page-note__event" }, element("a", { href }, title));
}

async function openSources(dot: HTMLAnchorElement): Promise<void> {
  const notes = await fetchNotes();
  panel.remove();
  const { status = [], rows = [], words = [] } = notes.marks[Number(dot.id.split("_")[1]) - 1] ?? {};
  const sources = (dot.dataset.s?.split(" ") ?? []).flatMap((number) => {
    const link = document.querySelector<HTMLAnchorElement>(`#source_${number} a`);
    const { title = "", lang = "en", extent = "" } = notes.sources[Number(number) - 1] ?? {};
    const quoted = words.filter(({ source }) => source === Number(number));
    const facts = link?.nextSibling?.textContent?.trim() ?? "";
    return link ? { link, facts, title, lang, extent, quoted } : [];
  });
  const [first] = sources;
  const sentences = words.flatMap(({ words, english }) => english ?? words ?? []);
  const citation = [`${first?.link.textContent} ${first?.facts}`.trim(), first?.title, first?.link.href]
    .map((part) => part?.replace(/\.$/, ""))
    .filter(Boolean)
    .join(". ");
  const copy = element("button", { type: "button" }, "Copy sentence with source");
  copy.dataset.copy = "sentence with source";
  copy.dataset.text = `${[sentenceBefore(dot), ...sentences].join("\n")}\n\nSource: ${citation}\n${document.title}, ${new URL(`#${dot.id}`, location.href)}`;
  const items = sources.map(({ link, facts, title, lang, extent, quoted }) =>
    element(
      "li",
      {},
      ...quoted.flatMap((quotation) => wordsOf(quotation)),
      link.cloneNode(true),
      ` ${facts}`,
      element("span", {}, element("bdi", { lang }, title), ` ${extent}`),
    ),
  );
  openPanel(
    dot,
    "Sources",
    ...status.map((sentence) => element("p", {}, sentence)),
    element("ul", {}, ...items),
    ...rows.map(([href, title]) => linkTo(href, title)),
    element("p", {}, copy),
  );
}

/** The words of a source, in its language and in English, and when they were seen. */
function wordsOf({ words, lang = "en", english, about }: Notes["marks"][number]["words"][number]): Node[] {
  const quote = (text: string, lang: string) =>
    element("blockquote", { lang }, element("p", { dir: "auto" }, text));
  return [
    ...(english === undefined ? [] : [quote(english, "en")]),
    ...(words === undefined ? [] : [quote(words, lang)]),
    element("p", { className: "page-note__seen" }, about),
  ];
}

function sentenceBefore(dot: HTMLElement): string {
  const block = dot.closest("p, li, td") ?? dot;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEndBefore(dot);
  const end = before.toString().trimEnd().length - 1;
  const sentences = new Intl.Segmenter(document.documentElement.lang, { granularity: "sentence" });
  return sentences.segment(block.textContent).containing(end)?.segment.trim() ?? "";
}

/** Like `openSources`, but has nothing to wait for. */
function openMeaning(link: HTMLAnchorElement): Promise<void> {
  // The first of several links to a term has its meaning.
  const noted = document.querySelectorAll<HTMLAnchorElement>(".term[data-note]");
  const meaning = [...noted].find(({ href }) => href === link.href)?.dataset.note ?? "";
  openPanel(link, link.textContent, element("p", {}, meaning), linkTo(link.href, link.textContent));
  return Promise.resolve();
}

/** Whether the meaning of a term is next to it in the margin (src/styles/citations.css). */
function isInMargin(link: Element): boolean {
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
addEventListener("resize", () => {
  if (panel.matches(":popover-open")) panel.hidePopover();
});
