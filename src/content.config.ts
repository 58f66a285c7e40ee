import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { CONTENT_DIR } from "./content-dir.ts";
import { explainerSchema, pageSchema } from "./explainers/check.ts";

export const collections = {
  explainers: defineCollection({
    loader: glob({ pattern: "*.mdx", base: `${CONTENT_DIR}/explainers` }),
    schema: explainerSchema,
  }),
  pages: defineCollection({
    loader: glob({ pattern: "*.mdx", base: `${CONTENT_DIR}/pages` }),
    schema: pageSchema,
  }),
};
