import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { BuildStopped, publish } from "../../scripts/publish.ts";

// A build of a site of three files that all say the version, for tests: `node fake-build.ts <version> [what goes wrong]`.
const [version = "", trouble] = process.argv.slice(2);

const troubles: Record<string, () => Promise<string[]> | string[]> = {
  problems: () => [
    "page.html: a link leads nowhere; mend: correct it",
    "page.html: an image has no alt; mend: describe it",
  ],
  crash: () => {
    throw new TypeError("the step broke");
  },
  "disk-full": async () => {
    await writeFile("/dev/full", "a site");
    return [];
  },
  permission: () => {
    throw Object.assign(new Error("EACCES: permission denied, open 'dist/index.html'"), { code: "EACCES" });
  },
  // Waits for the test to let it go on.
  wait: async () => {
    await new Promise((go) => process.stdin.once("data", go));
    process.stdin.unref();
    return [];
  },
};
const [atStep, what] = trouble?.split(":") ?? [];
const goWrong = (step: string) => (step === atStep ? troubles[what!]!() : []);

try {
  await publish(resolve(process.env.DIST_DIR ?? "dist"), [
    { name: "content", run: () => goWrong("content") },
    {
      name: "astro",
      run: async (next) => {
        await writeFile(join(next, "index.html"), version);
        await mkdir(join(next, "plan"), { recursive: true });
        await writeFile(join(next, "plan/index.html"), version);
        return goWrong("astro");
      },
    },
    {
      name: "pagefind",
      run: async (next) => {
        await writeFile(join(next, "search.json"), version);
        return goWrong("pagefind");
      },
    },
    {
      name: "verify",
      run: async (next) => {
        await readFile(join(next, "plan/index.html"));
        return goWrong("verify");
      },
    },
  ]);
} catch (error) {
  if (!(error instanceof BuildStopped)) throw error;
  console.error(error.message);
  process.exit(1);
}
