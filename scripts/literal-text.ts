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
const SPOKEN = new Set([
  "alt",
  "aria-label",
  "cardAlt",
  "description",
  "label",
  "placeholder",
  "summary",
  "title",
]);
/** Two words, the first with a capital letter: no class, path or key. */
const SENTENCE = /^\W*\p{Lu}[\p{L}’']*[,:]? \W*\p{L}/u;
const WORD = /\p{L}{2}/u;

/** A node of a syntax tree, as far as this looks at it. */
interface Node {
  type: string;
  value?: unknown;
  name?: { name?: string };
  callee?: { property?: { name?: string } };
  parent?: Node;
}

/** Reports text in markup, spoken attributes, and texts that begin like a sentence, but for what developers and editors read: errors, docs of the schema. */
const literalText: Rule.RuleModule = {
  create(context) {
    const report = (node: unknown, text: string) =>
      context.report({ node: node as Rule.Node, message: text.trim().replace(/\s+/g, " ") });
    const string = (node: Node, text: string) => {
      const attribute = node.parent?.type === "JSXAttribute" && node.parent.name?.name;
      if (attribute && !SPOKEN.has(attribute)) return;
      if (attribute ? WORD.test(text) : SENTENCE.test(text) && !isForMakers(node)) report(node, text);
    };
    const markup = (node: Node) =>
      WORD.test(String(node.value)) && !isForMachines(node) && report(node, String(node.value));
    return {
      JSXText: (node: unknown) => void markup(node as Node),
      AstroText: (node: unknown) => void markup(node as Node),
      Literal: (node: unknown) =>
        void (
          typeof (node as Node).value === "string" && string(node as Node, (node as { value: string }).value)
        ),
      TemplateLiteral: (node: unknown) =>
        string(
          node as Node,
          (node as { quasis: { value: { raw: string } }[] }).quasis.map(({ value }) => value.raw).join("0"),
        ),
    } as Rule.RuleListener;
  },
};

function isForMakers(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent)
    if (
      at.type === "ImportDeclaration" ||
      at.type === "NewExpression" ||
      at.type === "ThrowStatement" ||
      at.callee?.property?.name === "describe"
    )
      return true;
  return false;
}

function isForMachines({ parent }: Node): boolean {
  const name = (parent as { openingElement?: { name?: { name?: string } } } | undefined)?.openingElement?.name
    ?.name;
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
  return [...Map.groupBy(found, ({ folder }) => folder)].flatMap(([folder, texts]) => {
    const most = ceilings[folder] ?? 0;
    if (texts.length <= most) return [];
    const all = texts.map(({ file, line, text }) => `  ${file}:${line} ${text.slice(0, 70)}`);
    return [
      `${folder}: ${texts.length} literal texts, ${most} allowed; mend: move the new ones to src/words/en/. All of them:\n${all.join("\n")}`,
    ];
  });
}

if (import.meta.main) {
  const found = textsOf(await reader().lintFiles(FILES));
  if (process.argv.includes("--write")) {
    const counts = [...Map.groupBy(found, ({ folder }) => folder)].map(
      ([folder, texts]) => [folder, texts.length] as const,
    );
    writeFileSync(CEILINGS, `${JSON.stringify(Object.fromEntries(counts.sort()), null, 2)}\n`);
  } else {
    const problems = aboveCeiling(
      found,
      JSON.parse(readFileSync(CEILINGS, "utf8")) as Record<string, number>,
    );
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length === 0 ? 0 : 1;
  }
}
