import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { ROUTES, cardPath, isReserved, buildPath, matchRoutes, type RouteName } from "./routes.ts";

const NAMES = Object.keys(ROUTES) as RouteName[];

test.for(NAMES)("the path of %s matches no other kind", (name) => {
  const path = buildPath(name, name === "day" ? "2025-11-23" : "2025", "two", "three");
  expect(matchRoutes(path)).toEqual([name]);
});

test.for([
  ["/plan/", "explainer"],
  ["/sanctions/", "explainer"],
  ["/drafts/first-28/", "draft"],
  ["/compare/first-28/second-20/", "comparison"],
  ["/timeline/2025/", "timelineYear"],
  ["/timeline/2025-11-23/", "day"],
  ["/404.html", "lost"],
  ["/4042html", undefined],
  ["/somewhere/new/", undefined],
  ["/charts/../../x/", undefined],
  ["/assets/", undefined],
] as const)("%s is of the kind %s", ([path, name]) => expect(matchRoutes(path)).toEqual(name ? [name] : []));

test("every folder of pages and endpoints is reserved, and no explainer can take its path", () => {
  const folders = readdirSync("src/pages", { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith("["),
  );
  expect(folders.map(({ name }) => name).filter((name) => !isReserved(name))).toEqual([]);
  for (const id of ["people", "events", "data", "search", "assets", "pagefind"])
    expect(isReserved(id), id).toBe(true);
});

test.for([
  ["/plan/", "/cards/plan.png"],
  ["/sanctions/", "/cards/sanctions.png"],
  ["/drafts/first-28/", "/cards/drafts/first-28.png"],
  ["/charts/size-cap/", "/cards/charts/size-cap.png"],
  ["/", "/cards/default.png"],
  ["/charts/", "/cards/default.png"],
  ["/events/x/", "/cards/default.png"],
  ["/charts/../../x/", "/cards/default.png"],
] as const)("the page %s has the card %s", ([page, card]) => expect(cardPath(page)).toBe(card));
