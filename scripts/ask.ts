import { createInterface } from "node:readline/promises";

interface Prompt {
  form: string;
  least?: number;
  most?: number;
  /** Throws an Error that says what is wrong. */
  read?: (line: string) => unknown;
}

/** Lines of the flags or, of a flag without any, from stdin; a terminal is asked again for what is wrong. */
export async function askFor<Name extends string>(
  given: Readonly<Record<string, string | string[] | undefined>>,
  wanted: Readonly<Record<Name, Prompt>>,
): Promise<Record<Name, string[]>> {
  using terminal = createInterface({ input: process.stdin, output: process.stdout });
  const typed = terminal[Symbol.asyncIterator]();
  const answers = {} as Record<Name, string[]>;
  const missing: string[] = [];
  let hasEnded = false;
  for (const name of Object.keys(wanted) as Name[]) {
    const { form, least = 1, most = 1, read = String } = wanted[name];
    const lines = [given[name] ?? []].flat().filter(Boolean);
    lines.forEach((line) => read(line));
    const isAsked = lines.length === 0;
    while (isAsked && !hasEnded && lines.length < most) {
      terminal.setPrompt(`${most > 1 ? `${name} ${lines.length + 1} (empty to end): ` : ""}${form}: `);
      terminal.prompt();
      const { value = "", done = false } = await typed.next();
      hasEnded = done;
      const line = value.trim();
      if (line === "") break;
      try {
        read(line);
        lines.push(line);
      } catch (error) {
        if (!process.stdin.isTTY) throw error;
        console.error((error as Error).message);
      }
    }
    if (lines.length < least)
      missing.push(`--${name}="…" (${least > 1 ? `${least - lines.length} more: ` : ""}${form})`);
    answers[name] = lines;
  }
  if (missing.length > 0) throw new Error(`missing: ${missing.join(", ")}`);
  return answers;
}
