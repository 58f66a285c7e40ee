import { expect, test } from "vitest";
import { pageDates } from "./page-dates.ts";

const changes = [
  { date: "2026-12-03", page: "/plan/drafts/" },
  { date: "2026-12-01", page: "/plan/" },
  { date: "2026-11-24", page: "/" },
];

test.each([
  ["/plan/", "2026-11-24", "2026-12-01"],
  ["/plan/drafts/us-28/", "2026-11-24", "2026-12-03"],
  ["/france/", "2026-11-24", "2026-11-24"],
])("%s was published on %s and changed on %s", (path, published, modified) => {
  expect(pageDates(path, changes, "2026-01-01")).toEqual({ published, modified });
});

test("without any change the fallback stands for both", () => {
  expect(pageDates("/plan/", [], "2026-06-15")).toEqual({ published: "2026-06-15", modified: "2026-06-15" });
});
