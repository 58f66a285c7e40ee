import { readFileSync, writeFileSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { ESLint, type Rule } from "eslint";
import astro from "eslint-plugin-astro";
import tseslint from "typescript-eslint";

// What the site says by itself stands in src/words/. This counts the English that stands elsewhere in src/, folder by folder, and
// fails where it grows: scripts/literal-text.json holds what there was. With --write it notes what there is now.
const FILES = ["src/**/*.{astro,ts,tsx}"];
const APART = ["src/words/**", "src/dev/**", "src/charts/cases/**", "**/*.{test,fixture}.{ts,tsx}"];
const CEILINGS = "scripts/literal-text.json";

/** Attributes that a reader hears or sees. */
const SPOKEN = ["alt", "aria-label", "cardAlt", "description", "label", "placeholder", "summary", "title"];
/** Two words, the first with a capital letter: no class, path or key. */
const SENTENCE = /^\W*\p{Lu}[\p{L}’']*[,:]? \W*\p{L}/u;
const WORD = /\p{L}{2}/u;

/** A node of a syntax tree, as far as this looks at it. */
interface Node {
  type: string;
  value?: unknown;
  quasis?: { value: { raw: string } }[];
  name?: { name?: string };
  callee?: { property?: { name?: string } };
  openingElement?: { name?: { name?: string } };
  parent?: Node;
}

/** Reports text in markup, spoken attributes, and texts that begin like a sentence, but for what developers and editors read: errors, docs of the schema. */
const literalText: Rule.RuleModule = {
  create(context) {
    const report = (node: Node, text: string) =>
      context.report({ node: node as Rule.Node, message: text.trim().replace(/\s+/g, " ") });
    return {
      "JSXText, AstroText"(node: Node) {
        if (WORD.test(String(node.value)) && !isForMachines(node)) report(node, String(node.value));
      },
      "Literal, TemplateLiteral"(node: Node) {
        const text = node.quasis?.map(({ value }) => value.raw).join("0") ?? node.value;
        if (typeof text !== "string") return;
        const attribute = node.parent?.type === "JSXAttribute" && node.parent.name?.name;
        if (
          attribute
            ? SPOKEN.includes(attribute) && WORD.test(text)
            : SENTENCE.test(text) && !isForMakers(node)
        )
          report(node, text);
      },
    } as Rule.RuleListener;
  },
};

function isForMakers(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent)
    if (
      ["ImportDeclaration", "NewExpression", "ThrowStatement"].includes(at.type) ||
      at.callee?.property?.name === "describe"
    )
      return true;
  return false;
}

function isForMachines({ parent }: Node): boolean {
  const name = parent?.openingElement?.name?.name;
  return name === "script" || name === "style" || parent?.type === "AstroDoctype";
}

/** A text that stands where it should not. */
export interface LiteralText {
  /** `src/pages`, for everything below it. */
  folder: string;
  file: string;
  line: number;
  text: string;
}

function reader(): ESLint {
  return new ESLint({
    overrideConfigFile: true,
    ignorePatterns: APART,
    allowInlineConfig: false,
    overrideConfig: [
      ...astro.configs.base,
      { files: ["**/*.{ts,tsx}"], languageOptions: { parser: tseslint.parser } },
      {
        files: FILES,
        plugins: { words: { rules: { "literal-text": literalText } } },
        rules: { "words/literal-text": "error" },
      },
    ] as ESLint.Options["overrideConfig"] & object,
  });
}

/** The literal texts of a file that holds `code`. Throws if it cannot be read. */
export async function textsIn(code: string, file: string): Promise<LiteralText[]> {
  return textsOf(await reader().lintText(code, { filePath: file, warnIgnored: false }));
}

function textsOf(results: ESLint.LintResult[]): LiteralText[] {
  return results.flatMap(({ filePath, messages }) => {
    const file = relative(process.cwd(), filePath).split(sep).join("/");
    const [root = "", second] = file.split("/");
    const folder = dirname(file) === root ? root : `${root}/${second}`;
    return messages.map(({ line, message, fatal }) => {
      if (fatal) throw new Error(`${file}:${line}: cannot be read: ${message}`);
      return { folder, file, line, text: message };
    });
  });
}

/** Folders with more literal texts than they may have, each with its texts to choose from. */
export function aboveCeiling(
  found: readonly LiteralText[],
  ceilings: Readonly<Record<string, number>>,
): string[] {
  return [...byFolder(found)].flatMap(([folder, texts]) => {
    const most = ceilings[folder] ?? 0;
    if (texts.length <= most) return [];
    const all = texts.map(({ file, line, text }) => `  ${file}:${line} ${text.slice(0, 70)}`);
    const mend = "mend: move the new ones to src/words/en/. All of them:";
    return [`${folder}: ${texts.length} literal texts, ${most} allowed; ${mend}\n${all.join("\n")}`];
  });
}

function byFolder(found: readonly LiteralText[]): Map<string, LiteralText[]> {
  return Map.groupBy(found, ({ folder }) => folder);
}

if (import.meta.main) {
  const found = textsOf(await reader().lintFiles(FILES));
  if (process.argv.includes("--write")) {
    const counts = [...byFolder(found)].map(([folder, texts]) => [folder, texts.length] as const).sort();
    writeFileSync(CEILINGS, `${JSON.stringify(Object.fromEntries(counts), null, 2)}\n`);
  } else {
    const ceilings = JSON.parse(readFileSync(CEILINGS, "utf8")) as Record<string, number>;
    const problems = aboveCeiling(found, ceilings);
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length === 0 ? 0 : 1;
  }
}
