import { createInterface } from "node:readline/promises";

interface Prompt {
  form: string;
  least?: number;
  most?: number;
  read: (line: string) => unknown;
}

type Answers<Wanted extends Readonly<Record<string, Prompt>>> = {
  [Name in keyof Wanted]: ReturnType<Wanted[Name]["read"]>[];
};

/** What is read from the flags or, of a flag without any, from stdin; a terminal is asked again for what is wrong. */
export async function askFor<Wanted extends Readonly<Record<string, Prompt>>>(
  given: Readonly<Record<string, string | string[] | undefined>>,
  wanted: Wanted,
): Promise<Answers<Wanted>> {
  using terminal = createInterface({ input: process.stdin, output: process.stdout });
  const typed = terminal[Symbol.asyncIterator]();
  const answers: Record<string, unknown[]> = {};
  const missing: string[] = [];
  let hasEnded = false;
  for (const [name, { form, least = 1, most = 1, read }] of Object.entries(wanted)) {
    const found = [given[name] ?? []]
      .flat()
      .filter(Boolean)
      .map((line) => read(line));
    const isAsked = found.length === 0;
    while (isAsked && !hasEnded && found.length < most) {
      terminal.setPrompt(`${most > 1 ? `${name} ${found.length + 1} (empty to end): ` : ""}${form}: `);
      terminal.prompt();
      const { value = "", done = false } = await typed.next();
      hasEnded = done;
      const line = value.trim();
      if (line === "") break;
      try {
        found.push(read(line));
      } catch (error) {
        if (!process.stdin.isTTY) throw error;
        console.error((error as Error).message);
      }
    }
    if (found.length < least)
      missing.push(`--${name}="…" (${least > 1 ? `${least - found.length} more: ` : ""}${form})`);
    answers[name] = found;
  }
  if (missing.length > 0) throw new Error(`missing: ${missing.join(", ")}`);
  return answers as Answers<Wanted>;
}
