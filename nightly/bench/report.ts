import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { type Table, toMarkdown } from "./table.ts";

const FILE = "docs/measurements.md";
const HEAD = `# Measurements

Written in \`nightly/\` by \`npm run bench\` and \`npm run hosts\`; \`npm run bench -- embed\` measures one part again. Times differ between machines: compare within a table only.
`;

/** When and where was measured, without names or paths. */
export function machine(): string {
  const [cpu] = cpus();
  return `Measured on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores (${cpu?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

/** Where and with what was measured: machine and versions. */
export function setting(chromium: string): string {
  const root = versions("package.json", ["astro", "@astrojs/mdx", "pagefind", "d3", "preact"]);
  const peers = versions("nightly/package.json");
  return `${machine()}, ${chromium}.\nThis site: ${root}. Peers: ${peers}.`;
}

/** Puts the tables of one part into the file, in the place of its earlier ones; other parts stay. */
export function writePart(name: string, title: string, setting: string, tables: readonly Table[]): void {
  const old = existsSync(FILE) ? readFileSync(FILE, "utf8") : HEAD;
  const part = `<!-- ${name} -->\n\n## ${title}\n\n${setting}\n\n${tables.map(toMarkdown).join("\n\n")}\n\n<!-- /${name} -->\n`;
  const place = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->\\n`);
  writeFileSync(FILE, place.test(old) ? old.replace(place, () => part) : `${old}\n${part}`);
}

/** Names and versions of packages that a `package.json` names: those asked for, or all. */
export function versions(file: string, only?: readonly string[]): string {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(file, "utf8")) as Record<
    string,
    Record<string, string>
  >;
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([name]) => only === undefined || only.includes(name))
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
}
