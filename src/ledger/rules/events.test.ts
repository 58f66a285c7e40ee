import { describe, expect, test } from "vitest";
import {
  type BadContent,
  DRAFT,
  edit,
  EVENT,
  expectRefused,
  PUBLISHER,
  SOURCE,
} from "../bad-content.fixture.ts";
import { writeMarked } from "../marked-files.fixture.ts";
import { inspectLedger } from "../read-ledger.ts";

const READINGS = `- id: first
  date: '2025-11-30'
  reaches: '2025-11-25'
  what: Every source.
- id: update
  date: '2025-12-05'
  reaches: '2025-11-28'
  what: What was new.
`;
const content = (files: BadContent[1]): BadContent[1] => ({
  "readings.yaml": READINGS,
  "publishers.yaml": PUBLISHER,
  "sources.yaml": SOURCE,
  ...files,
});
const STEP = `- id: step
  date: '2025-11-23'
  step: A court heard the alleged case.
  status: confirmed
  body: A court
  sources: [ap-2025]
`;

describe("what is dated after the last reading is refused", () => {
  const cases: BadContent[] = [
    [
      "an event in the next year",
      content({ "events.yaml": edit(EVENT, "'2025-11-23'", "▸'2026-11-23'") }),
      ["`date` 2026-11-23 lies after the last reading of the sources"],
    ],
    [
      "an event of a later month",
      content({ "events.yaml": edit(EVENT, "'2025-11-23'", "▸2025-12") }),
      ["`date` 2025-12"],
    ],
    ["the end of an event", content({ "events.yaml": `${EVENT}  end: ▸2025-11-29\n` }), ["`end` 2025-11-29"]],
    [
      "a draft",
      content({ "drafts.yaml": edit(DRAFT, "'2025-11-20'", "▸'2025-11-29'") }),
      ["`date` 2025-11-29"],
    ],
    [
      "a step in a case",
      content({ "case-steps.yaml": edit(STEP, "'2025-11-23'", "▸'2025-11-30'") }),
      ["`date` 2025-11-30"],
    ],
    [
      "a page",
      content({ "sources.yaml": `${SOURCE}  published: ▸2025-11-29\n` }),
      ["`published` 2025-11-29"],
    ],
  ];
  test.for(cases)("%s", ([, files, ...messages]) => expectRefused(files, messages));
});

describe("what lies within the last reading passes", () => {
  const cases: [name: string, files: Record<string, string>][] = [
    [
      "its last day, which the reading before did not reach",
      { "events.yaml": edit(EVENT, "2025-11-23", "2025-11-28") },
    ],
    ["a day that is not known, in its last month", { "events.yaml": edit(EVENT, "'2025-11-23'", "2025-11") }],
    ["a year", { "events.yaml": edit(EVENT, "'2025-11-23'", "2025") }],
    [
      "anything, where no reading is on record",
      { "readings.yaml": "[]", "events.yaml": edit(EVENT, "2025-11-23", "2026-11-23") },
    ],
  ];
  test.for(cases)("%s", ([, files]) => {
    const { directory } = writeMarked(content(files) as Record<string, string>);
    expect(inspectLedger(directory).problems).toEqual([]);
  });
});
