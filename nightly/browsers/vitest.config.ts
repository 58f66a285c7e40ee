import { defineConfig } from "vitest/config";
import { SITE_ENV } from "../../vitest.config.ts";

// `npm run browsers`: what a reader does, in the browsers of this machine that are not Chromium. No part of `npm test`.
export default defineConfig({
  test: {
    css: true,
    include: ["nightly/browsers/*.test.ts"],
    env: SITE_ENV,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    reporters: "verbose",
  },
});
