import type { Spellings } from "../search/spelling.ts";
import { words, wordsIn } from "../search/words.ts";
import { to } from "../routes.ts";

// On a page that was opened from a result: marks what was searched for. The marks are ranges, the page stays as it is.
const MARKS = "search";
const SKIPPED = "script, style, noscript, svg, textarea, .visually-hidden";
const main = document.querySelector("main");
const asked = new URLSearchParams(location.search).get("highlight") ?? "";

async function mark(): Promise<void> {
  if (!main || !("highlights" in CSS)) return;
  const wanted = new Set(words(asked));
  for (const word of await otherSpellings(wanted)) wanted.add(word);
  const ranges = rangesOf(main, wanted);
  if (ranges.length === 0) return;
  CSS.highlights.set(MARKS, new Highlight(...ranges));
  showNote();
  // Fonts that come late may have moved the section away from where the browser landed.
  await document.fonts.ready;
  const section = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const [range] = ranges;
  const around = range?.startContainer.parentElement;
  if (section) reveal(section, section, "start");
  else if (range && around) reveal(range, around, "center");
}

/** Words that the site knows as spellings of what was asked: a page that quotes "Zelenskyy" answers "Zelensky" too. */
async function otherSpellings(wanted: ReadonlySet<string>): Promise<string[]> {
  const response = await fetch(to("/search/spellings.json")).catch(() => undefined);
  if (!response?.ok) return [];
  const { variants } = (await response.json()) as Spellings;
  return Object.entries(variants).flatMap(([variant, own]) =>
    words(own).every((word) => wanted.has(word)) ? words(variant) : [],
  );
}

function rangesOf(root: Element, wanted: ReadonlySet<string>): Range[] {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    for (const { stem, from, to } of wordsIn(text.data)) {
      if (!wanted.has(stem)) continue;
      const range = new Range();
      range.setStart(text, from);
      range.setEnd(text, to);
      ranges.push(range);
    }
  }
  return ranges;
}

/** A line that says what is marked and takes the marks away; so does Escape. */
function showNote(): void {
  const note = document.createElement("p");
  note.className = "found-note no-print";
  note.setAttribute("role", "status");
  const remove = document.createElement("button");
  remove.type = "button";
  remove.textContent = "Remove the marks";
  note.append(`Marked: “${asked}” `, remove);
  document.body.append(note);
  const clear = () => {
    CSS.highlights.delete(MARKS);
    note.remove();
    removeEventListener("keydown", onKey);
    const url = new URL(location.href);
    url.searchParams.delete("highlight");
    history.replaceState(history.state, "", url);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) clear();
  };
  remove.onclick = clear;
  addEventListener("keydown", onKey);
}

/** Scrolls to an element unless the place in it that matters is in view already. */
function reveal(place: Element | Range, element: Element, block: ScrollLogicalPosition): void {
  const { top } = place.getBoundingClientRect();
  if (top < 0 || top > innerHeight * 0.8) element.scrollIntoView({ block, behavior: "instant" });
}

void mark();
