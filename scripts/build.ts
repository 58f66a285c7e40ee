import { resolve } from "node:path";
import { build as buildAstro } from "astro";
import { forget } from "../src/build-cache.ts";
import { checkContent } from "./check-content.ts";
import { compressSite } from "./compress.ts";
import { indexSite } from "./index-search.ts";
import { BuildStopped, publish, type Step } from "./publish.ts";
import { readPages, type ReadPage } from "./verify/read-pages.ts";
import { verifySite } from "./verify/verify-site.ts";
import { writeHeaders } from "./write-headers.ts";
import { writeSitemap } from "./write-sitemap.ts";

// npm run build: content → Astro → read (pages, for sitemap and headers) → Pagefind → verify → compress → swap. Astro runs in
// this process, so that whoever kills the build kills all of it.
// DIST_DIR (inside the project) builds beside the live site.
const LIVE = resolve(process.env.DIST_DIR ?? "dist");
process.env.ASTRO_TELEMETRY_DISABLED = "1";

const STARTED = new Date();
const done: string[] = [];
let pages: ReadPage[] = [];
const steps: Step[] = [
  { name: "content", run: () => checkContent().problems },
  {
    name: "astro",
    run: async (next) => {
      await buildAstro({ outDir: next, logLevel: "silent" });
    },
  },
  {
    name: "read",
    run: (next) => {
      pages = readPages(next);
      writeSitemap(next, pages);
      writeHeaders(next, pages);
    },
  },
  {
    name: "pagefind",
    run: async (next) => {
      done.push(`indexed ${(await indexSite(next, pages)).pages}`);
    },
  },
  {
    name: "verify",
    run: async (next) => {
      const { problems, warnings, counts } = await verifySite(next, pages);
      done.push(counts);
      for (const warning of warnings) console.warn(`warning: ${warning}`);
      return problems;
    },
  },
  {
    name: "compress",
    run: async (next) => {
      const { files, bytes, twins, plain, brotli } = await compressSite(next);
      done.unshift(`pages ${pages.length}`, `files ${files}`, `${megabytes(bytes)} MB`);
      done.push(`${twins} files compressed, ${megabytes(plain)} → ${megabytes(brotli)} MB`);
    },
  },
];

try {
  const times = await publish(LIVE, steps);
  // A build beside the live site, for another address, would forget what the next live one needs.
  if (!process.env.DIST_DIR)
    for (const folder of ["pictures", "brotli", "valid-markup"]) forget(`.cache/${folder}`, STARTED);
  console.log(`\n${done.join(" · ")}`);
  console.log(
    times.map(([name, seconds]) => `${name.padEnd(10)}${seconds.toFixed(1).padStart(7)} s`).join("\n"),
  );
} catch (error) {
  if (!(error instanceof BuildStopped)) throw error;
  console.error(error.message);
  process.exit(1);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
