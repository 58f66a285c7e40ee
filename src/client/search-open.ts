// On every page, and small: starts search at the first sign that it is wanted, opens it by its button, `/` or Ctrl-K.
const button = document.querySelector<HTMLAnchorElement>("[data-search-open]");
const field = document.querySelector<HTMLInputElement>("#search-page input");
let worker: Worker | undefined;
let started = false;
let dialog: Promise<typeof import("./search.ts")> | undefined;

function startWorker(): Worker {
  return new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
}

function prepare(): void {
  if (!started) {
    started = true;
    worker = startWorker();
    worker.onerror = () => (worker = undefined);
  }
  if (field) return;
  dialog ??= import("./search.ts");
  dialog.catch(() => (dialog = undefined));
}

/** The worker that is on its way, for whoever asks first; a new one for who asks again. */
function takeWorker(): Worker {
  started = true;
  const taken = worker ?? startWorker();
  worker = undefined;
  return taken;
}

async function open(event: Event): Promise<void> {
  event.preventDefault();
  prepare();
  field?.select();
  (await dialog)?.openSearch(takeWorker);
}

for (const sign of ["pointerenter", "focus", "touchstart"])
  button?.addEventListener(sign, prepare, { once: true, passive: true });
button?.addEventListener("click", (event) => {
  if (!event.metaKey && !event.ctrlKey && !event.shiftKey) void open(event);
});

document.addEventListener("keydown", (event) => {
  const typing =
    event.target instanceof HTMLElement &&
    (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
  const slash = event.key === "/" && !typing && !event.metaKey && !event.ctrlKey && !event.altKey;
  if (slash || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) void open(event);
});

// The search page has its field on the page.
if (field) {
  for (const sign of ["focus", "pointerenter", "touchstart"])
    field.addEventListener(sign, prepare, { once: true, passive: true });
  if (document.activeElement === field || new URLSearchParams(location.search).get("q")) prepare();
  void import("./search.ts").then(({ connectPage }) => connectPage(takeWorker));
}

// The menu of explainers closes like any other: by Escape, or by a click beside it.
const menu = document.querySelector<HTMLDetailsElement>(".menu");
document.addEventListener("click", ({ target }) => {
  if (menu && !menu.contains(target as Node)) menu.open = false;
});
menu?.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
});

// A page that was opened from a result marks what was searched for.
if (new URLSearchParams(location.search).has("highlight")) void import("./search-highlight.ts");
