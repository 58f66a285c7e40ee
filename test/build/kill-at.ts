import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

// Loaded before a build (node --import): kills the process right before its KILL_AT-th change to the disk, or tells at the end
// how many there were.
const at = Number(process.env.KILL_AT ?? 0);
let changes = 0;

function count(where: object, name: string): void {
  const original = (where as Record<string, (...args: unknown[]) => unknown>)[name]!;
  (where as Record<string, unknown>)[name] = (...args: unknown[]) => {
    changes += 1;
    if (changes === at) process.kill(process.pid, "SIGKILL");
    return original(...args);
  };
}

for (const name of ["mkdir", "rename", "rm", "writeFile"]) count(promises, name);
for (const name of ["symlinkSync", "rmSync"]) count(fs, name);
syncBuiltinESMExports();
process.on("exit", () => console.log(`changes ${changes}`));
