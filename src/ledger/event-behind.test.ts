import { describe, expect, test } from "vitest";
import { eventBehind } from "./event-behind.ts";
import { ledgerOf } from "./ledger.fixture.ts";

const ledger = ledgerOf({
  events: [
    { id: "geneva", date: "2025-11-23", title: "US and Ukraine revise the plan in Geneva", actors: ["us", "ua"], sources: ["ap", "ft"] },
    { id: "europe", date: "2025-11-23", title: "Europeans publish a paper of their own", actors: ["eu"], sources: ["ap"] },
    { id: "france", topic: "france", date: "2025-11-23", title: "Paris answers", sources: ["ap"] },
    { id: "miami", date: "2025-11-30", end: "2025-12-01", title: "Talks in Florida", actors: ["us", "ua"], sources: ["axios"] },
    { id: "month", date: "2025-12", title: "A vague month", sources: ["axios"] },
  ],
});

describe("the event that tells a happening", () => {
  const cases: [name: string, topic: "plan" | "france", happening: Partial<Parameters<typeof eventBehind>[2]>, id: string | undefined][] = [
    ["shares day and receipt", "plan", { date: "2025-11-30", sources: ["axios"] }, "miami"],
    ["shares most words of its title", "plan", { sources: ["ap"], text: "A European paper was published by Europeans. In Geneva, too." }, "europe"],
    ["shares most receipts", "plan", { sources: ["ap", "ft"] }, "geneva"],
    ["shares actors", "plan", { sources: ["ap"], actors: ["eu"] }, "europe"],
    ["belongs to the same story", "france", { sources: ["ap"] }, "france"],
    ["is none without a shared receipt", "plan", { sources: ["nowhere"] }, undefined],
    ["is none without a receipt at all", "plan", { sources: [] }, undefined],
    ["is none on another day", "plan", { date: "2025-11-24", sources: ["ap"] }, undefined],
    ["may fall on a later day of what lasted", "plan", { date: "2025-11-29", end: "2025-12-02", sources: ["axios"] }, "miami"],
    ["is none before a span", "plan", { date: "2025-12-01", end: "2025-12-02", sources: ["axios"] }, undefined],
  ];
  test.for(cases)("%s", ([, topic, happening, id]) => {
    expect(eventBehind(ledger, topic, { date: "2025-11-23", text: "Something.", actors: [], sources: [], ...happening })?.id).toBe(id);
  });
});
