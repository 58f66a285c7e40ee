import { expect, test } from "vitest";
import { ledgerOf } from "../../src/ledger/ledger.fixture.ts";
import { checkCoverage } from "./coverage.ts";
import { pageOf } from "./page.fixture.ts";

const ledger = ledgerOf({ events: [{ id: "leak" }, { id: "talks" }] });
const timeline = (...links: string[]) =>
  pageOf("/timeline/", `<body>${links.map((href) => `<a href="${href}">then</a>`).join("")}</body>`);

test("every event is on the timeline, or it is named", () => {
  const other = pageOf("/plan/", '<body><a href="/events/talks/">then</a></body>');
  expect(checkCoverage([timeline("/events/leak/", "/events/talks/")], ledger)).toEqual([]);
  expect(checkCoverage([other, timeline("/events/leak/")], ledger)).toEqual([
    expect.stringContaining("the event `talks` is not on it"),
  ]);
  expect(checkCoverage([], ledger)).toHaveLength(2);
});
