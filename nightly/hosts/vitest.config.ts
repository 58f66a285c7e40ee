import { defineConfig } from "vitest/config";
import { SITE } from "./site.ts";

// npm run hosts: the built site in other people's software; npm run hosts -- ghost: in one of them. It
// needs Debian's packages and several minutes. Hosts that cannot be installed from npm into .cache are skipped.
export default defineConfig({
  test: {
    css: true,
    include: ["nightly/hosts/*.host.ts"],
    globalSetup: "nightly/hosts/site.ts",
    env: { BASE_URL: "/", SITE },
    testTimeout: 120_000,
    hookTimeout: 1_800_000,
    fileParallelism: false,
    reporters: "verbose",
  },
});
