// Installs packages, and a browser for the tests. Must run on Node 20 without dependencies.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const MIN_NODE = [24, 2];

/** Where the packages have none for the system, the one that runs if it is new enough. */
function findNode() {
  const own = join(root, "node_modules/.bin/node");
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return process.execPath;
  throw new Error(
    `Node ${process.versions.node} is too old, and no newer one is among the packages; fix: run \`npm start\`, or install Node ${MIN_NODE.join(".")} or newer`,
  );
}

export function stop(error) {
  console.error(error.message);
  process.exit(1);
}

/** What is for other systems does not count. */
function isInstalled() {
  const [wanted, installed] = ["package-lock.json", "node_modules/.package-lock.json"].map((file) => {
    const path = join(root, file);
    return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : undefined;
  });
  if (!installed) return false;
  const isSame = (path) =>
    installed[path]
      ? installed[path].version === wanted[path]?.version &&
        installed[path].integrity === wanted[path].integrity
      : wanted[path].optional || path === "";
  return [...Object.keys(wanted), ...Object.keys(installed)].every(isSame);
}

/** Skipped if the packages of the lock file are installed. If npm fails, those that were there still are. */
export async function installPackages() {
  if (isInstalled()) return;
  const packages = join(root, "node_modules");
  const kept = join(root, ".cache/node_modules");
  let isKept = false;
  try {
    mkdirSync(dirname(kept), { recursive: true });
    rmSync(kept, { recursive: true, force: true });
    renameSync(packages, kept);
    isKept = true;
  } catch {
    // There are none, or they are a mount; npm empties the folder itself.
  }
  try {
    run("npm", ["ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"]);
  } catch (error) {
    if (!isKept) throw error;
    rmSync(packages, { recursive: true, force: true });
    renameSync(kept, packages);
    throw new Error(
      `${error.message}; the packages are as they were; fix: see what npm says above, or go on with older packages by \`npm run build\``,
    );
  }
  rmSync(kept, { recursive: true, force: true });
}

export async function findChromium() {
  const found = await installedChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    run("apt-get", ["update", "-q"]);
    run("apt-get", ["install", "-q", "-y", "--no-install-recommends", "chromium"]);
  } else {
    spawnSync(findNode(), [join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"], {
      stdio: "inherit",
    });
  }
  const now = await installedChromium();
  if (now) return now;
  throw new Error(
    "no Chromium found: install the package `chromium` (Debian: apt-get install chromium), or set CHROMIUM_PATH to a Chromium or Chrome",
  );
}

async function installedChromium() {
  const { chromium } = await import("playwright-core");
  const { CHROMIUM_PATH: asked, PATH = "" } = process.env;
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const candidates = [
    asked,
    ...PATH.split(":").flatMap((folder) => names.map((name) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    // Playwright’s own download.
    chromium.executablePath(),
  ];
  if (asked && !/Chrom/.test(spawnSync(asked, ["--version"], { encoding: "utf8" }).stdout ?? ""))
    throw new Error(`CHROMIUM_PATH ${asked} is no Chromium or Chrome; fix: correct it, or leave it out`);
  return candidates.find((path) => path && existsSync(path));
}

function run(command, args) {
  console.log(`${[command, ...args].join(" ")} …`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) throw error ?? new Error(`${command} failed (exit code ${status})`);
}

export function runNode(args, env = {}) {
  return new Promise((resolve) => {
    const fail = ({ message }) => {
      console.error(message);
      resolve(1);
    };
    try {
      const child = spawn(findNode(), args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
      for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
      child.on("error", fail);
      child.on("close", (code) => resolve(code ?? 1));
    } catch (error) {
      fail(error);
    }
  });
}

const times = [];
const failed = [];

/**
 * A failure sets the exit code of the
 * process.
 */
export async function runParts(parts) {
  const runPart = async ([name, work]) => {
    console.log(`== ${name} …`);
    const started = performance.now();
    const code = await work();
    const seconds = Math.round((performance.now() - started) / 1000);
    times.push(`${name} ${seconds} s`);
    console.log(`== ${name}: ${code ? "FAILED after " : ""}${seconds} s`);
    if (!code) return;
    failed.push(name);
    process.exitCode = 1;
  };
  await Promise.all(Object.entries(parts).map(runPart));
}

export const passed = (name) => !failed.includes(name);

export function summarize() {
  console.log(`\n${times.join(" · ")}`);
  if (failed.length > 0) console.error(`failed: ${failed.join(", ")}`);
}

/** npm writes the file last. */
async function runInstalled(args) {
  if (!existsSync(join(root, "node_modules/.package-lock.json")))
    stop(new Error("the packages are not installed, or only in part; fix: run `npm start` or `npm ci`"));
  process.exitCode = await runNode(args);
}

// Alone, the first part of npm start; with a script, npm run build, dev and preview.
if (process.argv[1] === fileURLToPath(import.meta.url))
  await (process.argv[2] ? runInstalled(process.argv.slice(2)) : installPackages().catch(stop));
