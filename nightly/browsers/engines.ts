import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, it } from "vitest";
import { serveSite } from "../../test/lib/browser.ts";
import type { Scheme } from "../../src/files/pictures.ts";
import { launchFirefox } from "./firefox.ts";
import { Reader, type Tab } from "./tab.ts";
import { launchWebKit } from "./webkit.ts";

declare module "vitest" {
  interface TaskMeta {
    browser?: string;
  }
}

/** Browsers that are not Chromium, the programs that drive them, first found first taken, and what to install. */
const ENGINES = [
  {
    name: "Firefox",
    programs: ["firefox-esr", "firefox"],
    also: [],
    packages: "firefox-esr",
    launch: launchFirefox,
  },
  {
    name: "WebKitGTK",
    programs: ["WebKitWebDriver"],
    also: ["Xvfb"],
    packages: "webkit2gtk-driver xvfb",
    launch: launchWebKit,
  },
] as const;

const WIDTH = 1280;
const HEIGHT = 900;

function onPath(program: string): string | undefined {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

/**
 * Runs tests in each engine that is installed, in a tab of 1280 × 900 px whose reader prefers `scheme`. What is not installed is said and
 * skipped; without any engine there is a test that fails.
 */
export function inEachEngine(
  subject: string,
  tests: (reader: () => Reader) => void,
  scheme: Scheme = "light",
): void {
  const found = ENGINES.map((engine) => {
    const path = engine.also.every(onPath) ? engine.programs.map(onPath).find(Boolean) : undefined;
    return { ...engine, path };
  });
  if (!found.some(({ path }) => path)) {
    it("needs a browser", () => {
      throw new Error(
        `no browser but Chromium is installed; Debian: apt-get install ${ENGINES.map(({ packages }) => packages).join(" ")}`,
      );
    });
  }
  for (const { name, path, packages, launch } of found) {
    if (!path) console.warn(`NOT TESTED: ${name} is not installed (Debian: apt-get install ${packages})`);
    describe.skipIf(!path)(`${name}: ${subject}`, () => {
      let tab: Tab;
      let close: () => void;
      let reader: Reader;
      beforeAll(async () => {
        const { server, origin } = await serveSite();
        close = () => server.close();
        tab = await launch(path!, scheme, WIDTH, HEIGHT);
        reader = new Reader(tab, origin);
      });
      // For the table that `npm run bench` makes of a report.
      beforeEach(({ task }) => {
        task.meta.browser = tab.browser;
      });
      afterAll(async () => {
        await tab?.close();
        close();
      });
      tests(() => reader);
    });
  }
}
