import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { explainerSchema } from "./explainers/schema.ts";

export const collections = {
  explainers: defineCollection({ loader: glob({ pattern: "*.mdx", base: "./content/explainers/en" }), schema: explainerSchema(z) }),
};
