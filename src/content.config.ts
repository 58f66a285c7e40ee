import { basename } from "node:path";
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { CONTENT_DIR } from "./settings.ts";
import { explainerSchema, pageSchema } from "./texts/check.ts";

const generateId = ({ entry }: { entry: string }) => basename(entry, ".mdx");

export const collections = {
  explainers: defineCollection({
    loader: glob({ pattern: "*.mdx", base: `${CONTENT_DIR}/explainers` }),
    schema: explainerSchema,
  }),
  pages: defineCollection({
    // The page on embedding is the same in every story.
    loader: glob({
      pattern: ["src/texts/embeds.mdx", `${CONTENT_DIR}/pages/*.mdx`],
      generateId,
    }),
    schema: pageSchema,
  }),
};
