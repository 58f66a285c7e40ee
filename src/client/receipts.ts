// What stands behind a sentence, a term, a person or a draft, beside it. Without this script the links lead there.
import type { Notes } from "../explainers/notes.ts";
import { copyText } from "./copy-text.ts";
import { hideNote, inNote, showNote } from "./page-note.ts";

/** How long a pointer rests on a link before its note comes, and may leave it before the note goes, ms. */
const PATIENCE = 250;

let asked: Promise<Notes | undefined> | undefined;
let timer: number | undefined;

/** The notes of the page, asked for once; undefined where they cannot be had or shown (browsers before 2024). */
async function notes(): Promise<Notes | undefined> {
  if (!("popover" in document.body)) return undefined;
  asked ??= fetch("notes.json").then(
    (response) => (response.ok ? (response.json() as Promise<Notes>) : undefined),
    () => undefined,
  );
  return asked;
}

function make(
  name: string,
  content: (Node | string)[],
  attributes: Record<string, string> = {},
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

async function showSign(sign: HTMLAnchorElement): Promise<void> {
  const found = await notes();
  if (!found) return location.assign(sign.hash);
  const { status = [], events = [] } = found.signs[Number(sign.id.slice(1)) - 1] ?? {};
  const sources = (sign.dataset.s?.split(" ") ?? []).flatMap((number) => {
    const link = document.querySelector<HTMLAnchorElement>(`#s${number} a`);
    const title = found.sources[Number(number) - 1] ?? "";
    return link ? { link, facts: link.nextSibling?.textContent?.trim() ?? "", title } : [];
  });
  const said = make("span", [], { role: "status" });
  const copy = make("button", [found.words.copy], { type: "button" });
  copy.addEventListener("click", async () => {
    const [first] = sources;
    const source = [`${first?.link.textContent} ${first?.facts}`.trim(), first?.title, first?.link.href]
      .filter(Boolean)
      .join(". ");
    const text = `${sentenceBefore(sign)}\n\n${found.words.label}: ${source}\n${document.title}, ${location.href.split("#")[0]}#${sign.id}`;
    said.textContent = (await copyText(text)) ? found.words.copied : found.words.refused;
  });
  showNote(
    sign,
    [
      ...status.map((words) => make("p", [words])),
      make(
        "ul",
        sources.map(({ link, facts, title }) =>
          make("li", [link.cloneNode(true), ` ${facts}`, make("span", [title])]),
        ),
      ),
      ...events.map(([href, title]) =>
        make("p", [make("a", [title], { href })], { class: "page-note__event" }),
      ),
      make("p", [copy, said]),
    ],
    found.words.label,
  );
}

/** The sentence that a sign stands behind; signs themselves hold no words. */
function sentenceBefore(sign: HTMLElement): string {
  const block = sign.closest("p, li, td") ?? sign;
  const text = block.cloneNode(true) as Element;
  text.querySelector("#note")?.remove();
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEndBefore(sign);
  const end = before.toString().trimEnd().length - 1;
  const sentences = new Intl.Segmenter(document.documentElement.lang, { granularity: "sentence" }).segment(
    text.textContent,
  );
  return sentences.containing(end)?.segment.trim() ?? "";
}

async function showLink(link: HTMLAnchorElement): Promise<void> {
  const sentence = (await notes())?.links[link.getAttribute("href") ?? ""];
  if (sentence && link.matches(":hover, :focus")) showNote(link, [sentence]);
}

const linkAt = ({ target }: Event) =>
  (target as Element).closest<HTMLAnchorElement>(".prose a:not(.figure a, #note a)");

document.addEventListener("click", (event) => {
  const sign = linkAt(event);
  if (!sign?.matches(".sign") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void showSign(sign);
});
document.addEventListener("pointerover", (event) => {
  const link = linkAt(event);
  if (link) void notes();
  if (event.pointerType === "touch" || inNote(event.target)) return;
  clearTimeout(timer);
  if (link && !link.matches(".sign, .on")) timer = window.setTimeout(showLink, PATIENCE, link);
});
document.addEventListener("pointerout", (event) => {
  if (!linkAt(event)?.matches(".on:not(.sign)")) return;
  clearTimeout(timer);
  timer = window.setTimeout(hideNote, PATIENCE);
});
document.addEventListener("focusin", (event) => {
  const link = linkAt(event);
  if (link && !link.matches(".sign") && link.matches(":focus-visible")) void showLink(link);
});
document.addEventListener("focusout", (event) => {
  if (linkAt(event)?.matches(".on:not(.sign)")) hideNote();
});
// A finger that stays on a link; the link itself is a tap away.
document.addEventListener("contextmenu", (event) => {
  const link = linkAt(event);
  if (!link || link.matches(".sign") || (event as PointerEvent).pointerType !== "touch") return;
  event.preventDefault();
  link.focus();
  void showLink(link);
});
