// On every page: menus, copy buttons, panels, folds, and search, loaded when first needed.
import { decodePart } from "../escape.ts";
import { expectDefined } from "../expect-defined.ts";
import { element } from "./dom.ts";

let worker: Worker | undefined;

/** It starts before the interface loads, because it has to fetch the index. */
export function searchWorker(): Worker {
  if (!worker) {
    worker = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
    // If it fails before it is asked, the first query starts another one.
    worker.onerror = stopWorker;
  }
  return worker;
}

export function stopWorker() {
  worker?.terminate();
  worker = undefined;
}

const searchLink = document.querySelector<HTMLAnchorElement>("[data-search-open]");
const searchField = document.querySelector<HTMLInputElement>("#search-page input");

function loadSearch() {
  searchWorker();
  return import("./search.ts");
}

function openSearch(event: Event) {
  event.preventDefault();
  if (searchField) return searchField.select();
  void loadSearch().then(
    (search) => search.openSearch(),
    () => searchLink && location.assign(searchLink.href),
  );
}

if (searchField) void loadSearch();
// Early, for speed alone: a failure is reported when search is opened.
for (const sign of ["pointerenter", "focus", "touchstart"])
  searchLink?.addEventListener(sign, () => void loadSearch().catch(() => undefined), {
    once: true,
    passive: true,
  });

const COPIED_SHOWN_MS = 2000;
const copied = element("p", { className: "visually-hidden", role: "status" });
copied.dataset.copied = "";
document.body.append(copied);

async function copyFrom(button: HTMLElement) {
  const { copy: name, text } = button.dataset;
  const code = button.closest(".code-block, .sources__cite")?.querySelector("code");
  const label = (button.dataset.label ??= button.textContent);
  try {
    await navigator.clipboard.writeText(text ?? code?.textContent ?? "");
    button.textContent = "Copied";
    copied.textContent = `Copied: ${name}`;
  } catch {
    // Not allowed in some frames and without HTTPS.
    if (code) getSelection()?.selectAllChildren(code);
    button.textContent = "Not copied";
    copied.textContent = code ? "Selected. Copy it with your keyboard." : "Not copied.";
  }
  setTimeout(() => (button.textContent = label), COPIED_SHOWN_MS);
}

// With script these links do what buttons do, so they are buttons to a screen reader and to the space bar.
const actors = "a:is([data-copy], [data-panel])";
for (const link of document.querySelectorAll<HTMLAnchorElement>(actors)) link.role = "button";

/** Closes the other panels of its row. Without script `<a data-panel href="#id">` leads to the panel. */
async function togglePanel(link: HTMLAnchorElement) {
  const isOpen = link.ariaExpanded !== "true";
  for (const other of link.parentElement?.querySelectorAll<HTMLAnchorElement>("[data-panel]") ?? []) {
    other.ariaExpanded = String(other === link && isOpen);
    const panel = expectDefined(document.querySelector<HTMLElement>(other.hash), other.hash);
    panel.dataset.open = other.ariaExpanded;
    const box = panel.querySelector<HTMLElement>(".embed-box");
    if (other !== link || !isOpen) continue;
    if (box) (await import("./embed-box.ts")).connectEmbedBox(box);
    panel.scrollIntoView({ block: "nearest" });
  }
}

for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-panel]")) {
  link.ariaExpanded = "false";
  if (link.hash === location.hash) void togglePanel(link);
}

/** Opens everything folded around the target, or chooses its stop, below the question; browsers before 2024 do not open folds. */
function openTarget() {
  const target = document.getElementById(decodePart(location.hash.slice(1)));
  const stop = target?.closest(".steps__stop")?.querySelector<HTMLInputElement>("input");
  const section = stop?.closest("section");
  if (stop) stop.checked = true;
  if (target && section) {
    // The browser may scroll to the target once more, after this.
    const below = target.getBoundingClientRect().top - section.getBoundingClientRect().top;
    target.style.scrollMarginTop = `${below}px`;
    target.scrollIntoView();
  }
  const folded = target?.closest("details:not([open])");
  if (!folded) return;
  for (let fold = folded.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  target?.scrollIntoView();
}
addEventListener("hashchange", openTarget);
openTarget();

const openMenus = () => document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");

document.addEventListener("click", (event) => {
  const target = event.target as Element;
  for (const menu of openMenus()) if (!menu.contains(target) || target.closest("a")) menu.open = false;
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  // An arrow of a panel chooses a radio button above it, to which browsers would scroll.
  const stop = target.closest<HTMLLabelElement>(".steps__go label")?.control;
  if (stop instanceof HTMLInputElement) {
    event.preventDefault();
    stop.checked = true;
    return stop.focus({ preventScroll: true });
  }
  const actor = target.closest<HTMLAnchorElement>("[data-copy], [data-panel], [data-search-open]");
  if (!actor) return;
  event.preventDefault();
  if (actor === searchLink) openSearch(event);
  else if (actor.dataset.copy) void copyFrom(actor);
  else void togglePanel(actor);
});

document.addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, altKey } = event;
  const isTyping = document.activeElement?.matches("input, textarea, select");
  const isCommand = ctrlKey || metaKey;
  if ((key === "/" && !isTyping && !isCommand && !altKey) || (key.toLowerCase() === "k" && isCommand))
    openSearch(event);
  if (key === " " && document.activeElement?.matches(actors)) {
    event.preventDefault();
    (document.activeElement as HTMLElement).click();
  }
  if (key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
});
