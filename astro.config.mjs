import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";

// One setting says where the site lives: SITE_URL=https://example.org/draft-by-draft/
const address = new URL(process.env.SITE_URL ?? "https://draft-by-draft.example/");

export default defineConfig({
  site: address.origin,
  base: address.pathname,
  trailingSlash: "always",
  outDir: process.env.BUILD_DIR ?? ".build/site",
  integrations: [mdx()],
  // The JSX rule of Astro 7 drops spaces between links that stand on different lines.
  compressHTML: true,
  build: { format: "directory", inlineStylesheets: "never", assets: "assets" },
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
