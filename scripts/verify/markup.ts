import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { keep, kept, keyOf } from "../../src/build-cache.ts";
import type { HtmlFile } from "../html-files.ts";

const WORKER = new URL("./markup-worker.ts", import.meta.url);

/**
 * Invalid HTML, with rule and place, by page. The longest check: it runs on every core, and leaves out pages that `cache`
 * names as valid.
 */
export async function checkMarkup(
  pages: readonly HtmlFile[],
  cache = ".cache/valid-markup",
): Promise<string[]> {
  const rules = readFileSync(WORKER);
  const unknown = pages
    .map((page) => ({ ...page, key: keyOf(rules, page.html) }))
    .filter(({ key }) => !kept(cache, key));
  const threads = Math.max(1, Math.min(availableParallelism(), 8, Math.ceil(unknown.length / 20)));
  const size = Math.ceil(unknown.length / threads);
  const shares = Array.from({ length: threads }, (_, i) => unknown.slice(i * size, (i + 1) * size));
  const problems = (await Promise.all(shares.map(validate))).flat();
  problems.forEach((found, i) => {
    const key = unknown[i]?.key;
    if (key && found.length === 0) keep(cache, key, new Uint8Array());
  });
  return problems.flat();
}

/** The problems of each page in turn. */
function validate(pages: readonly HtmlFile[]): Promise<string[][]> {
  if (pages.length === 0) return Promise.resolve([]);
  return new Promise((done, fail) => {
    const worker = new Worker(WORKER, { workerData: pages.map(({ file, html }) => ({ file, html })) });
    worker.once("message", done);
    worker.once("error", fail);
  });
}
