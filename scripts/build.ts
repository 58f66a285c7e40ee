import { resolve } from "node:path";
import { build as buildAstro } from "astro";
import { checkContent } from "./check-content.ts";
import { compressSite } from "./compress.ts";
import { folderSummary } from "./folder-summary.ts";
import { indexSite } from "./index-search.ts";
import { BuildStopped, publish, type Step } from "./publish.ts";
import { verifySite } from "./verify/verify-site.ts";
import { writeSitemap } from "./write-sitemap.ts";

// npm run build: content → Astro → sitemap → Pagefind → verify → compress → swap. Astro runs in this process, so that whoever kills the build
// kills all of it.
// DIST_DIR (inside the project) builds beside the live site.
const LIVE = resolve(process.env.DIST_DIR ?? "dist");
process.env.ASTRO_TELEMETRY_DISABLED = "1";

const done: string[] = [];
const steps: Step[] = [
  { name: "content", run: () => checkContent().problems },
  {
    name: "astro",
    run: async (next) => {
      await buildAstro({ outDir: next, logLevel: "silent" });
      return [];
    },
  },
  {
    name: "sitemap",
    run: (next) => {
      writeSitemap(next);
      return [];
    },
  },
  {
    name: "pagefind",
    run: async (next) => {
      done.push(`indexed ${(await indexSite(next)).pages}`);
      return [];
    },
  },
  {
    name: "verify",
    run: async (next) => {
      const { problems, counts } = await verifySite(next);
      done.push(counts);
      return problems;
    },
  },
  {
    name: "compress",
    run: async (next) => {
      const { files, plain, brotli } = await compressSite(next);
      done.push(`${files} files compressed, ${(plain / 1e6).toFixed(1)} → ${(brotli / 1e6).toFixed(1)} MB`);
      return [];
    },
  },
];

try {
  const times = await publish(LIVE, steps);
  const { pages, files, bytes } = await folderSummary(LIVE);
  console.log(`\npages ${pages} · files ${files} · ${(bytes / 1e6).toFixed(1)} MB · ${done.join(" · ")}`);
  console.log(times.map(([name, seconds]) => `${name.padEnd(10)}${seconds.toFixed(1).padStart(7)} s`).join("\n"));
} catch (error) {
  if (!(error instanceof BuildStopped)) throw error;
  console.error(error.message);
  process.exit(1);
}
