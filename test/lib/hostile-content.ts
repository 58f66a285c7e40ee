import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";
import { z } from "zod";
// With it, Node can import the `.tsx` files of charts.
import "../../scripts/check-content.ts";
import { id, line } from "../../src/yaml/fields.ts";
import { getOrInsert } from "../../src/expect-defined.ts";
import { collections } from "../../src/ledger/ledger.ts";

// Run in a copy of the project: spoils its ledger, charts, glossary, changes and the frontmatter of its explainers with text
// that an attacker would write, adds a chart and an explainer, and tells how many texts it spoiled.
/**
 * What an attacker would write into a text: tags, ends of scripts and sections, quotes, templates, a formula in front. No word
 * is longer than a chart has room for: charts reject such words before any page is written.
 */
const ATTACKS = [
  `="' onx="hit()" <script> hit() </script>. A `,
  `+<img src=x onerror=hit()> {{hit()}}. A `,
  `@</title> </script> <script> hit() </script> ]]>. A `,
  `-"><svg onload=hit()> \${hit()} &lt;script&gt;. A `,
];
const SHORT_ATTACKS = [`="'<b> `, `+]]>& `, `@"><i `, `-{{'" `];
const URL = `https://ap.example/?a=1&b=javascript:hit()&c=%22%3E%3Cscript%3E&d={{hit()}}`;

/** A word longer than a line on a phone, for texts that no chart draws. */
const LONG_WORD = "Pneumonoultramicroscopicsilicovolcanoconiosis. A ";
const LONG_KEYS = new Set(["statement", "note", "definition"]);

/**
 * Keys whose texts are names that views look for, or that must differ from row to row; and words, which must stay those of their
 * passage.
 */
const NAMES = new Set(["columns", "rows", "unit", "release", "family", "names", "words", "english", "marks"]);

/** Which attack a text gets: the same text always the same, because rows may have to agree with each other. */
const attackOn = new Map<string, number>();

/** The text that each spoiled text was made of: two names must not become one. */
const textBehind = new Map<string, string>();

/** The text with an attack at its front; it stays as long as it was, so that it still fits where it is drawn. */
function spoil(text: string, key = ""): string[] {
  const attack = attackOn.get(text) ?? attackOn.size;
  attackOn.set(text, attack);
  const fit = (list: readonly string[]) =>
    list[attack % list.length]! + text.slice(list[attack % list.length]!.length);
  const long = LONG_KEYS.has(key) && attack % 3 === 0 ? [fit([LONG_WORD])] : [];
  // The check compares figures and months of texts with those of the rows that they cite.
  const figures = text.match(/\d[\d,.]*|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*/g) ?? [];
  return [...long, fit(ATTACKS), fit(SHORT_ATTACKS)].filter(
    (spoiled) =>
      spoiled.length <= text.length &&
      figures.every((figure) => spoiled.includes(figure)) &&
      getOrInsert(textBehind, spoiled.replace(/\s+/g, " "), () => text) === text,
  );
}

/** Spoils every free text of a row: each that its schema takes in the place of the old one. Returns how many. */
function spoilRow(row: unknown, schema: z.ZodType): number {
  let spoiled = 0;
  const visit = (holder: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(holder)) {
      if (NAMES.has(key)) continue;
      if (typeof value === "object" && value !== null) visit(value as Record<string, unknown>);
      // What says that it is an accusation must go on saying so.
      if (typeof value !== "string" || /alleg|suspect|accus|charg|indict/i.test(value)) continue;
      for (const text of [...spoil(value, key), URL]) {
        holder[key] = text;
        // `line` accepts texts and addresses.
        if (schema.safeParse(row).success && (text !== URL || /^https?:/.test(value))) {
          spoiled++;
          break;
        }
        holder[key] = value;
      }
    }
  };
  visit(row as Record<string, unknown>);
  return spoiled;
}

const { chartTexts } = await import("../../src/charts/read-charts.ts");

let spoiled = 0;

function rewrite(path: string, schema: z.ZodType | undefined): void {
  const value = parse(readFileSync(path, "utf8")) as unknown;
  for (const row of Array.isArray(value) ? value : [value])
    spoiled += schema ? spoilRow(row, schema) : spoilKeys(row as Record<string, unknown>);
  writeFileSync(path, stringify(value));
}

/** For rows whose schema is not at hand: the texts of these keys. */
function spoilKeys(row: Record<string, unknown>): number {
  const keys = ["definition", "note", "before", "after"].filter((key) => typeof row[key] === "string");
  for (const key of keys) row[key] = spoil(row[key] as string, key)[0] ?? row[key];
  return keys.length;
}

for (const [name, schema] of Object.entries(collections))
  for (const path of filesUnder("content/ledger").filter(
    (path) => path.includes(`/${name}.`) || path.includes(`/${name}/`),
  ))
    rewrite(path, schema);
// Kind, view and options are names, not texts, but for labels in the options.
const options: z.ZodType = z
  .object({ label: line.optional() })
  .catchall(z.union([id, z.lazy(() => options)]));
for (const path of filesUnder("content/charts"))
  rewrite(path, chartTexts.extend({ kind: id, view: id, options: options.optional() }));
for (const path of ["content/glossary.yaml", "content/changes.yaml"]) rewrite(path, undefined);
for (const path of filesUnder("content/explainers", ".mdx")) {
  const text = readFileSync(path, "utf8");
  const [, head = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const frontmatter = parse(head) as Record<string, string>;
  for (const key of ["description", "answer"]) frontmatter[key] = spoil(frontmatter[key]!)[0]!;
  frontmatter.title = `="'</title><b onx=hit()>${spoiled++}`;
  const inText =
    "\n\nThey wrote \\<script>hit()\\</script>, &lt;img src=x onerror=hit()&gt;, `<svg onload=hit()>` and \\{hit()\\}.\n";
  writeFileSync(path, `---\n${stringify(frontmatter)}---\n${body}${inText}`);
}

// Passages end in an attack, so that the words of answers are still found in them.
for (const path of filesUnder("content/texts", ".md")) {
  const text = readFileSync(path, "utf8");
  const passages = text.replaceAll(
    /(?<=[^\n-])\n(?=\n## )/g,
    ` <script>hit()</script> &lt;img src=x onerror=hit()&gt;\n`,
  );
  writeFileSync(path, passages);
  spoiled++;
}

// One more chart and one more explainer, as an editor adds them: copies of the first of each.
const [chart = ""] = filesUnder("content/charts");
writeFileSync(join(dirname(chart), "one-more.yaml"), readFileSync(chart, "utf8"));
const [explainer = ""] = filesUnder("content/explainers", ".mdx");
const [, head = "", body = ""] =
  /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(explainer, "utf8")) ?? [];
const frontmatter = { ...parse(head), title: "What does one more say?", order: 15 };
writeFileSync(join(dirname(explainer), "one-more.mdx"), `---\n${stringify(frontmatter)}---\n${body}`);
console.log(`spoiled ${spoiled}`);

function filesUnder(folder: string, ending = ".yaml"): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path));
}
