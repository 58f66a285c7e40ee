import { expect, it } from "vitest";
import { eventBehind, type Happening } from "./event-behind.ts";
import type { Event, Ledger } from "./ledger.ts";

const event = (id: string, extra: Partial<Event> = {}): Event => ({
  id,
  topic: "plan",
  date: "2025-12-04",
  title: `Title ${id}`,
  statement: "It happened.",
  status: "confirmed",
  actors: ["witkoff", "umerov"],
  figures: [],
  sources: ["s1", "s2"],
  ...extra,
});
const ledger = (...events: Event[]) => ({ events }) as unknown as Ledger;
const happening: Happening = {
  date: "2025-12-04",
  end: "2025-12-06",
  text: "Three days of talks in Miami. More was said.",
  actors: ["witkoff", "umerov"],
  sources: ["s1"],
};

it("takes the event whose title says the same", () => {
  expect(eventBehind(ledger(event("a"), event("b", { title: "Three days of talks in Miami", actors: [] })), "plan", happening)?.id).toBe(
    "b",
  );
});
it("takes one that falls within the span", () =>
  expect(eventBehind(ledger(event("a", { date: "2025-12-06" })), "plan", happening)?.id).toBe("a"));
it.each([
  ["another topic", event("a", { topic: "france" })],
  ["another day", event("a", { date: "2025-12-07" })],
  ["no receipt in common", event("a", { sources: ["s3"] })],
])("takes none of %s", (_, other) => expect(eventBehind(ledger(other), "plan", happening)).toBeUndefined());
