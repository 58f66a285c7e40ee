import { z } from "zod";
import { topic } from "../ledger/fields.ts";

/** Frontmatter of an explainer. */
export const explainerSchema = z.strictObject({
  /** The question that the page answers, as a headline. */
  title: z.string().max(90),
  /** One sentence for search engines. */
  description: z.string().max(200),
  topic,
  /** Its place in the navigation; src/routes.ts has the places of other pages. */
  order: z.number().default(50),
  /** Its name in the navigation; the title by default. The page of a story has the name of the story. */
  name: z.string().max(24).optional(),
  /** The answer in one sentence, for the front page. */
  answer: z.string().max(260),
});

/** Frontmatter of a page of prose. */
export const pageSchema = explainerSchema.pick({ title: true, description: true });
