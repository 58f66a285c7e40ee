// npm run build, dev and preview: run a script on the project’s Node, or say that packages are missing.
import { existsSync } from "node:fs";
import { runNode, stop } from "./setup.mjs";

// npm writes this file last.
if (!existsSync("node_modules/.package-lock.json"))
  stop(new Error("the packages are not installed, or only in part; fix: run `npm start` or `npm ci`"));
process.exitCode = await runNode(process.argv.slice(2));
