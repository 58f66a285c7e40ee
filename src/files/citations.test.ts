import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { citationBibTeX, citationText, quoteEvent } from "./citations.ts";

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
      "Draft by Draft: “The ceiling rose from 600,000 to 800,000”. Chart, covers events until 5 January 2026. https://draft-by-draft.example/charts/hill-cap/ (CC BY 4.0; sources keep their own terms)",
    );
  });
  test("puts no full stop after another", () => {
    expect(citationText({ ...WORK, title: "Who pays?" }, THROUGH)).toContain("“Who pays?” Chart");
  });
});

describe("as BibTeX", () => {
  test("is one entry with every field", () => {
    expect(citationBibTeX(WORK, THROUGH)).toBe(`@misc{draft-by-draft-hill-cap,
  author = {{Draft by Draft}},
  title  = {{The ceiling rose from 600,000 to 800,000}},
  year   = {2026},
  url    = {https://draft-by-draft.example/charts/hill-cap/},
  note   = {Chart, covers events until 5 January 2026. CC BY 4.0; sources keep their own terms}
}
`);
  });

  test.for([
    ["10 % & $5 #1 a_b", "10 \\% \\& \\$5 \\#1 a\\_b"],
    ["{a} ^~\\ b", "a b"],
    ["€7.9bn – Київ’s", "€7.9bn – Київ’s"],
    ["two\n lines", "two lines"],
  ] as const)("escapes %j", ([title, escaped]) =>
    expect(citationBibTeX({ ...WORK, title }, THROUGH)).toContain(`title  = {{${escaped}}},`),
  );

  test("any title but for braces and the like survives parsing, and stays one entry", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."{}\\\"'^~$&#_%@,=* aїé€–\n\t\u{1f600}") }),
        (title) => {
          const fields = readEntry(citationBibTeX({ ...WORK, title }, THROUGH));
          expect(fields.title).toBe(
            title
              .replace(/[\\{}^~]/g, "")
              .replace(/\s+/g, " ")
              .trim(),
          );
          expect(Object.keys(fields)).toEqual(["author", "title", "year", "url", "note"]);
        },
      ),
    );
  });
});

test("a clause is cited as one, under a key that is one word", () => {
  expect(citationText({ ...WORK, what: "clause" }, THROUGH)).toContain(
    " Clause, covers events until 5 January 2026.",
  );
  expect(citationBibTeX({ ...WORK, id: "clause/a" }, THROUGH)).toContain("-clause-a,");
});

/** Reads an entry as BibTeX does: a value ends where its braces balance, a backslash shields none. */
function readEntry(entry: string): Record<string, string> {
  const fields: Record<string, string> = {};
  let at = entry.indexOf(",") + 1;
  for (;;) {
    const name = /\s*(\w+)\s*= /y;
    name.lastIndex = at;
    const match = name.exec(entry);
    if (!match) break;
    const start = name.lastIndex;
    let depth = 0;
    let end = start;
    while (depth > 0 || !",\n".includes(entry[end]!)) {
      depth += entry[end] === "{" ? 1 : entry[end] === "}" ? -1 : 0;
      end++;
    }
    fields[match[1]!] = readTeX(entry.slice(start, end));
    at = end + 1;
  }
  expect(entry.slice(at - 1).trim()).toBe("}");
  return fields;
}

function readTeX(value: string): string {
  const inside = value.startsWith("{{") ? value.slice(2, -2) : value.replace(/^\{(.*)\}$/s, "$1");
  return inside.replace(/\\(.)/g, "$1");
}

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
