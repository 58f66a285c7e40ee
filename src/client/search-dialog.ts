import { to } from "../routes.ts";
import { type SearchEngine, searchEngine } from "./search-engine.ts";
import { connectSearch } from "./search-view.ts";
import { part } from "./search-parts.ts";

let dialog: HTMLDialogElement | undefined;

/** Opens the search dialog; the browser keeps the focus inside it and gives it back when it closes. */
export function openSearch(takeWorker: () => Worker): void {
  dialog ??= makeDialog(searchEngine(takeWorker));
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input")?.select();
}

function makeDialog(engine: SearchEngine): HTMLDialogElement {
  const made = document.createElement("dialog");
  made.className = "search-dialog";
  made.setAttribute("aria-label", "Search this site");
  // Enter in the field leads to the search page, with its filters.
  made.innerHTML = `
    <form role="search" class="search-form" action="${to("/search/")}">
      <label class="visually-hidden" for="dialog-query">Search this site</label>
      <input id="dialog-query" name="q" type="search" placeholder="Name, theme, clause, date …" autocomplete="off" spellcheck="false">
      <button type="submit">All results</button>
      <button type="button" class="search-close">Close</button>
    </form>
    <div class="search-kinds cluster note small" role="group" aria-label="Kinds of pages"></div>
    <p class="search-status" role="status"></p>
    <ol class="search-results" hidden></ol>
    <button type="button" class="search-more" hidden>More results</button>`;
  connectSearch(engine, made);
  part<HTMLButtonElement>(made, ".search-close").onclick = () => made.close();
  made.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (event.target === made || link) made.close();
  });
  // Browsers differ on what Escape does in a search field: empty it first, or nothing else at all (WebKit). Marks on the page stay.
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    made.close();
  });
  document.body.append(made);
  return made;
}
