import { describe, expect, test } from "vitest";
import {
  ACCUSED,
  type BadContent,
  edit,
  EVENT,
  expectRefused,
  PROCEEDING,
  PUBLISHER,
  SOURCE,
  STEP,
} from "../bad-content.fixture.ts";
import { figureCertainty } from "../lookup.ts";
import { ledgerOf } from "../ledger.fixture.ts";
import { writeMarked } from "../marked-files.fixture.ts";
import { inspectLedger } from "../read-ledger.ts";

const ANOTHER = edit(edit(PROCEEDING, "bribe", "land"), "by: A bureau", "by: The police");
const BOTH = `${PROCEEDING}${ANOTHER}`;
const LAND_STEP = edit(
  edit(edit(STEP, "notice", "land-notice"), "[bribe]", "[land]"),
  "accuser: A bureau",
  "accuser: The police",
);
const NOBODY = edit(edit(ACCUSED, "somebody", "nobody"), "Somebody", "Nobody");
const HIS = edit(edit(PROCEEDING, "bribe", "his"), "person: somebody", "person: nobody");
const HIS_STEP = edit(edit(edit(STEP, "notice", "his-notice"), "[somebody]", "[nobody]"), "[bribe]", "[his]");
const files = (steps: string, proceedings = PROCEEDING) => ({
  "case-steps.yaml": steps,
  "people.yaml": `${ACCUSED}${NOBODY}`,
  "proceedings.yaml": proceedings,
  "sources.yaml": SOURCE,
});
const FIGURES = "  figures: [{id: bribe, name: bribe, value: 1, unit: EUR, certainty: ▸confirmed}]\n";
const DELIVERY = `- id: guns
  certainty: confirmed
  item: Guns
  category: artillery
  quantity: ▸12
  status: pledged
  sources: [ap-2025]
`;

const CASES: BadContent[] = [
  [
    "an accusation told as a fact in a title, a statement and a step",
    {
      ...files(edit(STEP, "Somebody is suspected.", "▸Somebody took a bribe and denies it.")),
      "events.yaml": edit(
        edit(EVENT, "Talks", "▸Somebody’s bribe"),
        "They talked.",
        "▸Somebody took bribes free of charge.",
      ),
    },
    ["names Somebody beside “bribe”", "accused of"],
    ["“bribe”"],
    ["“bribes”"],
  ],
  [
    "a step of a proceeding against somebody whom it does not name",
    files(
      `${STEP}${HIS_STEP}${edit(edit(edit(STEP, "notice", "custody"), "[somebody]", "[▸somebody]"), "[bribe]", "[▸his]")}`,
      `${PROCEEDING}${HIS}`,
    ),
    ["somebody is named in a step of proceedings against others alone", "add the proceeding of somebody"],
    ["`his` is a proceeding against nobody, who is not among `persons`", "correct the id"],
  ],
  [
    "a step that slips under another proceeding against the same person",
    files(`${STEP}${LAND_STEP}${edit(edit(STEP, "notice", "custody"), "[bribe]", "[▸land]")}`, BOTH),
    ["in `land` the accuser is The police, in the step A bureau", "whose case it is"],
  ],
  [
    "a step of a proceeding that does not say who accuses",
    files(edit(edit(STEP, "  accuser: A bureau\n", ""), "[bribe]", "[▸bribe]")),
    ["in the step nobody", "`accuser`"],
  ],
  [
    "an accuser without a proceeding",
    files(
      `${STEP}${edit(edit(edit(STEP, "notice", "custody"), "  proceedings: [bribe]\n", ""), "accuser: ", "accuser: ▸")}`,
    ),
    ["an accuser is named, but no proceeding"],
  ],
  [
    "somebody accused who is named in a step of another’s case alone",
    files(
      `${STEP}${HIS_STEP}${edit(edit(STEP, "notice", "both"), "[somebody]", "[somebody, ▸nobody]")}`,
      `${PROCEEDING}${HIS}`,
    ),
    ["nobody is named in a step of proceedings against others alone", "take nobody out"],
  ],
  [
    "steps out of order",
    files(`${STEP}${edit(edit(STEP, "notice", "earlier"), "'2025-12-01'", "▸'2025-11-30'")}`),
    ["stands after one of 2025-12-01 in `bribe`", "move the row up"],
  ],
  [
    "a step after the day up to which was read",
    files(edit(STEP, "'2025-12-01'", "▸'2026-01-01'")),
    ["later than `as_of` 2025-12-31", "move `as_of` on"],
  ],
  [
    "a proceeding without a step",
    files(STEP, `${PROCEEDING}${ANOTHER.replace("- id", "- ▸id")}`),
    ["no row of case-steps has the proceeding `land` in `proceedings`"],
  ],
  [
    "a confirmed number in an accusation",
    {
      "events.yaml": `${edit(EVENT, "confirmed", "alleged")}  attributed_to: A bureau\n${FIGURES}`,
      "sources.yaml": SOURCE,
    },
    ["a number in an accusation is said to be confirmed"],
  ],
  [
    "a quantity of which nothing says how sure it is",
    { "deliveries.yaml": DELIVERY, "sources.yaml": SOURCE },
    ["the row has a `quantity` but no `quantity_certainty`"],
  ],
];

describe("what would mislead about somebody accused is refused, with its place and the fix", () => {
  test.for(CASES)("%s", ([, files, ...messages]) => expectRefused(files, messages));
});

const GOOD: [name: string, files: Record<string, string>][] = [
  [
    "a step in two proceedings of one accuser",
    files(
      `${edit(edit(STEP, "[somebody]", "[somebody, nobody]"), "[bribe]", "[bribe, his]")}`,
      `${PROCEEDING}${HIS}`,
    ),
  ],
  ["a witness in a step", files(edit(STEP, "[somebody]", "[somebody, nobody]"))],
  [
    "a step that belongs to no proceeding",
    files(
      `${STEP}${edit(edit(edit(STEP, "notice", "law"), "  proceedings: [bribe]\n", ""), "  accuser: A bureau\n", "")}`,
    ),
  ],
  [
    "a vague date after an exact one of that year",
    files(`${STEP}${edit(edit(STEP, "notice", "later"), "'2025-12-01'", "'2025'")}`),
  ],
  [
    "a reported number in a confirmed event",
    { "events.yaml": `${EVENT}${FIGURES.replace("▸confirmed", "reported")}`, "sources.yaml": SOURCE },
  ],
];

describe("what looks alike and is right passes", () => {
  test.for(GOOD)("%s", ([, files]) =>
    expect(inspectLedger(writeMarked({ "publishers.yaml": PUBLISHER, ...files }).directory).problems).toEqual(
      [],
    ),
  );
});

test("a number is as sure as it says, else as its event", () => {
  const figures = [
    { id: "bribe", name: "bribe", value: 1, unit: "EUR" },
    { id: "detained", name: "detained", value: 2, unit: "persons", certainty: "reported" },
  ];
  const event = ledgerOf({ events: [{ status: "alleged", attributed_to: "A bureau", figures }] }).events[0]!;
  expect(event.figures.map((figure) => figureCertainty(event, figure))).toEqual(["alleged", "reported"]);
});

test("no proceeding is judged by steps that cannot be read", () => {
  const { directory } = writeMarked({ "publishers.yaml": PUBLISHER, ...files("- id: [") });
  expect(inspectLedger(directory).problems.map(({ file }) => file.split("/").at(-1))).toEqual([
    "case-steps.yaml",
  ]);
});
