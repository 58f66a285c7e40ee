import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One explainer of the site, as the text that synthetic ones are made of. */
const MODEL = "content/explainers/france.mdx";

/** Writes `count` explainers into `folder`: the paragraphs of a real one in another order, so that no two pages are the same. */
export function writeExplainers(folder: string, count: number): void {
  const text = readFileSync(MODEL, "utf8");
  const body = text.slice(text.indexOf("\n---\n", 4) + 5);
  // Bare Astro has no charts.
  const blocks = body
    .split(/\n\n+/)
    .filter((block) => block.trim() !== "" && !block.startsWith("<Chart") && !block.startsWith("#"));
  for (let i = 0; i < count; i++) {
    const turned = blocks.map((_, j) => blocks[(j * 7 + i) % blocks.length]!);
    const sections = [0, 1, 2, 3].flatMap((part) => [
      `## What about part ${part + 1} of page ${i}?`,
      ...turned.slice(part * 4, part * 4 + 4),
    ]);
    writeFileSync(
      join(folder, `synthetic-${i}.mdx`),
      `---\ntitle: "What is page ${i}?"\ndescription: "Page ${i} of a measurement."\ntopic: france\nanswer: "A page of a measurement."\n---\n\n${sections.join("\n\n")}\n`,
    );
  }
}
