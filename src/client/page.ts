// On every page: menus, copy buttons, panels, folds, and search, loaded when first needed.
import { element } from "./dom.ts";

let worker: Worker | undefined;

/** The search worker. It starts before the interface loads, because it has to fetch the index. */
export function searchWorker(): Worker {
  worker ??= new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
  return worker;
}

export function stopWorker(): void {
  worker?.terminate();
  worker = undefined;
}

const searchLink = document.querySelector<HTMLAnchorElement>("[data-search-open]");
const searchField = document.querySelector<HTMLInputElement>("#search-page input");

function loadSearch(): Promise<typeof import("./search.ts")> {
  searchWorker();
  return import("./search.ts");
}

function openSearch(event: Event): void {
  event.preventDefault();
  if (searchField) return searchField.select();
  void loadSearch().then(
    (search) => search.openSearch(),
    () => searchLink && location.assign(searchLink.href),
  );
}

if (searchField) void loadSearch();
for (const sign of ["pointerenter", "focus", "touchstart"])
  searchLink?.addEventListener(sign, () => void loadSearch().catch(() => undefined), {
    once: true,
    passive: true,
  });

const COPIED_SHOWN_MS = 2000;
const copied = element("p", { className: "visually-hidden", role: "status" });
copied.dataset.copied = "";
document.body.append(copied);

/**
 * Copies `text`; resolves to whether that worked. Without HTTPS and in some frames `navigator.clipboard` is
 * missing or rejects, so `execCommand` copies from a field instead.
 */
export async function copyText(text: string): Promise<boolean> {
  const { clipboard } = navigator as { clipboard?: Clipboard };
  const isCopied = await clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  if (isCopied) return true;
  const focused = document.activeElement as HTMLElement | null;
  const field = element("textarea", { value: text, className: "visually-hidden" });
  document.body.append(field);
  field.select();
  const isSelectionCopied = document.execCommand("copy");
  field.remove();
  focused?.focus({ preventScroll: true });
  return isSelectionCopied;
}

async function copyFrom(button: HTMLElement): Promise<void> {
  const { copy: name, text } = button.dataset;
  const code = button.closest(".code-block, .sources__cite")?.querySelector("code");
  if (await copyText(text ?? code?.textContent ?? "")) {
    const label = (button.dataset.label ??= button.textContent);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = label), COPIED_SHOWN_MS);
    copied.textContent = `Copied: ${name}`;
  } else {
    if (code) getSelection()?.selectAllChildren(code);
    copied.textContent = code ? "Selected. Copy it with your keyboard." : "Not copied.";
  }
}

const fetchedPanels = new WeakMap<HTMLAnchorElement, HTMLElement>();

/**
 * The panel that `<a data-panel href="#id">` opens; for a chart in an article, the panel of the chart’s page.
 */
async function panelOf(link: HTMLAnchorElement): Promise<HTMLElement | null> {
  if (link.pathname === location.pathname) return document.querySelector<HTMLElement>(link.hash);
  return fetchedPanels.get(link) ?? (await fetchPanel(link));
}

async function fetchPanel(link: HTMLAnchorElement): Promise<HTMLElement | null> {
  const text = await (await fetch(link.href)).text();
  const panel = new DOMParser().parseFromString(text, "text/html").querySelector<HTMLElement>(link.hash);
  if (!panel) return null;
  panel.id += `-${link.pathname.split("/").at(-2)}`;
  link.closest(".figure__row")?.after(panel);
  fetchedPanels.set(link, panel);
  return panel;
}

/** Only one panel in a row is open. Without script the link scrolls to the panel. */
async function togglePanel(link: HTMLAnchorElement): Promise<void> {
  const isOpen = link.ariaExpanded !== "true";
  for (const other of link.parentElement?.querySelectorAll<HTMLAnchorElement>("[data-panel]") ?? []) {
    other.ariaExpanded = String(other === link && isOpen);
    const panel = await panelOf(other);
    if (!panel) return location.assign(other.href);
    panel.dataset.open = other.ariaExpanded;
    const box = panel.querySelector<HTMLElement>(".embed-box");
    if (other === link && isOpen && box) (await import("./embed-box.ts")).connectEmbedBox(box);
  }
}

for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-panel]")) {
  link.role = "button";
  link.ariaExpanded = "false";
  if (link.pathname === location.pathname && link.hash === location.hash) void togglePanel(link);
}

/** Opens everything folded around the target; browsers before 2024 do not. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
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
  const actor = target.closest<HTMLAnchorElement>("[data-copy], [data-panel], [data-search-open]");
  if (!actor) return;
  event.preventDefault();
  if (actor === searchLink) openSearch(event);
  else if (actor.dataset.copy) void copyFrom(actor);
  else void togglePanel(actor).catch(() => location.assign(actor.href));
});

document.addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, altKey } = event;
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  const isTyping = target.matches("input, textarea, select, [contenteditable]");
  const isCommand = ctrlKey || metaKey;
  if ((key === "/" && !isTyping && !isCommand && !altKey) || (key.toLowerCase() === "k" && isCommand))
    openSearch(event);
  // Links that open panels act as buttons, so the space bar must press them.
  if (key === " " && target.matches("[data-panel]")) {
    event.preventDefault();
    target.click();
  }
  if (key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
});
