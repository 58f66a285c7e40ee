import { describe, test } from "vitest";
import {
  type BadContent,
  DRAFT,
  edit,
  EVENT,
  expectRefused,
  expectTaken,
  type GoodContent,
  PROVISION,
  PUBLISHER,
  SOURCE,
  THEME,
} from "../bad-content.fixture.ts";

const AGGREGATOR = edit(PUBLISHER, "agency", "aggregator");
const STATE = `${PUBLISHER}  state_controlled_by: RU\n`;
const HEADLINE = edit(SOURCE, "seen: part", "seen: headline");
const REUTERS = edit(edit(PUBLISHER, "id: ap", "id: reuters"), "AP", "Reuters");
const other = edit(edit(HEADLINE, "ap-2025", "b"), "publisher: ap", "publisher: reuters");

const BAD: BadContent[] = [
  [
    "a source with neither title nor description",
    { "sources.yaml": edit(edit(SOURCE, "  title: The plan\n", ""), "- id", "- ▸id") },
    ["neither `title` nor `about`"],
  ],
  [
    "an aggregator that does not say whose work it carries",
    { "publishers.yaml": AGGREGATOR, "sources.yaml": edit(SOURCE, "publisher: ap", "publisher: ▸ap") },
    ["the page of an aggregator has no `relays`, whose work it carries", "or `unnamed`"],
  ],
  [
    "a text that is nobody’s",
    { "sources.yaml": `${SOURCE}  carries: ▸whole\n` },
    ["`carries` stands without `relays`, whose text the page carries"],
  ],
  [
    "a state-controlled outlet as the only receipt",
    {
      "events.yaml": edit(EVENT, "[ap-2025]", "▸[ap-2025]"),
      "publishers.yaml": STATE,
      "sources.yaml": SOURCE,
    },
    ["the row stands on state-controlled outlets alone"],
  ],
  [
    "an answer, not told as a claim, on a state-controlled outlet alone",
    {
      "drafts.yaml": edit(DRAFT, "[ap-2025]", "[b]"),
      "themes/army.yaml": THEME,
      "provisions/army.yaml": edit(edit(PROVISION, "published", "reported"), "[ap-2025]", "▸[ap-2025]"),
      "publishers.yaml": `${STATE}${edit(PUBLISHER, "id: ap", "id: daily")}`,
      "sources.yaml": `${SOURCE}${edit(edit(SOURCE, "ap-2025", "b"), "publisher: ap", "publisher: daily")}`,
    },
    ["state-controlled outlets alone"],
  ],
  [
    "a page that carries a state-controlled outlet as the only receipt",
    {
      "events.yaml": edit(EVENT, "[ap-2025]", "▸[ap-2025]"),
      "publishers.yaml": `${STATE}${edit(PUBLISHER, "id: ap", "id: daily")}`,
      "sources.yaml": `${edit(SOURCE, "publisher: ap", "publisher: daily")}  relays: [ap]\n`,
    },
    ["state-controlled outlets alone"],
  ],
  [
    "a publisher of whom nobody knows what it is, which leaves its sources unjudged",
    {
      "events.yaml": EVENT,
      "publishers.yaml": edit(edit(STATE, "  kind: agency\n", ""), "- id", "- ▸id"),
      "sources.yaml": SOURCE,
    },
    ["`kind` is missing"],
  ],
  [
    "an event confirmed on one newsroom’s headline",
    { "sources.yaml": HEADLINE, "events.yaml": edit(EVENT, "confirmed", "▸confirmed") },
    ["the row is confirmed on the headline of one newsroom alone"],
  ],
  [
    "an event confirmed on two headlines of one origin",
    {
      "sources.yaml": `${HEADLINE}${edit(HEADLINE, "ap-2025", "b")}  relays: [ap]\n`,
      "events.yaml": edit(edit(EVENT, "confirmed", "▸confirmed"), "[ap-2025]", "[ap-2025, b]"),
    },
    ["the headline of one newsroom"],
  ],
];

describe("what does not stand on good receipts is refused, with its place and the fix", () => {
  test.for(BAD)("%s", ([, files, ...messages]) => expectRefused(files, messages));
});

const GOOD: GoodContent[] = [
  [
    "an aggregator that says of whom",
    { "publishers.yaml": AGGREGATOR, "sources.yaml": `${SOURCE}  relays: [ap]\n  carries: whole\n` },
  ],
  ["a source with a description in place of a title", { "sources.yaml": edit(SOURCE, "title:", "about:") }],
  [
    "what a state said, told as its words",
    {
      "events.yaml": `${EVENT}  attributed_to: The ministry\n`,
      "publishers.yaml": STATE,
      "sources.yaml": SOURCE,
    },
  ],
  [
    "an answer that is told as a claim",
    {
      "drafts.yaml": edit(DRAFT, "[ap-2025]", "[b]"),
      "themes/army.yaml": THEME,
      "provisions/army.yaml": edit(PROVISION, "published", "claimed"),
      "publishers.yaml": `${STATE}${edit(PUBLISHER, "id: ap", "id: daily")}`,
      "sources.yaml": `${SOURCE}${edit(edit(SOURCE, "ap-2025", "b"), "publisher: ap", "publisher: daily")}`,
    },
  ],
  [
    "a state-controlled outlet beside another",
    {
      "events.yaml": edit(EVENT, "[ap-2025]", "[ap-2025, b]"),
      "publishers.yaml": `${STATE}${edit(PUBLISHER, "id: ap", "id: daily")}`,
      "sources.yaml": `${SOURCE}${edit(edit(SOURCE, "ap-2025", "b"), "publisher: ap", "publisher: daily")}`,
    },
  ],
  [
    "a headline of two newsrooms",
    {
      "publishers.yaml": PUBLISHER + REUTERS,
      "sources.yaml": HEADLINE + other,
      "events.yaml": edit(EVENT, "[ap-2025]", "[ap-2025, b]"),
    },
  ],
  [
    "a headline of an official body",
    {
      "publishers.yaml": edit(PUBLISHER, "agency", "official-body"),
      "sources.yaml": HEADLINE,
      "events.yaml": EVENT,
    },
  ],
  [
    "a headline beside a page that was read",
    {
      "sources.yaml": HEADLINE + edit(SOURCE, "ap-2025", "b"),
      "events.yaml": edit(EVENT, "[ap-2025]", "[ap-2025, b]"),
    },
  ],
  [
    "a report on a headline",
    {
      "sources.yaml": HEADLINE,
      "events.yaml": `${edit(EVENT, "confirmed", "reported")}  attributed_to: AP\n`,
    },
  ],
];

describe("what looks alike and is right passes", () => {
  test.for(GOOD)("%s", ([, files]) => expectTaken(files));
});
