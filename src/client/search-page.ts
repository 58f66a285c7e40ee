import { parametersOf, queryOf } from "../search/query.ts";
import { searchEngine } from "./search-engine.ts";
import { connectSearch } from "./search-view.ts";
import { part } from "./search-parts.ts";

/** The search page: the form works without this; with it, results come as one types and the address keeps up. */
export function connectPage(takeWorker: () => Worker): void {
  const root = part(document, "#search-page");
  const input = part<HTMLInputElement>(root, "input");
  const run = connectSearch(searchEngine(takeWorker), root, {
    onQuery(query, step) {
      const url = new URL(location.href);
      url.search = parametersOf(query).toString();
      // A step back undoes a choice, not a letter.
      if (url.href !== location.href) history[step ? "pushState" : "replaceState"](null, "", url);
    },
    onResults: (some) => (part(document, "#a-to-z").hidden = some),
  });
  const fromAddress = () => run(queryOf(new URLSearchParams(location.search)));
  addEventListener("popstate", fromAddress);
  const typed = input.value;
  fromAddress();
  // What was typed before this script came is searched for too.
  if (typed && typed !== input.value) {
    input.value = typed;
    input.dispatchEvent(new InputEvent("input"));
  }
}
