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
  REASON,
  SERIES,
  SOURCE,
  THEME,
} from "./bad-content.fixture.ts";

const CASES: BadContent[] = [
  [
    "a source that does not exist",
    { "events.yaml": edit(EVENT, "[ap-2025]", "[ap-2025, ▸reuters-2025]"), "sources.yaml": SOURCE },
    ["`reuters-2025` does not exist in sources"],
  ],
  [
    "a source that is misspelled",
    { "events.yaml": edit(EVENT, "[ap-2025]", "[▸ap-2052]"), "sources.yaml": SOURCE },
    ["`ap-2052` does not exist in sources"],
  ],
  [
    "an actor that does not exist",
    { "events.yaml": `${EVENT}  actors: [▸nobody]\n`, "sources.yaml": SOURCE },
    ["`nobody` does not exist", "people, organisations"],
  ],
  [
    "somebody quoted who does not exist",
    {
      "events.yaml": `${EVENT}  quote: {by: ▸nobody, text: Words, lang: en, source: ▸nowhere}\n`,
      "sources.yaml": SOURCE,
    },
    ["`nobody`"],
    ["`nowhere`", "sources"],
  ],
  [
    "an id that stands twice in a file",
    { "sources.yaml": `${SOURCE}${edit(SOURCE, "ap-2025", "▸ap-2025")}` },
    ["the id `ap-2025` stands twice among sources", "sources.yaml:1"],
  ],
  [
    "an id that stands twice in two files",
    { "sources/a.yaml": SOURCE, "sources/b.yaml": edit(SOURCE, "ap-2025", "▸ap-2025") },
    ["the id `ap-2025` stands twice among sources", "sources/a.yaml:1"],
  ],
  [
    "a question that two themes ask",
    { "themes.yaml": `${THEME}${edit(edit(THEME, "id: army", "id: navy"), "army-cap", "▸army-cap")}` },
    ["the id `army-cap` stands twice among questions"],
  ],
  [
    "a draft that answers a question twice",
    {
      "drafts.yaml": DRAFT,
      "provisions.yaml": `${PROVISION}${edit(PROVISION, "draft", "▸draft")}`,
      "sources.yaml": SOURCE,
      "themes.yaml": THEME,
    },
    ["the id `first--army-cap` stands twice among provisions"],
  ],
  [
    "an answer to a question that nobody asks",
    {
      "drafts.yaml": DRAFT,
      "provisions.yaml": edit(PROVISION, "army-cap", "▸navy-cap"),
      "sources.yaml": SOURCE,
      "themes.yaml": THEME,
    },
    ["`navy-cap` does not exist in questions"],
  ],
  [
    "an answer of a draft that does not exist",
    {
      "drafts.yaml": DRAFT,
      "provisions.yaml": edit(PROVISION, "draft: first", "draft: ▸second"),
      "sources.yaml": SOURCE,
      "themes.yaml": THEME,
    },
    ["`second` does not exist in drafts"],
  ],
  [
    "a publisher that does not exist",
    { "sources.yaml": edit(SOURCE, "publisher: ap", "publisher: ▸app") },
    ["`app` does not exist in publishers"],
  ],
  [
    "the work of a publisher that does not exist",
    { "sources.yaml": `${SOURCE}  relays: [ap, ▸reuters]\n` },
    ["`reuters` does not exist in publishers"],
  ],
  [
    "an accusation that nobody makes",
    { "events.yaml": edit(EVENT, "confirmed", "▸alleged"), "sources.yaml": SOURCE },
    ["the status is alleged, but `attributed_to` does not name who says so"],
  ],
  [
    "a report that nobody makes",
    { "events.yaml": edit(EVENT, "confirmed", "▸reported"), "sources.yaml": SOURCE },
    ["the status is reported, but `attributed_to` does not name who says so"],
  ],
  [
    "a reason that nobody gives",
    { "reasons.yaml": edit(REASON, "confirmed", "▸reported"), "sources.yaml": SOURCE },
    ["the status is reported, but `attributed_to` does not name who says so"],
  ],
  [
    "a reading that rests on itself",
    { "reasons.yaml": `${REASON}  inference: [▸why]\n`, "sources.yaml": SOURCE },
    ["the row rests on itself"],
  ],
  [
    "a reading that is surer than the reason it rests on",
    {
      "reasons.yaml": [
        `${edit(REASON, "confirmed", "disputed")}  attributed_to: Two\n`,
        `${edit(edit(REASON, "confirmed", "▸confirmed"), "why", "so")}  inference: [why]\n`,
      ].join(""),
      "sources.yaml": SOURCE,
    },
    ["the row is confirmed, and `why`, on which it rests, is disputed"],
  ],
  [
    "a reading that is surer than the event it rests on",
    {
      "events.yaml": `${edit(EVENT, "confirmed", "reported")}  attributed_to: Envoys\n`,
      "reasons.yaml": `${edit(REASON, "confirmed", "▸confirmed")}  inference: [talks]\n`,
      "sources.yaml": SOURCE,
    },
    ["`talks`, on which it rests, is reported"],
  ],
  [
    "an end before its start",
    { "events.yaml": `${EVENT}  end: ▸2025-11-22\n`, "sources.yaml": SOURCE },
    ["`end` 2025-11-22 lies before `date` 2025-11-23"],
  ],
  [
    "an end in a month before its start",
    { "events.yaml": `${EVENT}  end: ▸2025-10\n`, "sources.yaml": SOURCE },
    ["`end` 2025-10 lies before"],
  ],
  [
    "a table row that is too wide",
    { "series/index.yaml": edit(SERIES, "[2025, 36]", "▸[2025, 36, 37]"), "sources.yaml": SOURCE },
    ["the row has 3 cells for 2 columns"],
  ],
  [
    "a table row that is too short",
    { "series/index.yaml": edit(SERIES, "[2024, 35]", "▸[2024]"), "sources.yaml": SOURCE },
    ["the row has 1 cell for 2 columns", "write null"],
  ],
];

describe("what is wrong between rows is refused, with its place and the fix", () => {
  test.for(CASES)("%s", ([, files, ...messages]) => expectRefused(files, messages));
});

const GOOD: GoodContent[] = [
  [
    "an accusation of somebody",
    {
      "events.yaml": `${edit(EVENT, "confirmed", "alleged")}  attributed_to: A bureau\n`,
      "sources.yaml": SOURCE,
    },
  ],
  ["an end on the first day", { "events.yaml": `${EVENT}  end: 2025-11-23\n`, "sources.yaml": SOURCE }],
  ["an end in the month of the start", { "events.yaml": `${EVENT}  end: 2025-11\n`, "sources.yaml": SOURCE }],
  [
    "a start of which only the month is known",
    { "events.yaml": `${edit(EVENT, "2025-11-23", "2025-11")}  end: 2025-11-02\n`, "sources.yaml": SOURCE },
  ],
  [
    "a reading as sure as what it rests on",
    {
      "events.yaml": EVENT,
      "reasons.yaml": `${REASON}  inference: [talks]\n${edit(edit(REASON, "confirmed", "reported"), "why", "so")}  attributed_to: Us\n  inference: [why]\n`,
      "sources.yaml": SOURCE,
    },
  ],
  ["one id in two collections", { "events.yaml": edit(EVENT, "talks", "ap-2025"), "sources.yaml": SOURCE }],
];

describe("what looks alike and is right passes", () => {
  test.for(GOOD)("%s", ([, files]) => expectTaken(files));
});
