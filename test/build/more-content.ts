import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { parseDocument, stringify } from "yaml";

// A content of one more draft, an earlier first draft, one more explainer and one more chart, made in the folder it is run in.
const SOURCE = "globalnews-2025-11-20-ap28points";

/** A draft that answers the three questions of the front page. */
function draft(
  id: string,
  name: string,
  date: string,
  answers: Readonly<Record<string, string>>,
  cap: number,
  more: object = {},
): void {
  appendFileSync(
    "content/ledger/drafts.yaml",
    `\n${stringify([{ id, name, short: name.split(" ")[0], date, authors: "Nobody", by: ["united-states"], text_public: "full", absence: "unreported", summary: "A draft for a test.", sources: [SOURCE], ...more }])}`,
  );
  for (const [file, question] of [
    ["armed-forces-size", "army-cap"],
    ["nato", "nato-membership"],
    ["territory", "donetsk-rest"],
  ] as const)
    appendFileSync(
      `content/ledger/provisions/${file}.yaml`,
      `\n${stringify([{ draft: id, question, answer: answers[question], summary: "An answer for a test.", status: "stated", certainty: "published", sources: [SOURCE], ...(question === "army-cap" && { value: cap, unit: "personnel" }) }])}`,
    );
}

draft(
  "earlier",
  "Earliest paper",
  "2025-11-05",
  { "army-cap": "500,000", "nato-membership": "Never", "donetsk-rest": "To be left" },
  500_000,
);
draft(
  "later",
  "Latest paper",
  "2026-09-15",
  { "army-cap": "850,000", "nato-membership": "Some day", "donetsk-rest": "To be kept" },
  850_000,
  { read_out: true },
);
writeFileSync(
  "content/charts/army-again.yaml",
  readFileSync("content/charts/army-cap.yaml", "utf8").replace(/^order: .*$/m, "order: 60"),
);
writeFileSync(
  "content/explainers/en/sanctions.mdx",
  `---\n${stringify({ title: "What of the sanctions?", name: "Sanctions", description: "What the drafts say about sanctions, for a test.", topic: "plan", order: 15, answer: "Little." })}---\n\n## In short\n\nLittle.<Cite id="${SOURCE}" />\n\n<Chart id="army-again" />\n`,
);
// Two titles say what is no longer so; the check asks an editor to write them anew.
for (const [chart, title] of [
  ["drafts-by-theme", "Where {themes} themes stood in {drafts} drafts"],
  ["lineage", "Which text came from which"],
] as const) {
  const file = parseDocument(readFileSync(`content/charts/${chart}.yaml`, "utf8"));
  file.set("title", title);
  file.delete("holds");
  writeFileSync(`content/charts/${chart}.yaml`, file.toString());
}
