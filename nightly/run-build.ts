import { spawn } from "node:child_process";
import { shellEnvironment } from "../test/lib/project-copy.ts";

/** Builds the project in `cwd`, Node with these flags; resolves to the exit code and what was printed. */
export function runBuild(
  flags: readonly string[],
  environment: Readonly<Record<string, string>>,
  cwd = ".",
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [...flags, "scripts/build.ts"], {
    cwd,
    env: { ...shellEnvironment(), ...environment },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  return new Promise((done) => child.on("close", (code) => done({ code, output })));
}
