import type { Found } from "../search/find.ts";
import type { Query } from "../search/query.ts";
import { to } from "../routes.ts";
import { element } from "./search-parts.ts";

type Line = (Node | string)[];

/** How many pages were found, or what to do if none was: `without` filters (their count), or search for something else `instead`. */
export function statusLine(
  { text, filters }: Query,
  { total, looser, searchedFor, didYouMean, unfiltered }: Found,
  without: (count: number) => Node,
  instead: (text: string) => Node,
): Line {
  const set = Object.values(filters);
  const within = set.length > 0 ? ` in ${set.join(", ")}` : "";
  if (total > 0)
    return [`${total} ${total === 1 ? "result" : "results"} for “${searchedFor ?? text}”${within}`];
  if (looser > 0) return [`No page holds every word of “${searchedFor ?? text}”${within}.`];
  const nothing = `Nothing found for “${text}”${within}. `;
  if (unfiltered > 0) return [nothing, without(unfiltered)];
  if (didYouMean.length === 0) return [nothing, "Try fewer words, or browse ", ...browse()];
  const meant = didYouMean.flatMap((other, i) => [i === 0 ? "Did you mean " : " or ", instead(other)]);
  return [nothing, ...meant, "? Or browse ", ...browse()];
}

/** What is said if the index cannot be loaded, with a button that tries again. */
export const failureLine = (again: Node): Line => [
  "Search could not be loaded. ",
  again,
  ", or browse ",
  ...browse(),
];

/** Ways on for a reader whom search does not help. */
function browse(): Line {
  const way = (path: string, label: string) => element("a", { href: to(path) }, label);
  return [
    way("/clauses/", "the themes"),
    ", ",
    way("/people/", "people and organisations"),
    ", ",
    way("/search/#a-to-z", "everything from A to Z"),
    ".",
  ];
}
