import { createInterface } from "node:readline/promises";

export type Answers = Readonly<Record<string, string | undefined>>;

/**
 * `given`, with what is missing of `wanted` (questions by name of a flag) asked for in the terminal. Throws an Error that
 * names the flags where nobody can answer.
 */
export async function askFor<Name extends string>(
  given: Answers,
  wanted: Readonly<Record<Name, string>>,
): Promise<Answers & Record<Name, string>> {
  const names = Object.keys(wanted) as Name[];
  const missing = names.filter((name) => !given[name]);
  if (missing.length > 0 && !process.stdin.isTTY)
    throw new Error(`missing: ${missing.map((name) => `--${name}="…" (${wanted[name]})`).join(", ")}`);
  const terminal = missing.length > 0 && createInterface({ input: process.stdin, output: process.stdout });
  const answers = { ...given } as Record<string, string>;
  for (const name of missing)
    if (terminal) answers[name] = (await terminal.question(`${wanted[name]}: `)).trim();
  if (terminal) terminal.close();
  return answers;
}
