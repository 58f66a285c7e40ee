import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import site from "../../vitest.config.ts";

const projects = (site.test?.projects ?? []) as TestProjectInlineConfiguration[];

// The unit tests that stand near the four folders judge their mutants. What is published judges none: it would tell a mutant by a drawing.
export default defineConfig({
  test: {
    css: true,
    ...projects.find(({ test }) => test?.name === "unit")?.test,
    include: ["src/{data,explainers,feed,ledger,search,views,words}/**/*.test.{ts,tsx}"],
  },
});
