import { describe, expect, test } from "vitest";
import { ledgerOf, WHOLE } from "../ledger/ledger.fixture.ts";
import { eventEntries } from "./entries.ts";
import { startOf } from "./feed.ts";

const ledger = ledgerOf({
  publishers: [{}],
  sources: [{}, { id: "reuters", url: "https://reuters.example/case" }],
  events: [
    { id: "search", topic: "corruption", date: "2025-11-10" },
    { id: "old", topic: "plan", date: "2025-11-20" },
    {
      id: "charge",
      topic: "corruption",
      date: "2025-11-11",
      status: "alleged",
      attributed_to: "A bureau",
      sources: ["ap-2025", "reuters"],
    },
    { id: "exit", topic: "corruption", date: "2025-11-28" },
    { id: "talks", topic: "plan", date: "2025-11-23" },
    { id: "also", topic: "corruption", date: "2025-11-11" },
    { id: "month", topic: "corruption", date: "2025-12" },
  ],
});
const address = (path: string) => `https://site.example${path}`;

describe("events of a topic", () => {
  const entries = () => eventEntries(ledger, "corruption", address);

  test("come latest first, those of one day by name, of that topic only, each with its page", () => {
    expect(entries().map(({ key, date, url }) => `${key} ${date} ${url}`)).toEqual([
      "event/month 2025-12 https://site.example/events/month/",
      "event/exit 2025-11-28 https://site.example/events/exit/",
      "event/also 2025-11-11 https://site.example/events/also/",
      "event/charge 2025-11-11 https://site.example/events/charge/",
      "event/search 2025-11-10 https://site.example/events/search/",
    ]);
  });

  test("are the latest forty", () => {
    const { events } = ledgerOf({
      events: Array.from({ length: 45 }, (_, i) => ({ id: `event-${i}`, date: `${1980 + i}` })),
    });
    const dates = eventEntries({ ...ledger, events }, "plan", address).map(({ date }) => date);
    expect([dates.length, dates[0], dates.at(-1)]).toEqual([40, "2024", "1985"]);
  });

  test("say what is not confirmed, and link every source", () => {
    const html = (id: string) => entries().find(({ key }) => key === `event/${id}`)!.html;
    expect(html("charge")).toContain("(alleged: ");
    expect(html("charge").match(/<a href="https?:(?!\/\/site\.example)/g)).toHaveLength(2);
    expect(html("search")).toMatch(
      /They talked\.<\/p><p>Sources: <a href="https:\/\/ap\.example\/plan">[^<]+<\/a><\/p>$/,
    );
  });

  test("lead to their day, where it is known", () => {
    expect(entries()[1]!.html).toContain(
      '<a href="https://site.example/timeline/2025-11-28/">28 November 2025',
    );
    expect(entries()[0]!.html).not.toContain("/timeline/");
  });

  test("hold no markup of a text", () => {
    const events = WHOLE.events.map((event) => ({ ...event, statement: "<script>alert(1)</script> & co" }));
    const [entry] = eventEntries({ ...ledger, events }, "plan", address);
    expect(entry!.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co");
  });
});

test("a partial date starts at its first day", () => {
  expect([startOf("2026"), startOf("2026-03"), startOf("2026-03-05")]).toEqual([
    "2026-01-01T00:00:00Z",
    "2026-03-01T00:00:00Z",
    "2026-03-05T00:00:00Z",
  ]);
});
