import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { folderOf } from "./verify/page.fixture.ts";

interface Browsers {
  browsers: { name: string; revision: string }[];
}

test.runIf(process.platform === "linux")(
  "a Chromium that Playwright unpacked is found, and nothing is installed",
  () => {
    const { browsers } = JSON.parse(
      readFileSync("node_modules/playwright-core/browsers.json", "utf8"),
    ) as Browsers;
    const revision = browsers.find(({ name }) => name === "chromium")?.revision;
    const program = `chromium-${revision}/chrome-linux${process.arch === "arm64" ? "-arm64" : "64"}/chrome`;
    const cache = folderOf({ [program]: "" });
    const script = `import { findChromium } from ${JSON.stringify(resolve("scripts/setup.mjs"))}; console.log(await findChromium());`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      env: { PATH: "", HOME: cache, PLAYWRIGHT_BROWSERS_PATH: cache },
      encoding: "utf8",
    });
    expect(stdout.trim()).toBe(join(cache, program));
  },
);
