import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { stringify } from "yaml";
import { z } from "zod";
import { CONTENT_DIR } from "../src/content-dir.ts";
import type { Ledger } from "../src/ledger/ledger.ts";
import { find } from "../src/ledger/lookup.ts";
import { formatProblem } from "../src/ledger/problem.ts";
import { inspectLedger } from "../src/ledger/read-ledger.ts";
import { isReserved } from "../src/routes.ts";
import { views } from "../src/views/registry.ts";
import { inspectContent } from "./check-content.ts";
import { explainerText } from "./new/explainer-text.ts";
import { fillByAsking, fillFromFlags, FormStopped } from "./new/form.ts";
import { insertRow } from "./new/insert-row.ts";
import { type Answers, type Kind, KINDS, type Question, questionsFor } from "./new/questions.ts";
import { itemAt } from "../src/required.ts";

// npm run new: asks, or takes flags (npm run new -- event --topic plan --date 2025-11-23 …), and writes one entry. Nothing is
// written that `npm run check` would refuse.
const USAGE = `npm run new -- ${KINDS.join(" | ")} [--key value …]`;

const WHAT: Question = { key: "what", ask: "What is new", schema: z.enum(KINDS) };

/** A file to write: its whole new text, and the lines of it that are new. */
interface Change {
  path: string;
  text: string;
  from: number;
  to: number;
}

try {
  const [wanted, ...rest] = process.argv.slice(2);
  const named = wanted ?? (process.stdin.isTTY ? (await fillByAsking([WHAT])).what : undefined);
  const kind = KINDS.find((kind) => kind === named);
  if (!kind)
    throw new FormStopped(
      `${named ? `\`${String(named)}\` cannot be made` : "what shall be made?"}; ${USAGE}`,
    );
  const flags = flagsOf(rest);
  const { ledger } = inspectLedger(`${CONTENT_DIR}/ledger`);
  const questions = questionsFor(kind, ledger, Object.keys(views), (id) => isTaken(kind, id, ledger));
  const answers = flags.size > 0 ? fillFromFlags(questions, flags) : await fillByAsking(questions);
  const change = changeFor(kind, answers);
  const problems = problemsOf(change);
  if (problems.length > 0) throw new FormStopped(problems.join("\n"));
  writeFileSync(`${change.path}.new`, change.text);
  renameSync(`${change.path}.new`, change.path);
  console.log(
    `written: ${change.path}:${change.from}\nnext: npm run dev shows it; npm run check reads everything`,
  );
} catch (error) {
  if (!(error instanceof FormStopped)) throw error;
  console.error(`${error.message}\nnothing was written`);
  process.exitCode = 1;
}

function flagsOf(args: readonly string[]): Map<string, string> {
  const flags = new Map<string, string>();
  for (let i = 0; i < args.length; i += 2) {
    const [key, value] = [itemAt(args, i), args[i + 1]];
    if (!key.startsWith("--") || value === undefined)
      throw new FormStopped(`\`${key}\` has no value, or no -- before it; ${USAGE}`);
    flags.set(key.slice(2).replaceAll("-", "_"), value);
  }
  return flags;
}

function isTaken(kind: Kind, id: string, ledger: Ledger): boolean {
  if (kind !== "chart" && kind !== "explainer") return find(ledger, `${kind}s` as const, id) !== undefined;
  return existsSync(fileOf(kind, id)) || (kind === "explainer" && isReserved(id));
}

function fileOf(kind: Kind, idOrTopic: string): string {
  const places: Record<Kind, string> = {
    event: `ledger/events/${idOrTopic}.yaml`,
    source: `ledger/sources/${idOrTopic}.yaml`,
    publisher: "ledger/publishers.yaml",
    chart: `charts/${idOrTopic}.yaml`,
    explainer: `explainers/en/${idOrTopic}.mdx`,
  };
  return `${CONTENT_DIR}/${places[kind]}`;
}

function changeFor(kind: Kind, answers: Answers): Change {
  if (kind !== "chart" && kind !== "explainer") {
    const { id, topic, ...rest } = answers;
    const path = fileOf(kind, String(topic));
    const old = existsSync(path) ? readFileSync(path, "utf8") : "";
    const { text, line } = insertRow(old, { id, ...(kind === "event" && { topic }), ...rest });
    return { path, text, from: line, to: line + text.split("\n").length - old.split("\n").length };
  }
  const { id, ...rest } = answers;
  const { topic, title, description, answer } = rest;
  const text =
    kind === "chart"
      ? stringify({ kind: kindOfView(String(rest.view)), ...rest }, { lineWidth: 0 })
      : explainerText({ title, description, topic, answer });
  return { path: fileOf(kind, String(id)), text, from: 1, to: text.split("\n").length };
}

/** The kind of drawing that a view makes rows for, as its file says, whatever the ledger holds. */
function kindOfView(view: string): string {
  const kind = /\bkind: "([a-z-]+)"/.exec(readFileSync(`src/views/${view}.ts`, "utf8"))?.[1];
  if (!kind) throw new FormStopped(`src/views/${view}.ts does not say its kind`);
  return kind;
}

/** What the check of the whole content would say of the new lines, tried on a copy. */
function problemsOf({ path, text, from, to }: Change): string[] {
  const copy = mkdtempSync(join(tmpdir(), "draft-by-draft-new-"));
  try {
    cpSync(CONTENT_DIR, copy, { recursive: true });
    const file = join(copy, relative(CONTENT_DIR, path));
    writeFileSync(file, text);
    const names = [file, relative(process.cwd(), file)];
    return inspectContent(copy, { mayBeUnused: true })
      .problems.filter(
        (problem) => names.includes(problem.file) && problem.line >= from && problem.line <= to,
      )
      .map((problem) => formatProblem({ ...problem, file: path }));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
