import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { writePart } from "../../bench/report.ts";
import { launchChromium } from "../browser/chromium.ts";
import { type MariaDb, startMariaDb } from "./mariadb.ts";
import type { Running } from "./processes.ts";
import { type Row, tableOf } from "./look.ts";

/** A host that runs, the browser to look at it, and what was seen. */
export interface Stage<Host> {
  host: Host;
  browser: Browser;
  rows: Row[];
}

/**
 * A database, a host and a browser for the tests of a file. All that was started is ended afterwards, what lay in the
 * temporary folder is removed, and what was seen goes into docs/measurements.md.
 */
export function useHost<Host extends Running & { version: string }>(
  name: string,
  startHost: (folder: string, database: MariaDb) => Promise<Host>,
): Stage<Host> {
  const stage = { rows: [] as Row[] } as Stage<Host>;
  const folder = mkdtempSync(join(tmpdir(), "hosts-"));
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once("exit", clear);
  const running: Running[] = [];
  beforeAll(async () => {
    const database = await startMariaDb(folder, name.toLowerCase());
    running.push(database);
    running.push((stage.host = await startHost(folder, database)));
    stage.browser = await launchChromium();
  });
  afterAll(async () => {
    if (stage.rows.length > 0) {
      const chromium = `Chromium ${stage.browser.version()}`;
      writePart(name.toLowerCase(), `In ${name}`, `${stage.host.version}, ${chromium}`, [
        tableOf(stage.rows),
      ]);
    }
    await stage.browser?.close();
    for (const one of running.reverse()) await one.stop();
    clear();
  });
  return stage;
}
