// Installs packages, and a browser for the tests. Must run on Node 20 without dependencies.
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The project’s own Node, whichever version the machine has. */
const node = join(root, "node_modules/.bin/node");

export function stop(error) {
  console.error(error.message);
  process.exit(1);
}

/** Skipped if the packages of the lock file are installed. */
export async function installPackages() {
  const wanted = join(root, "package-lock.json");
  const installed = join(root, "node_modules/.installed-lock.json");
  if (existsSync(node) && existsSync(installed) && readFileSync(installed).equals(readFileSync(wanted)))
    return;
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  copyFileSync(wanted, installed);
}

/** Path of a Chromium, installed if possible. Throws an error that says what to do otherwise. */
export async function findChromium() {
  const found = await installedChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    run("apt-get", ["update", "-q"]);
    run("apt-get", ["install", "-q", "-y", "--no-install-recommends", "chromium"]);
  } else {
    spawnSync(node, [join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"], {
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
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(":");
  const candidates = [
    process.env.CHROMIUM_PATH,
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    // Playwright’s own download.
    chromium.executablePath(),
  ];
  return candidates.find((path) => path && existsSync(path));
}

function run(command, args) {
  console.log(`${[command, ...args].join(" ")} …`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) throw error ?? new Error(`${command} failed (exit code ${status})`);
}

/** Runs a script on the project’s own Node; resolves to the exit code. */
export function runNode(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
    child.on("error", ({ message }) => {
      console.error(`the project’s Node cannot be run: ${message}; fix: run \`npm ci --ignore-scripts=false\``);
      resolve(1);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

const times = [];
const failed = [];

/**
 * Runs functions that resolve to an exit code or nothing, at the same time. Prints their seconds; a failure
 * sets the exit code of the process.
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

/** Whether this part did not fail. */
export const passed = (name) => !failed.includes(name);

/** Prints the seconds of all parts, and which failed. */
export function summarize() {
  console.log(`\n${times.join(" · ")}`);
  if (failed.length > 0) console.error(`failed: ${failed.join(", ")}`);
}
