import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { writePart } from "../bench/report.ts";
import { launchChromium } from "../../test/lib/browser.ts";
import type { Running } from "./processes.ts";
import { type Row, tableOf } from "./look.ts";

/** A host that runs, the browser to look at it, and what was seen. */
export interface Stage<Host> {
  host: Host;
  browser: Browser;
  rows: Row[];
}

/**
 * A host and a browser for the tests of a file. All that was started is ended afterwards, what lay in the
 * temporary folder is removed, and what was seen goes into docs/measurements.md.
 */
export function useHost<Host extends Running & { version: string }>(
  name: string,
  startHost: (folder: string) => Promise<Host>,
): Stage<Host> {
  const stage = { rows: [] as Row[] } as Stage<Host>;
  const folder = mkdtempSync(join(tmpdir(), "hosts-"));
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once("exit", clear);
  beforeAll(async () => {
    stage.host = await startHost(folder);
    stage.browser = await launchChromium();
  });
  afterAll(async () => {
    if (stage.rows.length > 0) {
      const chromium = `Chromium ${stage.browser.version()}`;
      writePart(name.toLowerCase(), `In ${name}`, `${stage.host.version}, ${chromium}`, [
        tableOf(stage.rows),
      ]);
    }
    await (stage as Partial<Stage<Host>>).browser?.close();
    await (stage as Partial<Stage<Host>>).host?.stop();
    clear();
  });
  return stage;
}
