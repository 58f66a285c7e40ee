import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { content, EVENT, flags, make, read } from "./new-command.ts";

describe("what will not do is refused, and nothing is written", () => {
  const cases: [name: string, args: string[], ...says: string[]][] = [
    [
      "a kind that does not exist",
      ["person"],
      "`person` cannot be made",
      "event | source | publisher | chart | explainer",
    ],
    ["no kind at all", [], "what shall be made?"],
    [
      "an unknown flag, an id that is taken, a source that does not exist, HTML, nobody who says so",
      [
        "event",
        ...flags({
          ...EVENT,
          colour: "red",
          id: "geneva-talks",
          sources: "nowhere",
          statement: "<script>",
          status: "disputed",
        }),
      ],
      "--colour is unknown; expected one of --topic, --date",
      "`geneva-talks` is taken",
      "`nowhere` does not exist",
      "plain text without < or >",
      "--attributed_to is missing: Who says so",
    ],
    ["a flag without a value", ["event", "--topic"], "`--topic` has no value"],
    [
      "flags that are missing",
      ["event", "--topic", "plan"],
      "--date is missing: When it happened",
      "--sources is missing",
      "--status is missing: How far it is established (confirmed",
    ],
    [
      "an end before its beginning, on a state’s outlet alone",
      ["event", ...flags({ ...EVENT, end: "2025-11-01", sources: "tass-2026-01-21-davos" })],
      "`end` 2025-11-01 lies before `date`",
      "mend: correct one of them",
      "stands on state-controlled outlets alone",
    ],
    [
      "a digest that does not say whose work it carries, at an address that is a script",
      [
        "source",
        ...flags({ topic: "plan", publisher: "newser", title: "T", url: "javascript:x", seen: "part" }),
      ],
      "--relays is missing",
      "--url: `url` is",
    ],
    [
      "a source of publishers that do not exist",
      [
        "source",
        ...flags({
          topic: "plan",
          publisher: "nobody",
          title: "T",
          url: "https://a.example/",
          seen: "part",
          relays: "ap no-one",
        }),
      ],
      "--publisher: `nobody` does not exist; expected ids among publishers (npm run new -- publisher adds one)",
      "--relays: `no-one` does not exist",
    ],
    [
      "a view that does not exist",
      ["chart", ...flags({ view: "nothing", topic: "plan", title: "T", subtitle: "S" })],
      '`view` is "nothing"; expected one of aid-by-donor',
    ],
    [
      "a chart that exists",
      ["chart", ...flags({ view: "army-cap", topic: "plan", title: "T", subtitle: "S" })],
      "`army-cap` is taken",
    ],
    [
      "an explainer that exists",
      ["explainer", ...flags({ id: "plan", topic: "plan", title: "T", description: "D", answer: "A" })],
      "`plan` is taken",
    ],
    [
      "an explainer at the path of other pages",
      ["explainer", ...flags({ id: "people", topic: "plan", title: "T", description: "D", answer: "A" })],
      "`people` is taken",
    ],
  ];
  test.for(cases)("%s", ([, args, ...says]) => {
    const before = read("ledger/events/plan.yaml");
    const { code, output } = make(args);
    expect(code).toBe(1);
    for (const part of [...says, "nothing was written"]) expect(output).toContain(part);
    expect(read("ledger/events/plan.yaml")).toBe(before);
    expect(existsSync(join(content, "ledger/events/plan.yaml.new"))).toBe(false);
  });

  test("answers that end early", () => {
    const { code, output } = make(["event"], ["plan", "2025-12-01"]);
    expect(code).toBe(1);
    expect(output).toContain("the answers ended before the form did\nnothing was written");
  });
});
