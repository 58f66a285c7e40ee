// Enhances figures that are complete without script: tooltips by mouse, touch and arrow keys.
import { element } from "./dom.ts";
import { placePopover } from "./place.ts";

/** Gives the pointer time to reach the tooltip. */
const LEAVE_DELAY_MS = 180;
/** So that the tooltip does not cover the next mark. */
const ASIDE_PX = 6;
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

const tip = element("div", { className: "tip", role: "tooltip", popover: "manual" });
let shown: Element | undefined;
let timer: number | undefined;
/** Where the pointer is, and where it was when Escape hid the tooltip: the mark below it must not show another at once. */
let pointer = "";
let dismissedAt: string | undefined;

const positionOf = ({ clientX, clientY }: MouseEvent) => `${clientX} ${clientY}`;

function show(figure: Element, hit: Element, x: number, hint = "") {
  hide();
  shown = hit;
  hit.classList.add("hovered");
  const [, subject = "", words = ""] = /^(.*?: )?(.*)$/s.exec(labelOf(hit)) ?? [];
  tip.replaceChildren(element("b", {}, subject), words, element("i", {}, hint));
  figure.append(tip);
  tip.showPopover();
  placePopover(tip, hit.getBoundingClientRect(), x + ASIDE_PX, "above");
}

function hide() {
  clearTimeout(timer);
  shown?.classList.remove("hovered");
  shown = undefined;
  if (tip.isConnected) tip.hidePopover();
}

const hitAt = (target: EventTarget | null) => (target as Element).closest(".hits rect") ?? undefined;
const linkOf = (hit: Element) => hit.closest<SVGAElement>("a");

/** Removes the native tooltip, which would be shown as well. */
function labelOf(hit: Element) {
  const title = hit.querySelector("title");
  if (title) hit.ariaLabel = title.textContent;
  title?.remove();
  return hit.ariaLabel ?? "";
}

function connectTooltip(figure: Element) {
  const status = element("span", { className: "visually-hidden", role: "status" });
  figure.querySelector(".figure__row")?.append(status);
  let isTouch = false;
  figure.addEventListener("pointerdown", (event) => {
    isTouch = (event as PointerEvent).pointerType === "touch";
  });
  figure.addEventListener("pointerover", (event) => {
    const { target, clientX, pointerType } = event as PointerEvent;
    const hit = hitAt(target);
    if (hit) labelOf(hit);
    if (pointerType === "touch") return;
    clearTimeout(timer);
    if (hit === shown || tip.contains(target as Node) || positionOf(event as PointerEvent) === dismissedAt)
      return;
    const change = () => (hit ? show(figure, hit, clientX) : hide());
    if (shown) timer = window.setTimeout(change, LEAVE_DELAY_MS);
    else change();
  });
  figure.addEventListener("pointerleave", (event) => {
    clearTimeout(timer);
    if ((event as PointerEvent).pointerType !== "touch") timer = window.setTimeout(hide, LEAVE_DELAY_MS);
  });
  figure.addEventListener("click", (event) => {
    const hit = hitAt(event.target);
    if (!hit || !isTouch || hit === shown) return;
    event.preventDefault();
    show(figure, hit, (event as MouseEvent).clientX, linkOf(hit) ? "Tap again to open" : "");
  });
  for (const drawing of figure.querySelectorAll<HTMLElement>(".drawing")) {
    const hits = [...drawing.querySelectorAll(".hits rect")];
    if (hits.length === 0) continue;
    drawing.tabIndex = 0;
    drawing.role = "group";
    drawing.ariaLabel = figure.getAttribute("marks");
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
      const { left, width } = hit.getBoundingClientRect();
      show(figure, hit, left + width / 2);
      status.textContent = labelOf(hit);
    });
  }
}

// Browsers without popovers (before 2024) keep the native tooltips.
if ("showPopover" in tip) document.querySelectorAll("chart-figure").forEach(connectTooltip);
document.addEventListener("pointermove", (event) => (pointer = positionOf(event)));
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  dismissedAt = pointer;
  hide();
});
document.addEventListener("pointerdown", ({ target }) => {
  if (target !== shown && !tip.contains(target as Node)) hide();
});
addEventListener("resize", hide);
