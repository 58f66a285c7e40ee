import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { HtmlFile } from "../html-files.ts";

/** Invalid HTML, with rule and place, in order of pages. By far the longest check, so it runs on every core there is. */
export async function checkMarkup(pages: readonly HtmlFile[]): Promise<string[]> {
  const threads = Math.max(1, Math.min(availableParallelism(), 8, Math.ceil(pages.length / 20)));
  const size = Math.ceil(pages.length / threads);
  const shares = Array.from({ length: threads }, (_, i) => pages.slice(i * size, (i + 1) * size));
  return (await Promise.all(shares.map(validate))).flat();
}

function validate(pages: readonly HtmlFile[]): Promise<string[]> {
  return new Promise((done, fail) => {
    const workerData = pages.map(({ file, html }) => ({ file, html }));
    const worker = new Worker(new URL("./markup-worker.ts", import.meta.url), { workerData });
    worker.once("message", done);
    worker.once("error", fail);
  });
}
