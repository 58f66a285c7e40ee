import { defineConfig } from "vitest/config";

process.env.TZ = "UTC";

// The unit tests that judge mutants: what a drawing looks like is not what is asked here.
export default defineConfig({
  test: {
    css: true,
    include: ["src/{data,explainers,feed,ledger,search,views,words}/**/*.test.{ts,tsx}"],
    exclude: ["src/views/drawn-charts.test.ts", "src/views/chart-contrast.test.ts"],
    env: { BASE_URL: "/", SITE: "https://draft-by-draft.example" },
  },
});
