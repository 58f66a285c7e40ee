import { connectSearch } from "./search-view.ts";

// The search page: the form works without this script; with it, results come as one types and the address keeps up.
const part = <Type extends Element>(selector: string) => document.querySelector<Type>(`#search-page ${selector}`)!;
const input = part<HTMLInputElement>("input");
let first = true;

const run = connectSearch({
  form: part("form"),
  input,
  status: part(".search-status"),
  kinds: part(".search-kinds"),
  list: part(".search-results"),
  more: part(".search-more"),
  onState(query, kind) {
    const url = new URL(location.href);
    query ? url.searchParams.set("q", query) : url.searchParams.delete("q");
    kind ? url.searchParams.set("kind", kind) : url.searchParams.delete("kind");
    if (url.href !== location.href) history[first ? "replaceState" : "pushState"](null, "", url);
    first = false;
    document.querySelector<HTMLElement>("#a-to-z")!.hidden = query.trim() !== "";
  },
});

function fromAddress(): void {
  const parameters = new URLSearchParams(location.search);
  input.value = parameters.get("q") ?? "";
  first = true;
  void run(input.value, parameters.get("kind") ?? "");
}

addEventListener("popstate", fromAddress);
fromAddress();
