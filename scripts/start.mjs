// npm start: installs what is missing, builds, serves.
import { installPackages, runNode, stop } from "./setup.mjs";

await installPackages().catch(stop);
const built = await runNode(["scripts/build.ts"]);
process.exitCode =
  built === 0 ? await runNode(["node_modules/astro/bin/astro.mjs", "preview", "--outDir", "dist"]) : built;
