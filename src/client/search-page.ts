import { parametersOf, queryOf } from "../search/query.ts";
import { searchEngine } from "./search-engine.ts";
import { connectSearch } from "./search-view.ts";

// The search page: the form works without this script; with it, results come as one types and the address keeps up.
const part = <Type extends Element>(selector: string) => document.querySelector<Type>(`#search-page ${selector}`)!;

const run = connectSearch(engine, {
  form: part("form"),
  input: part("input"),
  status: part(".search-status"),
  kinds: part(".search-kinds"),
  list: part(".search-results"),
  more: part(".search-more"),
  choices: part(".search-choices"),
  onQuery(query, step) {
    const url = new URL(location.href);
    url.search = parametersOf(query).toString();
    // A step back undoes a choice, not a letter.
    if (url.href !== location.href) history[step ? "pushState" : "replaceState"](null, "", url);
  },
  onResults: (found) => (document.querySelector<HTMLElement>("#a-to-z")!.hidden = found),
});

const fromAddress = () => run(queryOf(new URLSearchParams(location.search)));
addEventListener("popstate", fromAddress);
fromAddress();
