import childProcess from "node:child_process";
import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

// Loaded before a build (node --import): kills the process right before its KILL_AT-th change to the disk, or tells at the end
// how many there were. WITHOUT_EXCHANGE makes it a machine that cannot exchange two folders in one step.
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
for (const name of ["symlinkSync", "renameSync", "rmSync"]) count(fs, name);
if (process.env.WITHOUT_EXCHANGE) (childProcess as { spawnSync: unknown }).spawnSync = () => ({ status: 1 });
else count(childProcess, "spawnSync");
syncBuiltinESMExports();
process.on("exit", () => console.log(`changes ${changes}`));
