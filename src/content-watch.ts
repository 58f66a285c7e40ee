import { resolve, sep } from "node:path";
import type { AstroIntegration } from "astro";
import { CONTENT_DIR } from "./content-dir.ts";
import { formatProblem, type Problem } from "./ledger/problem.ts";

/** Where the content is read once and kept. */
const READER = resolve("src/content.ts");

const DEV_OPTIONS = {
  // A build must not reload pages.
  server: { watch: { ignored: ["**/.build/**", "**/dist/**"] } },
  // Native code, which Vite cannot bundle.
  optimizeDeps: { exclude: ["@resvg/resvg-js"] },
};

type Server = Parameters<NonNullable<AstroIntegration["hooks"]["astro:server:setup"]>>[0]["server"];
type Environment = Server["environments"]["ssr"];
/** An environment of the server whose modules run in this process: pages are made in one. */
type RunningEnvironment = Environment & {
  runner: {
    import(path: string): Promise<unknown>;
    evaluatedModules: {
      getModuleById(id: string): { id: string } | undefined;
      invalidateModule(module: object): void;
    };
  };
};

/**
 * For `npm run dev`: a saved content file shows at once, and while the content has problems Astro's error overlay lists them on
 * every page, with file and line.
 */
export function contentWatch(): AstroIntegration {
  return {
    name: "content-watch",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        if (command === "dev") updateConfig({ vite: DEV_OPTIONS });
      },
      "astro:server:setup": ({ server }) => watchContent(server),
    },
  };
}

function watchContent(server: Server): void {
  const content = resolve(CONTENT_DIR);
  const environments = Object.values(server.environments).filter(
    (one): one is RunningEnvironment => "runner" in one,
  );
  const checking = environments.find(({ name }) => name === "prerender") ?? environments[0];
  let found: Promise<Problem[]> | undefined;
  let shown: Problem[] = [];
  let unseen = false;
  const { base } = server.config;

  server.watcher.add(content);
  server.watcher.on("all", (_, path) => {
    if (!path.startsWith(content + sep)) return;
    found = undefined;
    unseen = true;
    for (const environment of environments) forget(environment);
    server.ws.send({ type: "full-reload" });
  });
  server.ws.on("connection", () => {
    // A file saved while the page was loading: the page was not listening yet.
    if (unseen) return server.ws.send({ type: "full-reload" });
    if (shown.length > 0) server.ws.send({ type: "error", err: overlayError(shown) });
  });
  server.middlewares.use((request, response, next) => {
    const wantsPage = request.method === "GET" && request.headers.accept?.includes("text/html");
    if (!wantsPage || !checking) return next();
    unseen = false;
    found ??= problemsOf(checking);
    found.then((problems) => {
      shown = problems;
      if (problems.length === 0) return next();
      response.writeHead(500, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
      // The client asks for the overlay as soon as it listens.
      response.end(
        `<!doctype html><title>Problems</title><script type="module" src="${base}@vite/client"></script>`,
      );
    }, next);
  });
}

/** Checks run in the server's own module graph, so that a change of a schema counts as well. */
async function problemsOf({ runner }: RunningEnvironment): Promise<Problem[]> {
  const check = (await runner.import(
    "/scripts/check-content.ts",
  )) as typeof import("../scripts/check-content.ts");
  const { problems } = check.inspectOwnContent();
  if (problems.length > 0) return problems;
  try {
    // What only a view or a kind of chart can judge.
    await runner.import("/src/content.ts");
    return [];
  } catch (error) {
    const { name, problems: judged } = error as Error & { problems?: Problem[] };
    if (name !== "ContentError" || !judged) throw error;
    return judged;
  }
}

/** Drops what was read of the content, and every page that was made from it. */
function forget({ moduleGraph, runner }: RunningEnvironment): void {
  const dropped: Parameters<typeof moduleGraph.invalidateModule>[1] = new Set();
  for (const module of moduleGraph.getModulesByFile(READER) ?? [])
    moduleGraph.invalidateModule(module, dropped, Date.now(), true);
  for (const { id } of dropped ?? []) {
    const evaluated = id === null ? undefined : runner.evaluatedModules.getModuleById(id);
    if (evaluated) runner.evaluatedModules.invalidateModule(evaluated);
  }
}

/** What Astro's overlay shows: every problem, and the file with the first. */
function overlayError(problems: readonly Problem[]) {
  const [first = { file: "", line: 1, column: 1 }] = problems;
  const count = problems.length === 1 ? "A problem" : `${problems.length} problems`;
  const message = problems.map(formatProblem).join("\n");
  return {
    name: "Content",
    title: `${count} in the content`,
    message,
    stack: message,
    loc: { file: resolve(first.file), line: first.line, column: first.column },
  };
}
