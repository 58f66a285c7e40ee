import { execFile } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { serveFolder } from "../../../scripts/static-server.ts";
import { freePort, type Running } from "../processes.ts";
import { fromNpm, npm } from "../npm.ts";

const VERSION = "3.10.2";
const REACT = "19.3.1";

/** A built Docusaurus. Its home page links to every other. */
export interface Docusaurus extends Running {
  version: string;
  origin: string;
}

/** Folder of an installed Docusaurus (270 MB), or undefined if it cannot be had here. */
export function installedDocusaurus(): Promise<string | undefined> {
  return fromNpm(`docusaurus-${VERSION}`, async (folder) => {
    const dependencies = {
      "@docusaurus/core": VERSION,
      "@docusaurus/preset-classic": VERSION,
      react: REACT,
      "react-dom": REACT,
    };
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
    await npm(folder, "install", "--ignore-scripts", "--no-audit", "--no-fund");
    return folder;
  });
}

/**
 * Builds a site of MDX pages (text by name) with the Docusaurus of `root` in `folder`, and serves it on loopback. Throws an
 * Error with what Docusaurus says of a page that does not compile.
 */
export async function startDocusaurus(
  root: string,
  folder: string,
  pages: ReadonlyMap<string, string>,
): Promise<Docusaurus> {
  const site = join(folder, "docusaurus");
  mkdirSync(join(site, "docs"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(site, "node_modules"));
  const port = await freePort();
  // Another name than that of the site that is embedded, which makes it another site to a browser.
  const origin = `http://localhost:${port}`;
  const presets = [["classic", { docs: { routeBasePath: "/" }, blog: false }]];
  const config = { title: "Host", url: origin, baseUrl: "/", onBrokenLinks: "throw", presets };
  writeFileSync(join(site, "package.json"), JSON.stringify({ private: true }));
  writeFileSync(join(site, "docusaurus.config.mjs"), `export default ${JSON.stringify(config)};\n`);
  for (const [name, text] of pages)
    writeFileSync(join(site, `docs/${name}.mdx`), `---\nslug: /${name}/\n---\n\n# Page\n\n${text}\n`);
  const links = [...pages.keys()].map((name) => `- [${name}](${name}.mdx)`).join("\n");
  writeFileSync(join(site, "docs/home.md"), `---\nslug: /\n---\n\n# Home\n\n${links}\n`);
  await promisify(execFile)(
    process.execPath,
    [join(root, "node_modules/@docusaurus/core/bin/docusaurus.mjs"), "build"],
    {
      cwd: site,
      env: { ...process.env, NODE_ENV: "production", NO_UPDATE_NOTIFIER: "1" },
      maxBuffer: 2 ** 26,
    },
  );
  const { server } = await serveFolder(join(site, "build"), port);
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { stop, origin, version: `${VERSION}, React ${REACT}` };
}
