import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { ROUTES, isReserved, buildPath, matchRoutes, type RouteName } from "./routes.ts";

const NAMES = Object.keys(ROUTES) as RouteName[];

test.for(NAMES)("the path of %s matches no other kind", (name) => {
  const path = buildPath(name, name === "day" ? "2025-11-23" : "2025", "two", "three");
  expect(matchRoutes(path)).toEqual([name]);
});

test.for([
  ["/plan/", "explainer"],
  ["/404.html", "lost"],
  ["/4042html", undefined],
  ["/charts/../../x/", undefined],
] as const)("%s is of the kind %s", ([path, name]) => expect(matchRoutes(path)).toEqual(name ? [name] : []));

test("every folder of pages and endpoints is reserved, and no explainer can take its path", () => {
  const folders = readdirSync("src/pages", { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith("["),
  );
  expect(folders.map(({ name }) => name).filter((name) => !isReserved(name))).toEqual([]);
  for (const id of ["data", "assets", "pagefind"]) expect(isReserved(id), id).toBe(true);
});
