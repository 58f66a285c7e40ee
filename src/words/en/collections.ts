import type { CollectionName } from "../../ledger/schema.ts";

/** Title and description of every table to download, group by group; each with a full stop, as the files have it. */
export const groups = {
  "Sources and events": {
    sources: ["Sources", "Every document that a fact stands on."],
    publishers: ["Publishers", "Who published the sources, and whose work they carry."],
    events: ["Events", "What happened or was said, each as one checkable statement."],
    readings: ["Readings", "When the sources were read, and how far they reached."],
    reasons: [
      "Reasons and yardsticks",
      "Why something was asked or refused, what a figure means, what follows from it and what would " +
        "have to be so first.",
    ],
  },
  "The drafts": {
    drafts: ["Drafts", "Each version of the plan, and each paper that answers it."],
    themes: ["Themes", "Subjects of the plan, each with the questions that a reader asks of it."],
    provisions: [
      "Provisions",
      "A draft’s answer to a question, one row a pair. The key is <draft>--<question>.",
    ],
    points: [
      "Points",
      "The numbered points of the drafts whose points are on record. The key is <draft>--<number>.",
    ],
    "point-counts": ["Counts of points", "How many points somebody said the text had."],
    meetings: ["Meetings", "Rounds of talks and calls."],
    positions: ["Positions", "What a government said of a theme on a day."],
    "region-claims": ["Regions by text", "What each text asks of regions of Ukraine; not whose they are."],
  },
  "People and organisations": {
    people: [
      "People",
      "Public figures of the story. Accusations stand in the table proceedings, each with its answer.",
    ],
    organisations: ["Organisations", "States, bodies, companies and groups of the story."],
  },
  "France and aid": {
    visits: ["Zelensky’s visits to France", "Journeys since February 2022."],
    deliveries: [
      "French deliveries",
      "Equipment that France announced for Ukraine. Promised, produced and delivered must not be added up.",
    ],
    agreements: ["French-Ukrainian agreements", "Documents signed or announced between France and Ukraine."],
    aid: [
      "Aid by donor",
      "Bilateral aid up to a cut-off date, as the Ukraine Support Tracker of the Kiel Institute counts it.",
    ],
    coalition: ["Coalition of the Willing", "What countries offered the Coalition."],
  },
  "The corruption case": {
    proceedings: [
      "Proceedings",
      "Criminal proceedings, one row for each person and accuser. " +
        "Everybody is presumed innocent until convicted; suspicion is not conviction.",
    ],
    exits: [
      "Officials who left office",
      "Ministers and heads of national bodies who left office, or were suspended, amid a corruption " +
        "case or a procurement scandal. Deputies and governors are left out. " +
        "Leaving office is not a finding of guilt.",
    ],
    "case-steps": [
      "Steps in the cases",
      "Procedural steps. A suspicion or an indictment is not a conviction.",
    ],
    flows: [
      "Alleged flows of money",
      "Movements of money as investigators allege them; nothing here has been tried. " +
        "Amounts measure different things and must not be added up.",
    ],
  },
  "What is open": {
    disagreements: ["Where sources disagree", "Matters on which sources contradict each other."],
    unknowns: ["What is not known", "What was looked for and not found."],
  },
  "Numbers over time": {
    series: ["List of series", "Unit, cut-off date, terms and sources of each table of this group."],
  },
} as const satisfies Readonly<
  Record<string, Partial<Record<CollectionName, readonly [title: string, description: string]>>>
>;
