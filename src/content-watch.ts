import { resolve, sep } from "node:path";
import type { AstroIntegration } from "astro";
import { CONTENT_DIR } from "./content-dir.ts";

/** Modules that cache the content. */
const READERS = ["src/content.ts", "src/site.ts"].map((path) => resolve(path));

/**
 * Reloads the page of `npm run dev` when a content file is saved. Content problems become an error of
 * src/content.ts.
 */
export function contentWatch(): AstroIntegration {
  const content = resolve(CONTENT_DIR);
  const plugin = {
    name: "content-watch",
    configureServer: (server: Server) => void server.watcher.add(content),
    // Astro drops what was made from a changed module, and reloads the page.
    hotUpdate(this: { environment: Server["environments"]["ssr"] }, { file }: { file: string }) {
      if (!file.startsWith(content + sep)) return undefined;
      return READERS.flatMap((path) => [...(this.environment.moduleGraph.getModulesByFile(path) ?? [])]);
    },
  };
  return {
    name: "content-watch",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        if (command !== "dev") return;
        updateConfig({
          vite: {
            plugins: [plugin],
            // A build must not reload pages.
            server: { watch: { ignored: ["**/.build/**", "**/dist/**"] } },
            // Native code, which Vite cannot bundle.
            optimizeDeps: { exclude: ["@resvg/resvg-js"] },
          },
        });
      },
    },
  };
}

type Server = Parameters<NonNullable<AstroIntegration["hooks"]["astro:server:setup"]>>[0]["server"];
