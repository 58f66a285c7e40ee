import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type PageFacts, readPage } from "./verify.ts";

/** A built page at `url`, as the checks read it. */
export function pageOf(url: string, body = "", head = ""): PageFacts {
  return readPage(`${url.slice(1)}index.html`, htmlOf(body, head));
}

export function htmlOf(body: string, head: string): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
}

/** A new folder with these files. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "site-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}
