import { z } from "zod";

/** Frontmatter of an explainer. */
export const explainerSchema = z.strictObject({
  /** The question that the page answers, as a headline. */
  title: z.string().max(90),
  /** One sentence for search engines. */
  description: z.string().max(200),
  topic: z.enum(["plan", "france", "corruption"]),
  /** The answer in one sentence, for the front page. */
  answer: z.string().max(260),
});
