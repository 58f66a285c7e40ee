// On every page, and small: loads search only when it is wanted, by its button, `/` or Ctrl-K.
const button = document.querySelector<HTMLAnchorElement>("[data-search-open]");

async function open(event: Event): Promise<void> {
  event.preventDefault();
  const { openSearch } = await import("./search-dialog.ts");
  openSearch();
}

button?.addEventListener("click", (event) => {
  if (!event.metaKey && !event.ctrlKey && !event.shiftKey) void open(event);
});

document.addEventListener("keydown", (event) => {
  const typing =
    event.target instanceof HTMLElement && (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
  const slash = event.key === "/" && !typing && !event.metaKey && !event.ctrlKey && !event.altKey;
  if (slash || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) void open(event);
});
