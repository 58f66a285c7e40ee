import { resolve, sep } from "node:path";
import type { AstroIntegration } from "astro";
import { CONTENT_DIR } from "../settings.ts";

/** Modules that cache the content. */
const READERS = ["src/content/content.ts", "src/site.ts"].map((path) => resolve(path));

/**
 * Reloads the page of `npm run dev` when a content file is saved. Content problems become an error of
 * src/content/content.ts.
 */
export function contentWatch(): AstroIntegration {
  const content = resolve(CONTENT_DIR);
  return {
    name: "content-watch",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        if (command !== "dev") return;
        updateConfig({
          vite: {
            plugins: [
              {
                name: "content-watch",
                configureServer: ({ watcher }) => void watcher.add(content),
                // Astro drops what was made from a changed module, and reloads the page.
                hotUpdate({ file }) {
                  if (!file.startsWith(content + sep)) return undefined;
                  const { moduleGraph } = this.environment;
                  return READERS.flatMap((path) => [...(moduleGraph.getModulesByFile(path) ?? [])]);
                },
              },
            ],
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
