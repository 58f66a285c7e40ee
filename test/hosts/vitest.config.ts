import { defineConfig } from "vitest/config";
import { SITE } from "./site.ts";

// npm run hosts: the built site in other people's software; npm run hosts -- ghost: in one of them. Not part of npm test: it
// needs Debian packages, Ghost from npm (once, kept in .cache) and several minutes.
export default defineConfig({
  test: {
    css: true,
    include: ["test/hosts/*.host.ts"],
    globalSetup: "test/hosts/site.ts",
    env: { BASE_URL: "/", SITE },
    testTimeout: 120_000,
    hookTimeout: 1_800_000,
    fileParallelism: false,
    reporters: "verbose",
  },
});
