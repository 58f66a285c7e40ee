import { createInterface } from "node:readline/promises";

export type Answers = Readonly<Record<string, string | undefined>>;

/** Asks in the terminal. */
export async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question}: `);
  terminal.close();
  return answer.trim();
}

/**
 * `given`, with what is missing of `wanted` (questions by name of a flag) asked for. Throws an Error that names the flags
 * where nobody can answer.
 */
export async function askFor<Name extends string>(
  given: Answers,
  wanted: Readonly<Record<Name, string>>,
): Promise<Answers & Record<Name, string>> {
  const missing = (Object.keys(wanted) as Name[]).filter((name) => !given[name]);
  if (missing.length > 0 && !process.stdin.isTTY)
    throw new Error(`missing: ${missing.map((name) => `--${name}="…" (${wanted[name]})`).join(", ")}`);
  const answers = { ...given } as Record<string, string>;
  for (const name of missing) answers[name] = await ask(wanted[name]);
  return answers;
}
