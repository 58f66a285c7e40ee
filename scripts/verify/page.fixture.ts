import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type ReadPage, readPage } from "./read-pages.ts";

/** A head that every check is content with, for the page at `url`. */
export function goodHead(url: string): string {
  const address = `https://draft-by-draft.example${url}`;
  return [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">`,
    `<title>A page about ${url} – Draft by Draft</title>`,
    `<meta name="description" content="What stands on the page at ${url}, in one sentence that says it.">`,
    `<link rel="canonical" href="${address}">`,
    '<meta property="og:type" content="website"><meta property="og:site_name" content="Draft by Draft">',
    `<meta property="og:url" content="${address}"><meta property="og:title" content="A page"><meta property="og:description" content="What">`,
    '<meta property="og:image" content="https://draft-by-draft.example/cards/default.png"><meta property="og:image:alt" content="A card">',
    '<meta name="twitter:card" content="summary_large_image">',
  ].join("");
}

/** A page as the checks read it. */
export function pageOf(
  url: string,
  body = "<h1>Title</h1>",
  head = goodHead(url),
  open = '<html lang="en">',
): ReadPage {
  const file = `${url.slice(1)}index.html`;
  return readPage({
    url,
    file,
    html: `<!doctype html>${open}<head>${head}</head><body>${body}</body></html>`,
  });
}

/** A folder with these files. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const root = mkdtempSync(join(tmpdir(), "site-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** The head of a PNG of that size: all that a check reads of one. */
export function pngOf(width: number, height: number): Buffer {
  const png = Buffer.alloc(24);
  png.write("\u0089PNG\r\n\u001a\n", 0, "latin1");
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}
