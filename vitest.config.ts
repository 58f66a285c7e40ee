import { defineConfig } from "vitest/config";

// Results must not depend on where a machine stands: worker processes inherit this.
process.env.TZ = "UTC";

// The address that src/site.ts gets from Astro in a build.
const env = { BASE_URL: "/", SITE: "https://draft-by-draft.example" };

export default defineConfig({
  test: {
    // Style sheets are read with ?raw; vitest would hand out empty ones.
    css: true,
    projects: [
      { extends: true, test: { name: "unit", include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"], env } },
      // What needs a built site or a browser.
      {
        extends: true,
        test: { name: "site", include: ["test/**/*.test.ts"], env, testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false },
      },
    ],
  },
});
