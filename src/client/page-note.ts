import { putBeside } from "./place-tip.ts";

// One for the page. As a popover it lies over everything; Escape and a click elsewhere close it.
const note = document.createElement("div");
note.className = "page-note";
note.id = "note";
note.tabIndex = -1;
note.popover = "auto";

/** What the note stands beside. */
let anchor: HTMLElement | undefined;

/** Shows `content` beside `beside`, as a description of it or, with `label`, as a dialog that takes the focus. */
export function showNote(beside: HTMLElement, content: (Node | string)[], label?: string): void {
  hideNote();
  anchor = beside;
  note.role = label ? "dialog" : "tooltip";
  note.ariaLabel = label ?? null;
  note.replaceChildren(...content);
  // The keyboard goes on from there.
  beside.after(note);
  note.showPopover();
  const mark = beside.getClientRects()[0] ?? beside.getBoundingClientRect();
  putBeside(note, mark, { x: mark.left, y: mark.top });
  anchor.classList.add("on");
  if (label) note.focus({ preventScroll: true });
  else anchor.setAttribute("aria-describedby", note.id);
}

/** Closes the note, if it is open. */
export function hideNote(): void {
  if (anchor) note.hidePopover();
}

/** Whether `node` is part of the note. */
export function inNote(node: EventTarget | null): boolean {
  return note.contains(node as Node | null);
}

note.addEventListener("beforetoggle", (event) => {
  if (event.newState === "open") return;
  anchor?.classList.remove("on");
  anchor?.removeAttribute("aria-describedby");
  anchor = undefined;
});
addEventListener("resize", hideNote);
