import { resolve, sep } from "node:path";
import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";
import { CONTENT_DIR, SITE_URL } from "./src/settings.ts";
import { readRedirects } from "./src/site.ts";
import { FEATURES } from "./src/texts/mdx.ts";
import { matchRoute } from "./src/routes.ts";
import { COMPILED_FOR, targets } from "./src/styles/compile-css.ts";

const pathOf = (url) => `/${url.slice(SITE_URL.href.length)}`;
const listedPages = sitemap({ filter: (url) => !matchRoute(pathOf(url))?.noindex });

/** Where the addresses in the pages lead, if that is this machine. */
const { hostname: host, port } = SITE_URL;
const server = ["localhost", "127.0.0.1"].includes(host) && port ? { host, port: Number(port) } : {};

const content = resolve(CONTENT_DIR);
/**
 * Reloads the page of `npm run dev` when a content file is saved: Astro drops what was made from the modules that cache the
 * content. Problems of it become an error of src/content/content.ts.
 */
const contentWatch = {
  name: "content-watch",
  apply: "serve",
  configureServer: ({ watcher }) => void watcher.add(content),
  hotUpdate({ file }) {
    if (!file.startsWith(content + sep)) return undefined;
    const { moduleGraph } = this.environment;
    return ["src/content/content.ts", "src/site.ts"].flatMap((path) => [
      ...(moduleGraph.getModulesByFile(resolve(path)) ?? []),
    ]);
  },
};

export default defineConfig({
  site: SITE_URL.origin,
  base: SITE_URL.pathname,
  server,
  // Otherwise the last of two files of one address replaces the other without a word.
  prerenderConflictBehavior: "error",
  redirects: readRedirects(SITE_URL.pathname),
  // A file that two stories share would keep the place that it had in the other one.
  cacheDir: `.cache/astro/${CONTENT_DIR}`,
  outDir: process.env.BUILD_DIR ?? ".build/site",
  // The check reads texts with the same features.
  markdown: { processor: satteri({ features: FEATURES }) },
  integrations: [mdx(), listedPages],
  // The JSX rule of Astro 7 drops spaces between links that stand on different lines.
  compressHTML: true,
  build: { format: "directory", inlineStylesheets: "never", assets: "assets", concurrency: 8 },
  devToolbar: { enabled: false },
  vite: {
    plugins: [contentWatch],
    // A build must not reload pages.
    server: { watch: { ignored: ["**/.build/**", "**/dist/**"] } },
    // Native code, which Vite cannot bundle.
    optimizeDeps: { exclude: ["@resvg/resvg-js"] },
    css: { transformer: "lightningcss", lightningcss: { targets } },
    // Told twice: Vite compiles styles one by one, and once more what it has put together.
    build: {
      assetsInlineLimit: 0,
      cssMinify: "lightningcss",
      cssTarget: COMPILED_FOR,
      // Astro marks its own modules so, and would be warned of each text.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
