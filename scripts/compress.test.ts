import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compressSite } from "./compress.ts";
import { folderOf } from "./verify/page.fixture.ts";

describe("compressed twins", () => {
  const html = "<p>The same words again and again.</p>".repeat(100);
  const files = { "index.html": html, "small.css": "a{}", "f.woff2": html, "p.png": html };

  test("stand beside every text of some size, hold the same bytes, and are the same each time", async () => {
    const [one, two, cache] = [folderOf(files), folderOf(files), folderOf({})];
    const first = await compressSite(one, cache);
    expect(first).toMatchObject({ files: 4, bytes: 3 * html.length + 3, twins: 1, plain: html.length });
    expect(await compressSite(two, cache)).toEqual(first);
    expect(brotliDecompressSync(readFileSync(join(one, "index.html.br"))).toString()).toBe(html);
    expect(gunzipSync(readFileSync(join(one, "index.html.gz"))).toString()).toBe(html);
    for (const name of ["index.html.br", "index.html.gz"])
      expect(readFileSync(join(one, name)).equals(readFileSync(join(two, name)))).toBe(true);
    for (const name of ["small.css.br", "f.woff2.br", "p.png.gz"])
      expect(() => readFileSync(join(one, name))).toThrow("ENOENT");
  });

  test("are read back from what an earlier build compressed", async () => {
    const cache = folderOf({});
    await compressSite(folderOf(files), cache);
    const [key = ""] = readdirSync(cache);
    writeFileSync(join(cache, key), "from the cache");
    const folder = folderOf(files);
    await compressSite(folder, cache);
    expect(readFileSync(join(folder, "index.html.br"), "utf8")).toBe("from the cache");
  });

  // Digits of no order, so that even compressed they are of some size.
  const inside = `pagefind_dcd${Array.from({ length: 3000 }, (_, i) => Math.imul(i + 1, 2654435761) >>> 5).join("")}`;

  test("of a part of the search index hold what is inside its gzip", async () => {
    const folder = folderOf({ "en.pf_index": gzipSync(inside) });
    expect(await compressSite(folder)).toMatchObject({ files: 1 });
    expect(brotliDecompressSync(readFileSync(join(folder, "en.pf_index.br"))).toString()).toBe(inside);
    expect(() => readFileSync(join(folder, "en.pf_index.gz"))).toThrow("ENOENT");
  });

  test("of an index that is not Pagefind’s are refused", async () => {
    await expect(compressSite(folderOf({ "en.pf_index": gzipSync(inside.slice(1)) }))).rejects.toThrow(
      "en.pf_index does not begin with",
    );
  });
});
