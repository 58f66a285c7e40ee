import { HIDDEN } from "../ledger/fields.ts";
import { COMPONENTS } from "./citations.ts";

/** Something in the text that is not allowed, with its place. */
export interface Misuse {
  /** Line and column, from 1. */
  line: number;
  column: number;
  wrong: string;
  expected: string;
  mend: string;
}

const NAMES = COMPONENTS.join("|");
const CODE_SPAN = /`[^`]*`/g;
const OPEN = new RegExp(`^<(${NAMES})\\s+id="[^"<>{}]*"\\s*(/?)>`);
const CLOSE = new RegExp(`^</(${NAMES})\\s*>`);
const LINK = /\]\(\s*([^)\s]*)|^\s*\[[^\]]+\]:\s*(\S+)/g;
const ALLOWED_LINK = /^(https?:\/\/|\/(?!\/)|#)/i;

/**
 * Everything in the body of an explainer that is neither Markdown nor one of the components: other tags, code (braces, import,
 * export), pictures, links that are no addresses, hidden characters, tags without their pair. `firstLine` is the line of the
 * file at which the body begins.
 */
export function misusesIn(body: string, firstLine = 1): Misuse[] {
  const found: Misuse[] = [];
  let open: { name: string; line: number; column: number } | undefined;
  const closeParagraph = () => {
    if (open)
      found.push({
        line: open.line,
        column: open.column,
        wrong: `<${open.name}> is not closed`,
        expected: `</${open.name}> in the same paragraph`,
        mend: `close it, or write <${open.name} id="…" />`,
      });
    open = undefined;
  };
  body.split("\n").forEach((raw, i) => {
    const text = raw.replace(CODE_SPAN, (span) => " ".repeat(span.length));
    const line = firstLine + i;
    const report = (index: number, wrong: string, expected: string, mend: string) =>
      found.push({ line, column: index + 1, wrong, expected, mend });
    if (text.trim() === "") closeParagraph();
    if (/^(import|export)\b/.test(text))
      report(0, `\`${text.slice(0, 40)}\` is code`, "text; components need no import", "remove the line, or begin it with another word");
    for (const { 0: mark, index } of text.matchAll(/[<{}]|!\[/g)) {
      if (text[index - 1] === "\\") continue;
      const rest = text.slice(index);
      if (mark === "![") report(index, "a picture", "text and <Chart>", "draw it as a chart, or leave it out");
      else if (mark !== "<") report(index, `\`${mark}\` would be run as code`, "text", `write \\${mark}`);
      else if (OPEN.test(rest)) {
        const [, name = "", empty] = OPEN.exec(rest)!;
        if (open) report(index, `<${name}> stands inside <${open.name}>`, "one component at a time", `close <${open.name}> before it`);
        else if (!empty) open = { name, line, column: index + 1 };
      } else if (CLOSE.test(rest)) {
        const [, name] = CLOSE.exec(rest)!;
        if (open?.name !== name) report(index, `</${name}> closes nothing`, `<${name} id="…"> before it`, "remove it, or correct the name");
        open = undefined;
      } else report(index, ...unknownTag(rest));
    }
    for (const match of text.includes("![") ? [] : text.matchAll(LINK)) {
      const url = match[1] ?? match[2]!;
      if (!ALLOWED_LINK.test(url))
        report(match.index, `a link to \`${url.slice(0, 60)}\``, "https://…, /path/ or #anchor", "correct the address");
    }
    for (const { 0: char, index } of raw.replace(/[\t\r]/g, " ").matchAll(HIDDEN))
      report(
        index,
        `a hidden character (U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")})`,
        "text that can be seen",
        "remove it",
      );
  });
  closeParagraph();
  return found;
}

function unknownTag(rest: string): [wrong: string, expected: string, mend: string] {
  const name = /^<\/?([\w:.-]+)/.exec(rest)?.[1];
  if (name === undefined) return ["`<` opens nothing", "text", "write &lt;"];
  if ((COMPONENTS as readonly string[]).includes(name))
    return [
      `<${name}> is not written in full`,
      `<${name} id="…" /> or <${name} id="…">words</${name}>`,
      "write it in this form, on one line",
    ];
  return [
    `unknown component or tag <${name}>`,
    `one of ${COMPONENTS.map((known) => `<${known}>`).join(", ")}`,
    "use one of these, or plain Markdown",
  ];
}
