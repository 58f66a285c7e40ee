import { compare, unknownNames } from "../charts/condition.ts";
import type { ChartSpec } from "./spec.ts";
import { schemaProblems } from "../ledger/explain-issue.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Problem } from "../ledger/problem.ts";
import { type ChartFile, type Fail, failIn } from "./chart-file.ts";
import type { TableView, Views } from "./view.ts";

/** The words of a chart or a table with their numbers, and the view that these come from. */
export interface FilledChart<Made extends TableView> {
  view: Made;
  title: string;
  subtitle: string;
  hint: string | undefined;
}

/**
 * A chart or a table with the words filled in from its view, one of `views`, and what is wrong with both. Whether it can be
 * drawn is not judged.
 */
export function fillChart<Made extends TableView>(
  chartFile: ChartFile,
  ledger: Ledger,
  views: Views<Made>,
): { chart?: FilledChart<Made>; problems: Problem[] } {
  const { file, spec } = chartFile;
  const problems: Problem[] = [];
  if (!spec) return { problems };
  const fail = failIn(chartFile, problems);
  const makeView = Object.hasOwn(views, spec.view) ? views[spec.view] : undefined;
  if (!makeView) {
    const known = Object.keys(views).join(", ");
    fail(
      "view",
      `there is no view \`${spec.view}\``,
      `one of ${known}`,
      "correct the name, or write the view",
    );
    return { problems };
  }
  const { options } = spec;
  const issues = makeView.options?.safeParse(options ?? {}).error?.issues ?? [];
  problems.push(...schemaProblems(file, options ? ["options"] : [], options ?? {}, issues));
  if (options && !makeView.options)
    fail("options", `the view \`${spec.view}\` takes no options`, "none", "remove them");
  if (problems.length > 0) return { problems };
  let view: Made;
  try {
    view = makeView(ledger, options ?? {});
  } catch (error) {
    const { message } = error as Error;
    fail("view", `the view failed: ${message}`, "rows from the ledger", "add what it misses to the ledger");
    return { problems };
  }
  const known = Object.keys(view.values).map((name) => `{${name}}`);
  const fill = (key: "title" | "subtitle" | "hint") =>
    (spec[key] ?? "").replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      if (Object.hasOwn(view.values, name)) return view.values[name] ?? "";
      fail(key, `\`${placeholder}\` has no value`, `one of ${known.join(", ")}`, "correct the placeholder");
      return "";
    });
  const chart = { view, title: fill("title"), subtitle: fill("subtitle"), hint: spec.hint && fill("hint") };
  checkConditions(spec, view, fail);
  return { chart, problems };
}

function checkConditions({ holds }: ChartSpec, { numbers = {} }: TableView, fail: Fail): void {
  for (const condition of holds) {
    const unknown = unknownNames(condition, numbers);
    if (unknown.length > 0) {
      const known = Object.keys(numbers);
      fail(
        "holds",
        `the view has no number \`${unknown.join("`, `")}\``,
        known.length > 0 ? `one of ${known.join(", ")}` : "a number of the view; it has none",
        "correct the name, or add the number to the view",
      );
      continue;
    }
    const { holds, says } = compare(condition, numbers);
    if (!holds)
      fail(
        "holds",
        `the title is no longer true: \`${condition.text}\` is now ${says}`,
        "a title that its numbers carry",
        "write the title anew, and the condition for it",
      );
  }
}
