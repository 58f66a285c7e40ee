import { readFileSync, statSync } from "node:fs";
import { type Problem, problemOf } from "./problem.ts";

/** Largest file that is read, in bytes: content is written by hand, so more is a mistake. */
const MAX_BYTES = 4_000_000;

const MEND: Readonly<Record<string, string>> = {
  EACCES: "make the file readable for the user who builds",
  EISDIR: "rename the folder: only files end in .yaml or .mdx",
  ENOENT: "correct the name, or remove the link that leads nowhere",
};

/** The text of a content file (UTF-8, at most 4 MB; a byte order mark is dropped), or why it cannot be read. */
export function readTextFile(path: string, name: string): { text: string } | { problem: Problem } {
  const refuse = (...what: [wrong: string, expected: string, mend: string]) => ({
    problem: problemOf(name, ...what),
  });
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES)
      return refuse(
        `the file has ${size} bytes`,
        `at most ${MAX_BYTES}`,
        "split it into several files in a folder of the same name",
      );
    bytes = readFileSync(path);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    return refuse(
      `the file cannot be read (${code || message})`,
      "a file with text",
      MEND[code] ?? "look at the file and its disk",
    );
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // UTF-16 without its mark is UTF-8 with a zero behind each Latin letter.
    const zero = text.indexOf("\0");
    if (zero < 0) return { text };
    const line = text.slice(0, zero).split("\n").length;
    const place = { line, column: zero - text.lastIndexOf("\n", zero) };
    return {
      problem: problemOf(
        name,
        "the file holds a zero byte",
        "UTF-8 text",
        "save it again with that encoding, or remove the byte",
        place,
      ),
    };
  } catch {
    return refuse("the file is not UTF-8 text", "UTF-8", "save it again with that encoding");
  }
}
