import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvParse } from "d3";
import { describe, expect, test } from "vitest";
import { charts, embedOf } from "../content.ts";
import { cellText } from "../views/view.ts";
import { DOWNLOADS } from "./files.ts";
import { loadRecipes } from "./recipes.ts";

const URL = "https://a.example/charts/x.csv";
const codeIn = (language: string) => loadRecipes(URL).find((recipe) => recipe.language === language)!.code;
function csvOf({ id }: { id: string }): string {
  const embed = embedOf(id);
  return DOWNLOADS.find(({ suffix }) => suffix === ".csv")!.content(embed) as string;
}

/** Runs the JavaScript line with a server that answers with `csv`. */
async function loadByScript(csv: string): Promise<Record<string, unknown>[]> {
  const text = (url: string) => Promise.resolve(url === URL ? csv : "");
  const d3 = { text, csvParse };

  const load = new Function("d3", `return (async () => { ${codeIn("JavaScript")}; return chart; })()`) as (
    given: typeof d3,
  ) => Promise<Record<string, unknown>[]>;
  return load(d3);
}

test("each is one line with the address in it", () => {
  expect(loadRecipes(URL).map(({ language }) => language)).toEqual(["Python", "R", "JavaScript"]);
  for (const { code } of loadRecipes(URL)) {
    expect(code).not.toContain("\n");
    expect(code).toContain(`"${URL}"`);
  }
});

test("the JavaScript line types a column as R and pandas do: months, and years among them, stay text", async () => {
  const csv = "# about\r\nfrom,first,count,year\r\n2022-05,2022-05-01,,2022\r\n2022,2022-06-16,7.5,2023\r\n";
  expect((await loadByScript(csv)).map((row) => ({ ...row }))).toEqual([
    { from: "2022-05", first: "2022-05-01", count: null, year: 2022 },
    { from: "2022", first: "2022-06-16", count: 7.5, year: 2023 },
  ]);
});

test("the R line keeps the names of columns as they are", () => {
  expect(codeIn("R")).toContain("check.names = FALSE");
});

describe.for(charts)("the CSV of $id", (chart) => {
  const { columns, rows } = chart.view.table;
  const expected = rows.map((row) =>
    Object.fromEntries(
      columns.map(({ id }, i) => [
        id,
        row[i] === null ? "" : typeof row[i] === "number" ? String(row[i]) : cellText(row[i]!),
      ]),
    ),
  );

  test("is loaded whole by the JavaScript line", async () => {
    const typed = await loadByScript(csvOf(chart));
    const asText = typed.map((row) => mapValues(row, (value) => String(value ?? "")));
    expect(asText).toEqual(expected.map((row) => mapValues(row, guarded)));
    rows.forEach((row, at) =>
      row.forEach((cell, i) => typeof cell === "number" && expect(typed[at]![columns[i]!.id]).toBe(cell)),
    );
  });

  test("has no # outside quotes below its comments, which Python and R would take for one", () => {
    const table = csvOf(chart).replace(/^(#.*\r?\n)+/, "");
    expect(table.replace(/"[^"]*"/g, "")).not.toContain("#");
  });
});

const python = spawnSync("python3", ["--version"]).status === 0;
const pandas = python && spawnSync("python3", ["-c", "import pandas"]).status === 0;

describe.skipIf(!python)("Python", () => {
  test("reads the same rows from the file: pandas where it is there, else the standard library", () => {
    const folder = mkdtempSync(join(tmpdir(), "recipe-"));
    const load = pandas
      ? `${codeIn("Python").replace(JSON.stringify(URL), "path").replace("; ", "\n    ")}\n    rows = json.loads(chart.to_json(orient="values"))`
      : `rows = list(csv.reader(l for l in open(path, encoding="utf-8", newline="") if not l.startswith("#")))[1:]`;
    const paths = charts.map((chart) => join(folder, `${chart.id}.csv`));
    charts.forEach((chart, i) => writeFileSync(paths[i]!, csvOf(chart)));
    const script = `import csv, json, sys\nall = []\nfor path in sys.argv[1:]:\n    ${load}\n    all.append(rows)\nprint(json.dumps(all))`;
    const { stdout, stderr } = spawnSync("python3", ["-c", script, ...paths], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(stderr).toBe("");
    const read = JSON.parse(stdout) as unknown[][][];
    charts.forEach(({ id, view: { table } }, i) => {
      expect(
        read[i]!.map((row) => row.length),
        id,
      ).toEqual(table.rows.map((row) => row.length));
      expect(
        read[i]!.map((row) => String(row[0])),
        id,
      ).toEqual(table.rows.map((row) => guarded(cellText(row[0]!))));
    });
  }, 60_000);
});

/** What a cell is in the file, where a spreadsheet would run it. */
function guarded(text: string): string {
  return /^[=+\-@]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}

function mapValues<Value>(
  row: Record<string, Value>,
  change: (value: Value) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, change(value)]));
}
