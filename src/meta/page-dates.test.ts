import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { lastChanged, pageDates } from "./page-dates.ts";

const changes = [
  { date: "2026-12-03", page: "/plan/drafts/" },
  { date: "2026-12-01", page: "/plan/" },
  { date: "2026-11-24", page: "/" },
];

test.each([
  ["/plan/", "2026-11-24", "2026-12-01"],
  ["/plan/drafts/", "2026-11-24", "2026-12-03"],
  ["/plan/drafts/us-28/", "2026-11-24", "2026-11-24"],
  ["/france/", "2026-11-24", "2026-11-24"],
])("%s was published on %s and changed on %s", (path, published, modified) => {
  expect(pageDates(path, changes, "2026-01-01")).toEqual({ published, modified });
});

test("without any change the fallback stands for both", () => {
  expect(pageDates("/plan/", [], "2026-06-15")).toEqual({ published: "2026-06-15", modified: "2026-06-15" });
});

test("the last change of a page is its own or that of what it shows, and unknown of all others", () => {
  const version = (date: string) => ({ date, hash: "00000000" });
  const versions = new Map([
    ["chart/army-cap", version("2026-12-05")],
    ["event/valdai", version("2026-12-06")],
    ["clause/cap", version("2026-12-07")],
    ["clause/zone", version("2026-12-08")],
    ["draft/us-28", version("2026-12-09")],
    ["draft/e3", version("2026-12-10")],
    ["person/a", version("2026-12-11")],
    ["organisation/b", version("2026-12-12")],
    ["day/2026-01-02", version("2026-12-13")],
    ["letter/u", version("2026-12-14")],
  ]);
  const ledger = ledgerOf({
    themes: [
      {
        id: "army",
        questions: [
          { id: "cap", text: "A?" },
          { id: "zone", text: "B?" },
        ],
      },
    ],
  });
  const on = (path: string) => lastChanged(path, changes, versions, ledger);
  expect(["/charts/army-cap/", "/events/valdai/", "/plan/themes/army/", "/plan/"].map(on)).toEqual([
    "2026-12-05",
    "2026-12-06",
    "2026-12-08",
    "2026-12-01",
  ]);
  expect(
    ["/plan/drafts/us-28/", "/people/a/", "/organisations/b/", "/timeline/2026-01-02/", "/sources/u/"].map(
      on,
    ),
  ).toEqual(["2026-12-09", "2026-12-11", "2026-12-12", "2026-12-13", "2026-12-14"]);
  expect(on("/plan/compare/us-28/e3/")).toBe("2026-12-10");
  expect(["/charts/other/", "/plan/themes/none/", "/about/"].map(on)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("a list changed when the last of what it lists did", () => {
  const version = (date: string) => ({ date, hash: "00000000" });
  const versions = new Map([
    ["chart/a", version("2026-12-05")],
    ["chart/b", version("2026-12-04")],
    ["person/a", version("2026-12-06")],
    ["organisation/b", version("2026-12-07")],
    ["event/a", version("2026-12-08")],
  ]);
  const on = (path: string) => lastChanged(path, [], versions, ledgerOf({}));
  expect(["/charts/", "/people/", "/timeline/", "/sources/"].map(on)).toEqual([
    "2026-12-05",
    "2026-12-07",
    "2026-12-08",
    undefined,
  ]);
});
