import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import type { SiteChange } from "../ledger/read-ledger.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { atomFeed, changesFeed, feedsOf, topicFeed } from "./feeds.tsx";

const first: SiteChange = {
  id: "first",
  date: "2026-11-24",
  page: "/",
  kind: "addition",
  note: "It is there.",
};
const correction: SiteChange = {
  id: "cap",
  date: "2026-12-01",
  page: "/plan/",
  kind: "correction",
  note: 'The cap was "wrong" & is <now> right\u0001',
  before: "600,000 < 800,000",
  after: "800,000 ]]> &amp;",
};
const feed = changesFeed([correction, first]);

/** The texts of the elements of a feed, HTML still escaped. */
const read = (xml: string, name: string) =>
  DomUtils.getElementsByTagName(name, parseDocument(xml, { xmlMode: true })).map((element) =>
    DomUtils.textContent(element),
  );

describe("changes of the site", () => {
  test("hold every text escaped", () => {
    const xml = atomFeed(feed);
    expect(read(xml, "title")[1]).toBe(
      "Correction: The cap was &quot;wrong&quot; &amp; is &lt;now&gt; right",
    );
    expect(read(xml, "content")[0]).toContain("600,000 &lt; 800,000</p><p>After: 800,000 ]]&gt; &amp;amp;");
  });

  test("have titles of whole words", () => {
    const changes = ["s more", "bells"].map((end) => ({ ...first, note: "sixty ship ".repeat(9) + end }));
    expect(changesFeed(changes).entries.map(({ title }) => title.slice(95))).toEqual(["hip s …", "hip …"]);
  });

  test("have the dates of the changes, whatever the clock says, and ids that a new wording keeps", () => {
    const day = (date: string) => `${date}T00:00:00.000Z`;
    expect(read(atomFeed(feed), "updated")).toEqual(["2026-12-01", "2026-12-01", "2026-11-24"].map(day));
    const ids = read(atomFeed(feed), "id");
    expect(read(atomFeed(changesFeed([{ ...correction, note: "Reworded" }, first])), "id")).toEqual(ids);
    expect(new Set(ids).size).toBe(3);
  });
});

describe("events of a topic", () => {
  const ledger = ledgerOf({
    publishers: [{}],
    sources: [{}, { id: "reuters", url: "https://reuters.example/case" }],
    events: [
      { id: "search", topic: "corruption", date: "2025-11-10", end: "2025-11-12" },
      { id: "old", topic: "plan", date: "2025-11-20" },
      {
        id: "charge",
        topic: "corruption",
        date: "2025-11-11",
        status: "alleged",
        attributed_to: "A bureau",
        sources: ["ap-2025", "reuters"],
      },
      { id: "also", topic: "corruption", date: "2025-11-11", status: "reported" },
      { id: "month", topic: "corruption", date: "2025-12" },
    ],
  });
  const { entries } = topicFeed(ledger, "corruption");
  const html = (id: string) => entries.find(({ page }) => page === `/events/${id}/`)!.html;

  test("come latest first, those of one day by name, of that topic only, and of a known day", () => {
    expect(entries.map(({ page }) => page)).toEqual(
      ["also", "charge", "search"].map((id) => `/events/${id}/`),
    );
  });

  test("are the forty latest", () => {
    const events = Array.from({ length: 41 }, (_, i) => ({ id: `e${i + 10}`, date: "2025-11-11" }));
    const { entries } = topicFeed(ledgerOf({ publishers: [{}], sources: [{}], events }), "plan");
    expect([entries.length, entries[0]!.page]).toEqual([40, "/events/e10/"]);
  });

  test("have a feed for each topic that has any, next to the changes if there are some", () => {
    expect(feedsOf([first], ledger).map(({ path }) => path)).toEqual([
      "/feed",
      "/feeds/plan",
      "/feeds/corruption",
    ]);
    expect(feedsOf([], ledgerOf({}))).toEqual([]);
  });

  test("are as old as the words that they rest on, or as the newest of all", () => {
    const receipts = ["2026-01-02", "2026-02-03"].map((seen, i) => ({
      ...{ collection: "events", key: ["also", "search"][i]!, id: "ap-2025", lang: "en", seen },
    }));
    const xml = atomFeed(topicFeed({ ...ledger, receipts }, "corruption"));
    expect(read(xml, "updated").map((time) => time.slice(0, 10))).toEqual([
      ...["2026-02-03", "2026-01-02", "2026-02-03", "2026-02-03"],
    ]);
  });

  test("say what is not confirmed, link every source, and their day", () => {
    expect(html("charge") + html("also")).toMatch(/\(alleged: .*\(reported: /s);
    expect(html("charge").match(/<a href="https:\/\/(ap|reuters)\.example/g)).toHaveLength(2);
    expect(html("search")).toContain('/timeline/2025-11-10/">10–12 November 2025</a>');
  });
});
