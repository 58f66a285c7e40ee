import { describe, expect, test } from "vitest";
import { readLedger } from "../ledger/read-ledger.ts";
import { eventEntries } from "./entries.ts";
import { startOf } from "./feed.ts";

const ledger = readLedger("content/ledger");
const address = (path: string) => `https://site.example${path}`;
const sameDay = () => "2026-11-24";

describe("events of a topic", () => {
  const entries = eventEntries(ledger, "corruption", address, sameDay);

  test("come latest first, of that topic only, each with its page", () => {
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.map((entry) => entry.date)).toEqual(
      entries
        .map((entry) => entry.date)
        .sort()
        .reverse(),
    );
    for (const entry of entries) {
      const event = ledger.events.find((event) => `event/${event.id}` === entry.key);
      expect(event?.topic).toBe("corruption");
      expect(entry.url).toBe(`https://site.example/events/${event?.id}/`);
    }
  });

  test("stand first when the site changed them, however old they are", () => {
    const old = ledger.events.filter(({ topic }) => topic === "plan").sort((a, b) => a.date.localeCompare(b.date))[0]!;
    const [first, second] = eventEntries(ledger, "plan", address, (id) => (id === old.id ? "2026-12-02" : "2026-11-24"));
    expect(first).toMatchObject({ key: `event/${old.id}`, date: old.date, updated: "2026-12-02" });
    expect(second!.updated).toBe("2026-11-24");
  });

  test("say what is not confirmed, and link every source", () => {
    const alleged = ledger.events.find(
      (event) => event.status === "alleged" && entries.some((entry) => entry.key === `event/${event.id}`),
    )!;
    const entry = entries.find((entry) => entry.key === `event/${alleged.id}`)!;
    expect(entry.html).toContain("(alleged");
    expect(entry.html.match(/<a href="https?:(?!\/\/site\.example)/g)).toHaveLength(alleged.sources.length);
  });

  test("lead to their day, where it is known", () => {
    const [exact, vague] = ["2025-12-01", "2025-12"].map(
      (date) => eventEntries({ ...ledger, events: [{ ...ledger.events[0]!, topic: "plan", date }] }, "plan", address, sameDay)[0],
    );
    expect(exact?.html).toContain('<a href="https://site.example/timeline/2025-12-01/">1 December 2025');
    expect(vague?.html).not.toContain("/timeline/");
  });

  test("hold no markup of a text", () => {
    const hostile = { ...ledger, events: [{ ...ledger.events[0]!, statement: "<script>alert(1)</script> & co", title: "<b>" }] };
    const [entry] = eventEntries(hostile, hostile.events[0]!.topic, address, sameDay);
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
