import { build } from "esbuild";
import ts from "typescript";
import { statementOf } from "./compat-data.ts";

/** What TypeScript's libraries declare in one place and browser-compat-data knows by the name of an interface that has it. */
const KNOWN_AS: Readonly<Record<string, string>> = {
  AbstractWorker: "Worker",
  ARIAMixin: "Element",
  Body: "Response",
  CallableFunction: "Function",
  ChildNode: "Element",
  CSSStyleDeclarationBase: "CSSStyleDeclaration",
  DocumentOrShadowRoot: "Document",
  ElementContentEditable: "HTMLElement",
  ElementCSSInlineStyle: "HTMLElement",
  FontFaceSource: "Document",
  HTMLOrSVGElement: "HTMLElement",
  ParentNode: "Element",
};

/** Files of this site of which the scripts that start in `entries` are made. */
async function filesOf(entries: readonly string[]): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [...entries],
    bundle: true,
    splitting: true,
    format: "esm",
    outdir: "unwritten",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return Object.keys(metafile.inputs);
}

/**
 * Objects, functions and members of the language and of the browser that scripts name, by their names in browser-compat-data.
 * TypeScript says whose member each name is. Options, events and values in strings are not seen.
 */
export async function scriptFeatures(entries: readonly string[]): Promise<Set<string>> {
  const files = await filesOf(entries);
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile("tsconfig.json", ts.sys.readFile).config,
    ts.sys,
    ".",
  );
  const program = ts.createProgram(files, { ...options, allowJs: true, checkJs: true });
  const checker = program.getTypeChecker();
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node))
      for (const declaration of checker.getSymbolAtLocation(node)?.declarations ?? []) {
        if (!program.isSourceFileDefaultLibrary(declaration.getSourceFile())) continue;
        const known = namesOf(declaration, node.text).find(statementOf);
        if (known) found.add(known);
      }
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(program.getSourceFile(file)!);
  return found;
}

/** Names under which the data may know what a library declares. */
function namesOf(declaration: ts.Declaration, name: string): string[] {
  const { parent } = declaration;
  if (ts.isModuleBlock(parent)) {
    const space = (parent.parent as ts.ModuleDeclaration).name.text;
    return [`javascript.builtins.${space}.${name}`, `api.${space}.${name}_static`];
  }
  if (ts.isInterfaceDeclaration(parent)) {
    const own = parent.name.text.replace(/Constructor$/, "");
    const owner = KNOWN_AS[own] ?? own;
    return [`javascript.builtins.${owner}.${name}`, `api.${owner}.${name}`, `api.${owner}.${name}_static`];
  }
  // Variables and functions of the whole page; types have no place in a script.
  if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) return [];
  return [`javascript.builtins.${name}`, `api.${name}`, `api.Window.${name}`];
}
