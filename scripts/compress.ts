import { readdirSync, readFileSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gunzip, gzip } from "node:zlib";
import { keep, kept, keyOf } from "../src/build-cache.ts";

/** Files that gain from compression. Fonts and pictures are compressed already. */
const TEXT = [".bib", ".css", ".csv", ".html", ".js", ".json", ".md", ".svg", ".txt", ".webmanifest", ".xml"];
/**
 * Parts of the search index: gzip that Pagefind’s engine also takes unpacked (it then begins with its signature). So their
 * brotli twin is made of what is inside: a tenth smaller, a seventh for the WebAssembly.
 */
const INDEX = [".pagefind", ".pf_filter", ".pf_index", ".pf_meta"];
const SIGNATURE = "pagefind_dcd";
/** Below this many bytes a response fits into one packet anyway. */
const LEAST = 1024;

/**
 * Brotli of a text, read back from `cache` if an earlier build made it. Quality 10: here 3 % larger than 11 for a third of the
 * time, and 9 % smaller than 9.
 */
export async function brotli(
  content: Buffer,
  cache = ".cache/brotli",
  quality = 10,
  mode: number = constants.BROTLI_MODE_TEXT,
): Promise<Buffer> {
  const key = keyOf(`${quality} ${mode}`, content);
  const earlier = kept(cache, key);
  if (earlier) return earlier;
  const small = await promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: mode,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  keep(cache, key, small);
  return small;
}

type Sizes = Record<"files" | "bytes" | "twins" | "plain" | "brotli", number>;

/**
 * Writes `.br` and `.gz` beside every text file under `root`, and `.br` beside the parts of the search index, always the same.
 * Throws if one of these is not Pagefind’s. Returns numbers and bytes of all files, and of those with twins before and after.
 */
export async function compressSite(root: string, cache?: string): Promise<Sizes> {
  const sum = { files: 0, bytes: 0, twins: 0, plain: 0, brotli: 0 };
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  sum.files = files.length;
  for (const file of files) sum.bytes += statSync(file).size;
  // zlib works on threads of its own, four at a time.
  await Promise.all(
    files.map(async (file) => {
      const packed = INDEX.includes(extname(file));
      if (!packed && !TEXT.includes(extname(file))) return;
      const content = readFileSync(file);
      if (content.length < LEAST) return;
      const small = packed
        ? await brotli(await unpack(content, file), cache, 11, constants.BROTLI_MODE_GENERIC)
        : await brotli(content, cache);
      await writeFile(`${file}.br`, small);
      if (!packed) await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
      sum.twins++;
      sum.plain += content.length;
      sum.brotli += small.length;
    }),
  );
  return sum;
}

async function unpack(content: Buffer, file: string): Promise<Buffer> {
  const inside = await promisify(gunzip)(content);
  if (inside.toString("latin1", 0, SIGNATURE.length) === SIGNATURE) return inside;
  throw new Error(
    `${file} does not begin with Pagefind’s signature: its engine would not read it unpacked; see scripts/compress.ts`,
  );
}
