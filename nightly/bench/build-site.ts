import { build } from "astro";
import { close, createIndex } from "pagefind";

// Builds the Astro project it is run in, in a process of its own, and tells seconds and memory as JSON. With a second argument
// it is this site: content check and index as in its own build.
const [out = "", own] = process.argv.slice(2);
process.env.ASTRO_TELEMETRY_DISABLED = "1";
const times: Record<string, number> = {};

async function timed(name: string, work: () => unknown): Promise<void> {
  const started = performance.now();
  await work();
  times[name] = (performance.now() - started) / 1000;
}

if (own) {
  const { inspectOwnContent } = (await import(
    `${process.cwd()}/scripts/check-content.ts`
  )) as typeof import("../../scripts/check-content.ts");
  await timed("content", () => {
    const { problems } = inspectOwnContent();
    if (problems.length > 0)
      throw new Error(
        problems
          .slice(0, 5)
          .map(({ file, message }) => `${file} ${message}`)
          .join("\n"),
      );
  });
}
await timed("astro", () => build({ outDir: out, logLevel: "silent" }));
await timed("pagefind", async () => {
  if (own) {
    const { indexSite } = (await import(
      `${process.cwd()}/scripts/index-search.ts`
    )) as typeof import("../../scripts/index-search.ts");
    await indexSite(out);
    return;
  }
  const { index } = await createIndex({ forceLanguage: "en" });
  await index!.addDirectory({ path: out });
  await index!.writeFiles({ outputPath: `${out}/pagefind` });
  await close();
});
console.log(JSON.stringify({ times, memory: process.resourceUsage().maxRSS / 1e6 }));
