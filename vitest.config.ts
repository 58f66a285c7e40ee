import { defineConfig } from "vitest/config";
import { CONTENT_DIR } from "./src/settings.ts";

// Results must not depend on the time zone of a machine: worker processes inherit this.
process.env.TZ = "UTC";

// The address that src/site.ts gets from Astro in a build.
export const SITE_ENV = { BASE_URL: "/", SITE: "https://draft-by-draft.example" };

/** Where the example story is built to for the tests that use another story than the published one, and where it is published. */
export const STORY = { dist: ".build/story", host: "https://example.org", base: "/some/path" };

// Of a story that is not in content/ only the search is tested, by its own queries: the program is tested on the examples.
const isFork = CONTENT_DIR !== "content";

// Tests that judge the published content: an editor’s commit may break one of them, and no other.
const live = [
  "scripts/check-content.test.ts",
  "src/charts/charts.test.ts",
  "src/files/{cards,downloads,pictures,render-png}.test.ts",
  "src/search/vocabulary.test.ts",
];

// Tests on the example story, salted and under a base path.
const story = ["test/journeys/*.test.ts", "test/other-build.test.ts"];
const sweep = "test/sweep.test.ts";

export default defineConfig({
  test: {
    // Style sheets are read with ?raw; vitest would hand out empty ones.
    css: true,
    maxWorkers: 2,
    // Files share the modules of their worker, so that each worker reads the content once.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A busy machine may take longer than the default of one second.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude: live,
          // A unit test that asks for the content finds its site.yaml alone.
          env: { ...SITE_ENV, CONTENT_DIR: "src/fixture-content" },
        },
      },
      ...[...(isFork ? [] : [CONTENT_DIR]), "examples/philadelphia-1787"].map((dir) => ({
        extends: true as const,
        test: { name: dir.replace(/.*\//, ""), include: live, env: { ...SITE_ENV, CONTENT_DIR: dir } },
      })),
      // What needs a built site and a browser.
      {
        extends: true,
        test: {
          name: "site",
          include: ["test/**/*.test.ts"],
          exclude: isFork ? [...story, sweep] : story,
          env: SITE_ENV,
        },
      },
      {
        extends: true,
        test: {
          name: "story",
          include: [...story, sweep],
          globalSetup: "test/lib/build-story.ts",
          env: { BASE_URL: STORY.base, SITE: STORY.host, DIST_DIR: STORY.dist },
        },
      },
    ],
  },
});
