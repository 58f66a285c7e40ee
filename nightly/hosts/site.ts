import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { serveFolder } from "../../test/lib/static-server.ts";
import { shellEnvironment } from "../../test/lib/project-copy.ts";
import { headerRules, headersFor } from "../../test/lib/browser.ts";

/** Address of the site that is embedded: its snippets and oEmbed answers name it, so it is built for it. */
export const SITE = "http://127.0.0.1:4326";

/** Builds the site for its address, unless DIST_DIR says where that lies, and serves it with the headers of `_headers` until the tests end. */
export default async function serveTheSite(): Promise<() => void> {
  if (!process.env.DIST_DIR) {
    const DIST_DIR = ".build/hosts";
    process.env.DIST_DIR = DIST_DIR;
    const { status } = spawnSync(process.execPath, ["scripts/build.ts"], {
      stdio: "inherit",
      env: { ...shellEnvironment(), SITE_URL: `${SITE}/`, DIST_DIR },
    });
    if (status !== 0) throw new Error("the site was not built: see above");
  }
  const rules = headerRules();
  const { server } = await serveFolder(resolve(process.env.DIST_DIR), Number(new URL(SITE).port), (path) =>
    Object.fromEntries(headersFor(path, rules)),
  );
  return () => void server.close();
}
