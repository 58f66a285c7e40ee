// On every page, and small: loads search at the first sign that it is wanted, opens it by its button, `/` or Ctrl-K.
const button = document.querySelector<HTMLAnchorElement>("[data-search-open]");
const field = document.querySelector<HTMLInputElement>("#search-page input");
const loadSearch = () => import("./search.ts");

async function open(event: Event): Promise<void> {
  event.preventDefault();
  if (field) field.select();
  else
    await loadSearch().then(
      ({ openSearch }) => openSearch(),
      () => button && location.assign(button.href),
    );
}

if (field) void loadSearch();
for (const sign of ["pointerenter", "focus", "touchstart"])
  button?.addEventListener(sign, () => void loadSearch().catch(() => undefined), {
    once: true,
    passive: true,
  });
button?.addEventListener("click", (event) => {
  if (!event.metaKey && !event.ctrlKey && !event.shiftKey) void open(event);
});

const menus = () => document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");
document.addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const isTyping = (target as Element).matches("input, textarea, select, [contenteditable]");
  const isCommand = ctrlKey || metaKey;
  if ((key === "/" && !isTyping && !isCommand && !altKey) || (key.toLowerCase() === "k" && isCommand))
    void open(event);
  // Menus close by Escape, or by a click outside or on a link.
  if (key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
});
document.addEventListener("click", ({ target }) => {
  for (const menu of menus())
    if (!menu.contains(target as Node) || (target as Element).closest("a")) menu.open = false;
});
