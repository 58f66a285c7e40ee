import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** Ids that pages give, or once gave, to elements of their own. */
const OWN_IDS = ["main", "compare", "points", "answers", "new", "same", "open", "why", "positions", "s1"];

interface Row {
  id: string;
}

/**
 * Gives clauses of the content in `directory` ids that pages have for elements of their own, a reason the id of a clause, a
 * source that of its publisher, and a topic an id that begins with a digit.
 */
export function collideIds(directory: string): void {
  const rowsOf = <Rows>(name: string) =>
    parse(readFileSync(join(directory, `ledger/${name}.yaml`), "utf8")) as Rows[];
  const clauses = rowsOf<{ clauses: Row[] }>("themes").flatMap(({ clauses }) => clauses);
  // A word without a hyphen may be a word of a text as well.
  const renamed = clauses.filter(({ id }) => id.includes("-")).slice(0, OWN_IDS.length);
  const [reason] = rowsOf<Row>("reasons");
  const [source] = rowsOf<Row & { publisher: string }>("sources");
  const renames: [from: string, to: string][] = [
    ...renamed.map(({ id }, i): [string, string] => [id, OWN_IDS[i]!]),
    [reason!.id, OWN_IDS[0]!],
    [source!.id, source!.publisher],
  ];
  const { topics } = parse(readFileSync(join(directory, "site.yaml"), "utf8")) as { topics: Row[] };
  const topic = topics.at(-1)!.id;
  for (const path of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    if (!/\.(yaml|mdx|md)$/.test(path)) continue;
    const file = join(directory, path);
    let text = readFileSync(file, "utf8");
    // Also after the two hyphens of an answer’s id.
    for (const [from, to] of renames)
      text = text.replaceAll(new RegExp(`(?<![\\w./]|(?<!-)-)${from}(?![\\w/-])`, "g"), to);
    const ofTopic = new RegExp(`(?<=topic: |topics:[^]*- id: |<Unknowns id="[^"]*)\\b${topic}\\b`, "g");
    text = text.replaceAll(ofTopic, `2-${topic}`);
    writeFileSync(file, text);
  }
}
