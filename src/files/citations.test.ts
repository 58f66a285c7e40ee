import { describe, expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { citationText, quoteEvent } from "./citations.ts";

const WORK = {
  what: "chart",
  id: "hill-cap",
  title: "The ceiling rose from 600,000 to 800,000",
  path: "/charts/hill-cap/",
} as const;
const THROUGH = "2026-01-05";

describe("as text", () => {
  test("names site, title, day, address and licence", () => {
    expect(citationText(WORK, THROUGH)).toBe(
      "Draft by Draft: “The ceiling rose from 600,000 to 800,000”. Chart, latest event: 5 January 2026. https://draft-by-draft.example/charts/hill-cap/ (CC BY 4.0; sources keep their own terms)",
    );
  });
  test("puts no full stop after another", () => {
    expect(citationText({ ...WORK, title: "Who pays?" }, THROUGH)).toContain("“Who pays?” Chart");
  });
});

test("a clause is cited as one", () => {
  expect(citationText({ ...WORK, what: "clause" }, THROUGH)).toContain(
    " Clause, latest event: 5 January 2026.",
  );
});

const ledger = ledgerOf({
  publishers: [
    { id: "ap", name: "AP" },
    { id: "mirror", name: "Mirror" },
    { id: "rfi", name: "RFI" },
  ],
  sources: [
    {
      id: "ap",
      publisher: "ap",
      title: "50% & more",
      url: "https://ap.example/plan_(1)",
      published: "2025-12-02",
    },
    { id: "ap-copy", publisher: "mirror", relays: ["ap"], url: "https://mirror.example/" },
    { id: "rfi", publisher: "rfi", url: "https://rfi.example/", published: "2025-12" },
  ],
  events: [
    { id: "talks", statement: "They talked of *all* things.", sources: ["ap", "ap-copy", "rfi"] },
    {
      id: "rumour",
      statement: "They quarrelled.",
      status: "reported",
      attributed_to: "Axios",
      sources: ["rfi"],
    },
  ],
});
const [talks, rumour] = ledger.events.map((event) =>
  quoteEvent(ledger, event, `https://site.example/events/${event.id}/`),
);

test("a sentence with its source is what happened, two newsrooms with day and address, and the page", () => {
  expect(talks).toBe(
    "They talked of *all* things. AP, 2 December 2025, https://ap.example/plan_(1); " +
      "RFI, December 2025, https://rfi.example/. Draft by Draft, https://site.example/events/talks/",
  );
});

test("a sentence with its source says what is not confirmed, and who says it", () => {
  expect(rumour).toContain("They quarrelled. (reported, by Axios)");
});
