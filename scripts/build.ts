import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { checkContent } from "./check-content.ts";
import { indexSite } from "./index-search.ts";
import { folderSummary } from "./folder-summary.ts";
import { verifySite } from "./verify/verify-site.ts";

// npm run build: content → Astro → Pagefind → verify → swap. What readers see changes only at the last step, and only if
// every step before it went well.
// DIST_DIR (inside the project) builds beside the live site.
const LIVE = resolve(process.env.DIST_DIR ?? "dist");
const WORK = resolve(".build", `next-${basename(LIVE)}`);
const PREVIOUS = resolve(".build", `previous-${basename(LIVE)}`);

const times: [step: string, seconds: number][] = [];

async function step<Result>(name: string, work: () => Promise<Result> | Result): Promise<Result> {
  const started = performance.now();
  process.stdout.write(`${name} …\n`);
  const result = await work();
  times.push([name, (performance.now() - started) / 1000]);
  return result;
}

function fail(problems: readonly string[], what: string): never {
  for (const problem of problems) console.error(problem);
  console.error(`build stopped: ${what}; dist/ is as it was`);
  process.exit(1);
}

// A build that was killed between the two renames of a swap leaves the last good site here.
if (!existsSync(LIVE) && existsSync(PREVIOUS)) await rename(PREVIOUS, LIVE);

await step("content", () => {
  const { problems } = checkContent();
  if (problems.length > 0) fail(problems, `${problems.length} problems in the content`);
});

await step("astro", async () => {
  await rm(WORK, { recursive: true, force: true });
  const { code, output } = await runAstro();
  if (code !== 0) fail([output.trim()], "Astro failed");
});

const search = await step("pagefind", () => indexSite(WORK));

const checks = await step("verify", async () => {
  const { problems, counts } = await verifySite(WORK);
  if (problems.length > 0) fail(problems, `${problems.length} problems in the built site`);
  return counts;
});

await step("swap", async () => {
  await rm(PREVIOUS, { recursive: true, force: true });
  if (existsSync(LIVE)) await rename(LIVE, PREVIOUS);
  await rename(WORK, LIVE);
  await rm(PREVIOUS, { recursive: true, force: true });
});

const { pages, files, bytes } = await folderSummary(LIVE);
console.log(`\npages ${pages} · files ${files} · ${(bytes / 1e6).toFixed(1)} MB · indexed ${search.pages} · ${checks}`);
console.log(times.map(([name, seconds]) => `${name.padEnd(10)}${seconds.toFixed(1).padStart(7)} s`).join("\n"));

function runAstro(): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join("node_modules/astro/bin/astro.mjs"), "build", "--silent"], {
      env: { ...process.env, BUILD_DIR: WORK, ASTRO_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (output += data.toString()));
    child.on("close", (code) => done({ code: code ?? 1, output }));
  });
}
