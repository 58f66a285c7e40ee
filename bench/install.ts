import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Installs the packages of `folder`, which the site itself does without, at the first need. */
export function installPackages(folder: string): void {
  if (existsSync(`${folder}/node_modules`)) return;
  console.log(`installing what only measurements need (npm ci in ${folder}/) …`);
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: "inherit",
  });
}
