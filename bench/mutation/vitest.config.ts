import { defineConfig } from "vitest/config";

process.env.TZ = "UTC";

// The unit tests that judge mutants: none reads the content, which tells a mutant by its drawing.
export default defineConfig({
  test: {
    css: true,
    include: ["src/{data,explainers,feed,ledger,search,views,words}/**/*.test.{ts,tsx}"],
    exclude: ["src/views/{drawn-charts,chart-contrast}.test.ts", "src/search/{records,vocabulary}.test.ts"],
    env: { CONTENT_DIR: "fixtures-alone", BASE_URL: "/", SITE: "https://draft-by-draft.example" },
  },
});
