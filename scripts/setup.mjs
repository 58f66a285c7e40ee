// Makes a bare clone ready to work: packages, and a browser for the tests. No dependencies; runs on Node 20.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The Node of the project, whatever the machine's own is. */
const node = join(root, "node_modules/.bin/node");

export function stop(error) {
  console.error(error.message);
  process.exit(1);
}

/** Installs the packages of the lock file, unless they are there. */
export async function installPackages() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules/.installed-lock");
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], "installing packages (npm ci)");
  writeFileSync(stamp, wanted);
}

/** Path of a Chromium; installs one where that is possible. Throws with what to do where it is not. */
export async function findChromium() {
  const found = await installedChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    await run("apt-get", ["update"], "updating the list of Debian packages");
    const install = ["install", "-y", "--no-install-recommends", "chromium"];
    await run("apt-get", install, "installing Chromium (apt-get)");
  } else {
    const install = [join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"];
    await run(node, install, "downloading Chromium (playwright)").catch(() => undefined);
  }
  const now = await installedChromium();
  if (now) return now;
  throw new Error(
    "no Chromium found: install the package `chromium` (Debian: apt-get install chromium), or set CHROMIUM_PATH to a Chromium or Chrome",
  );
}

async function installedChromium() {
  const { chromium } = await import("playwright-core");
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(":");
  const candidates = [
    process.env.CHROMIUM_PATH,
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    // Where Playwright unpacks its own, on this system.
    chromium.executablePath(),
  ];
  return candidates.find((path) => path && existsSync(path));
}

/** Runs a command with one line at its start, one every ten seconds, and its output only if it fails. */
function run(command, args, what) {
  console.log(`${what} …`);
  return new Promise((resolve, reject) => {
    const started = Date.now();
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
    const ticker = setInterval(
      () => console.log(`${what}: ${Math.round((Date.now() - started) / 1000)} s`),
      10_000,
    );
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(ticker);
      if (code === 0) resolve();
      else reject(new Error(`${what} failed (exit code ${code}):\n${output.slice(-4000)}`));
    });
  });
}

/** Runs a script of the project on its own Node, its output shown; resolves to the exit code. */
export function runNode(args, env = {}) {
  return new Promise((resolve) => {
    const path = `${join(root, "node_modules/.bin")}:${process.env.PATH}`;
    const child = spawn(node, args, {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, PATH: path, ...env },
    });
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
    child.on("close", (code) => resolve(code ?? 1));
  });
}
