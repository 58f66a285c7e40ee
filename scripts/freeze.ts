import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CONTENT_DIR } from "../src/content-dir.ts";
import { FROZEN_TYPES, frozenFile, readFrozen } from "../src/export/frozen.ts";
import { readVersions, type Versions } from "../src/views/versions.ts";

// npm run freeze -- <id>: keeps what a chart shows now, as the built site has it, under the day of its version. A copy never changes.

/** Where the copy comes from and goes to, and what is known of charts and versions. */
export interface FreezeFrom {
  /** The built site. */
  site: string;
  /** Folder of all copies. */
  into: string;
  charts: readonly string[];
  versions: Versions;
}

/** Keeps a copy of the chart `id`; returns the paths of its files. Throws an Error that says what was wrong, what is expected, and how to mend it. */
export function freeze(id: string | undefined, { site, into, charts, versions }: FreezeFrom): string[] {
  if (!id || !charts.includes(id))
    throw new Error(
      `${id ? `there is no chart \`${id}\`` : "which chart?"}; expected one of ${charts.join(", ")}; mend: npm run freeze -- <id>`,
    );
  const file = join(site, "charts", `${id}.json`);
  if (!existsSync(file)) throw new Error(`${file}: is missing; mend: npm run build`);
  const built = JSON.parse(readFileSync(file, "utf8")) as Record<"page" | "version" | "version_hash", string>;
  const version = versions.get(`chart/${id}`);
  if (built.version !== version?.date || built.version_hash !== version.hash)
    throw new Error(
      `${file}: is of ${built.version} (${built.version_hash}); expected ${version?.date} (${version?.hash}); mend: npm run versions, then npm run build`,
    );
  if (new URL(built.page).hostname.endsWith(".example"))
    throw new Error(
      `${file}: leads to ${built.page}; expected where readers find the site; mend: SITE_URL=https://… npm run build`,
    );
  const copy = { chart: id, date: version.date };
  if (readFrozen(into).some((kept) => kept.chart === id && kept.date === copy.date))
    throw new Error(
      `${join(into, id)}: has a copy of ${copy.date} already, and a copy never changes; expected a later version`,
    );
  return Object.keys(FROZEN_TYPES).map((type) => {
    const target = join(into, frozenFile(copy, type));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(site, "charts", `${id}.${type}`), target, constants.COPYFILE_EXCL);
    return target;
  });
}

if (import.meta.main) {
  try {
    const charts = readdirSync(`${CONTENT_DIR}/charts`).map((name) => name.replace(/\.yaml$/, ""));
    const [id] = process.argv.slice(2);
    const versions = readVersions(`${CONTENT_DIR}/versions.yaml`);
    const site = process.env.DIST_DIR ?? "dist";
    const files = freeze(id, { site, into: `${CONTENT_DIR}/frozen`, charts, versions });
    console.log(
      `${files.join("\n")}\nnext: commit them; the next build serves them under /frozen/${id}/ for ever`,
    );
  } catch (error) {
    console.error(`${(error as Error).message}\nnothing was frozen`);
    process.exitCode = 1;
  }
}
