import { putBeside } from "./place-tip.ts";

/** How long a tip waits for a pointer that is on its way from the hit to the tip, ms. */
const PATIENCE = 180;
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

// One for the page: as a popover it lies over everything, and nothing clips it.
const tip = document.createElement("div");
tip.className = "tip";
tip.setAttribute("role", "tooltip");
tip.popover = "manual";

let shown: Element | undefined;
/** From the top left corner of the hit to the pointer, px. */
let grip = { x: 0, y: 0 };
let timer: number | undefined;
/** Words of hits whose native tooltip has been taken away. */
const labels = new WeakMap<Element, string>();

/** Makes the hits of a figure show their words to mouse, finger and arrow keys; `say` tells them to a screen reader. */
export function connectTooltip(figure: HTMLElement, say: (words: string) => void): void {
  let touched = false;
  figure.addEventListener("pointerdown", (event) => (touched = event.pointerType === "touch"));
  figure.addEventListener("pointerover", (event) => {
    const target = event.target as Element;
    const hit = hitAt(target);
    if (hit) labelOf(hit);
    if (event.pointerType === "touch") return;
    clearTimeout(timer);
    if (hit === shown || tip.contains(target)) return;
    const change = () => (hit ? show(figure, hit, event) : hide());
    if (shown) timer = window.setTimeout(change, PATIENCE);
    else change();
  });
  figure.addEventListener("pointerleave", (event) => {
    clearTimeout(timer);
    if (event.pointerType !== "touch") timer = window.setTimeout(hide, PATIENCE);
  });
  figure.addEventListener("click", (event) => {
    const hit = hitAt(event.target as Element);
    if (!hit || !touched || hit === shown) return;
    event.preventDefault();
    show(figure, hit, event, linkOf(hit) ? "Tap again to open" : "");
  });
  for (const drawing of figure.querySelectorAll<HTMLElement>(".drawing")) connectKeys(drawing, figure, say);
}

function connectKeys(drawing: HTMLElement, figure: HTMLElement, say: (words: string) => void): void {
  const hits = [...drawing.querySelectorAll(".hits rect")];
  if (hits.length === 0) return;
  drawing.tabIndex = 0;
  drawing.setAttribute("role", "group");
  drawing.setAttribute("aria-label", figure.getAttribute("marks") ?? "");
  drawing.addEventListener("focusout", hide);
  drawing.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const link = shown && linkOf(shown);
    if (event.key === "Enter" && link) location.assign(link.href.baseVal);
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const at = shown ? hits.indexOf(shown) : -1;
    const hit = hits.at(at < 0 && step < 0 ? -1 : (at + step) % hits.length);
    if (!hit) return;
    hit.scrollIntoView({ block: "nearest", behavior: "instant" });
    const { left, top, width, height } = hit.getBoundingClientRect();
    show(figure, hit, { clientX: left + width / 2, clientY: top + height / 2 });
    say(labelOf(hit));
  });
}

type At = Pick<PointerEvent, "clientX" | "clientY">;

function show(figure: HTMLElement, hit: Element, { clientX, clientY }: At, hint = ""): void {
  hide();
  const { left, top } = hit.getBoundingClientRect();
  shown = hit;
  grip = { x: clientX - left, y: clientY - top };
  hit.classList.add("on");
  const [, subject = "", words = ""] = /^(.*?: )?(.*)$/s.exec(labelOf(hit)) ?? [];
  tip.replaceChildren(element("b", subject), words, element("i", hint));
  figure.append(tip);
  tip.showPopover();
  place();
}

function hide(): void {
  clearTimeout(timer);
  shown?.classList.remove("on");
  shown = undefined;
  if (tip.isConnected) tip.hidePopover();
}

function place(): void {
  if (!shown) return;
  const mark = shown.getBoundingClientRect();
  const { clientHeight } = document.documentElement;
  if (mark.width === 0 || mark.bottom < 0 || mark.top > clientHeight) return hide();
  putBeside(tip, mark, { x: mark.left + grip.x, y: mark.top + grip.y });
}

function hitAt(target: Element): Element | undefined {
  return target.closest(".hits rect") ?? undefined;
}

function linkOf(hit: Element): SVGAElement | null {
  return hit.closest<SVGAElement>("a");
}

/** What a hit says. Its native tooltip goes: two would be one too many. */
function labelOf(hit: Element): string {
  const title = hit.querySelector("title");
  if (title) labels.set(hit, title.textContent);
  title?.remove();
  return labels.get(hit) ?? "";
}

function element(name: string, words: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
document.addEventListener("pointerdown", ({ target }) => {
  if (target !== shown && !tip.contains(target as Node)) hide();
});
addEventListener("scroll", place, { passive: true });
addEventListener("resize", place);
