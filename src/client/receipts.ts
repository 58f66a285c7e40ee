// Shows the sources of a sentence and the meaning of a term in a panel. Without script the links lead to the
// list of sources and to the glossary.
import type { Notes } from "../explainers/receipts.ts";
import { element } from "./dom.ts";
import { copyText } from "./page.ts";
import { placePopover } from "./place.ts";

const HOVER_DELAY_MS = 250;
/** At this width or more, terms are explained in the margin (src/styles/signs.css). */
const MARGIN_NOTES = matchMedia("(min-width: 81rem)");

const panel = element("div", { className: "page-note", id: "note", tabIndex: -1 });
let anchor: HTMLElement | undefined;
let requested: Promise<Notes | undefined> | undefined;
let timer: number | undefined;

/** Fetched once; undefined if that fails. */
async function fetchNotes(): Promise<Notes | undefined> {
  requested ??= fetch("notes.json").then(
    (response) => (response.ok ? (response.json() as Promise<Notes>) : undefined),
    () => undefined,
  );
  return requested;
}

/**
 * Opens the panel at `link`: with a label as a dialog that takes the focus, else as a description of the
 * link.
 */
function openPanel(link: HTMLElement, content: Node[], label?: string): void {
  closePanel();
  anchor = link;
  panel.popover = "auto";
  panel.role = label ? "dialog" : "tooltip";
  panel.ariaLabel = label ?? null;
  panel.replaceChildren(...content);
  // So that the keyboard continues from the link.
  link.after(panel);
  panel.showPopover();
  const line = [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect();
  placePopover(panel, line, line.left, "below");
  link.classList.add("on");
  if (label) panel.focus({ preventScroll: true });
  else link.setAttribute("aria-describedby", panel.id);
}

function closePanel(): void {
  if (anchor) panel.hidePopover();
}

panel.addEventListener("beforetoggle", (event) => {
  if ((event as ToggleEvent).newState === "open") return;
  anchor?.classList.remove("on");
  anchor?.removeAttribute("aria-describedby");
  anchor = undefined;
});
addEventListener("resize", closePanel);

function linkTo(href: string, title: string): HTMLElement {
  return element("p", { className: "page-note__event" }, element("a", { href }, title));
}

async function openSources(dot: HTMLAnchorElement): Promise<void> {
  const notes = await fetchNotes();
  if (!notes) return location.assign(dot.hash);
  const { status = [], events = [] } = notes.signs[Number(dot.id.slice(1)) - 1] ?? {};
  const sources = (dot.dataset.s?.split(" ") ?? []).flatMap((number) => {
    const link = document.querySelector<HTMLAnchorElement>(`#s${number} a`);
    const title = notes.sources[Number(number) - 1] ?? "";
    return link ? { link, facts: link.nextSibling?.textContent?.trim() ?? "", title } : [];
  });
  const message = element("span", { role: "status" });
  const copy = element("button", { type: "button" }, "Copy sentence with source");
  copy.addEventListener("click", async () => {
    const [first] = sources;
    const citation = [`${first?.link.textContent} ${first?.facts}`.trim(), first?.title, first?.link.href]
      .map((part) => part?.replace(/\.$/, ""))
      .filter(Boolean)
      .join(". ");
    const text = `${sentenceBefore(dot)}\n\nSource: ${citation}\n${document.title}, ${location.href.split("#")[0]}#${dot.id}`;
    message.textContent = (await copyText(text))
      ? "Copied."
      : "Your browser did not allow copying. Select the text and copy it yourself.";
  });
  const items = sources.map(({ link, facts, title }) =>
    element("li", {}, link.cloneNode(true), ` ${facts}`, element("span", {}, title)),
  );
  openPanel(
    dot,
    [
      ...status.map((sentence) => element("p", {}, sentence)),
      element("ul", {}, ...items),
      ...events.map(([href, title]) => linkTo(href, title)),
      element("p", {}, copy, message),
    ],
    "Sources",
  );
}

function sentenceBefore(dot: HTMLElement): string {
  const block = dot.closest("p, li, td") ?? dot;
  const text = block.cloneNode(true) as Element;
  text.querySelector("#note")?.remove();
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEndBefore(dot);
  const end = before.toString().trimEnd().length - 1;
  const sentences = new Intl.Segmenter(document.documentElement.lang, { granularity: "sentence" });
  return sentences.segment(text.textContent).containing(end)?.segment.trim() ?? "";
}

/** Opens the meaning of a term; on touch with a link to the glossary. */
function openMeaning(link: HTMLAnchorElement, isTouch = false): void {
  // The first of several links to a term has its meaning.
  const noted = document.querySelectorAll<HTMLAnchorElement>(".term[data-note]");
  const meaning = [...noted].find(({ href }) => href === link.href)?.dataset.note ?? "";
  const content = [element("p", {}, meaning)];
  if (isTouch) openPanel(link, [...content, linkTo(link.href, link.textContent)], link.textContent);
  else openPanel(link, content);
}

const linkAt = ({ target }: Event) => (target as Element).closest<HTMLAnchorElement>(".sign, .term");
/** Whether the link is a term whose meaning is not in the margin. */
const isUnexplained = (link: HTMLElement) =>
  link.matches(".term") && !(MARGIN_NOTES.matches && link.dataset.note !== undefined);
const describes = (link: HTMLElement | null) => link?.matches(".term.on") && panel.role === "tooltip";
let pointer = "";

document.addEventListener("pointerdown", ({ pointerType }) => (pointer = pointerType), { passive: true });
document.addEventListener("click", (event) => {
  const link = linkAt(event);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.matches(".term") && pointer !== "touch") return;
  event.preventDefault();
  if (link.matches(".term")) openMeaning(link, true);
  else void openSources(link);
});
document.addEventListener("pointerover", (event) => {
  const link = linkAt(event);
  if (link?.matches(".sign")) void fetchNotes();
  if (event.pointerType === "touch" || panel.contains(event.target as Node)) return;
  clearTimeout(timer);
  if (link && isUnexplained(link) && !link.matches(".on"))
    timer = window.setTimeout(() => {
      if (link.matches(":hover")) openMeaning(link);
    }, HOVER_DELAY_MS);
});
document.addEventListener("pointerout", (event) => {
  if (!describes(linkAt(event))) return;
  clearTimeout(timer);
  timer = window.setTimeout(closePanel, HOVER_DELAY_MS);
});
document.addEventListener("focusin", (event) => {
  const link = linkAt(event);
  if (link?.matches(":focus-visible") && isUnexplained(link)) openMeaning(link);
});
document.addEventListener("focusout", (event) => {
  if (describes(linkAt(event))) closePanel();
});
