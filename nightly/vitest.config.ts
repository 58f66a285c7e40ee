import { defineConfig } from "vitest/config";
import { SITE_ENV } from "../vitest.config.ts";

// In nightly/: npm test.
export default defineConfig({
  test: {
    include: ["nightly/*.test.ts"],
    env: SITE_ENV,
    testTimeout: 900_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    reporters: "verbose",
  },
});
