// npm start: whatever is missing, then build, then serve.
import { installPackages, runNode, stop } from "./setup.mjs";

await installPackages().catch(stop);
const built = await runNode(["scripts/build.ts"]);
process.exitCode =
  built === 0 ? await runNode(["node_modules/astro/bin/astro.mjs", "preview", "--outDir", "dist"]) : built;
