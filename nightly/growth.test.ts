import { rmSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { GROWN, writeStory } from "./bench/grown-story.ts";
import { runBuild } from "./run-build.ts";

const MAX_CPU_SECONDS = 90;
const MAX_MEMORY_GB = 2;

const [CONTENT_DIR, DIST_DIR] = [".build/grown-story", ".build/grown-site"];
/** Prints, last of all, what the process took. */
const REPORT = `process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.log("\\n" + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1e6 }));
})`;

test("a story of 40 drafts, 60 clauses, 3,000 sources, 300 people and 5,000 events is built within the limits", async () => {
  onTestFinished(() => {
    for (const folder of [CONTENT_DIR, DIST_DIR]) rmSync(folder, { recursive: true, force: true });
  });
  writeStory(CONTENT_DIR, GROWN);
  const report = `data:text/javascript,${encodeURIComponent(REPORT)}`;
  const { code, output } = await runBuild(["--import", report], { CONTENT_DIR, DIST_DIR });
  expect(code, output.slice(-4000)).toBe(0);
  const { cpu, memory } = JSON.parse(output.trimEnd().split("\n").at(-1)!) as Record<string, number>;
  console.log(`${cpu} s, ${memory} GB`);
  expect(cpu).toBeLessThan(MAX_CPU_SECONDS);
  expect(memory).toBeLessThan(MAX_MEMORY_GB);
});
