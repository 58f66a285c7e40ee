import { mentionsIn, parseMdx } from "./mdx.ts";

/** The explainers whose text rests on an event or quotes it, in the order given; `body` is the MDX below the frontmatter. */
export function explainersCiting<Explainer extends { body?: string | undefined }>(
  explainers: readonly Explainer[],
  event: string,
): Explainer[] {
  return explainers.filter(({ body }) =>
    mentionsIn(parseMdx(body ?? "")).some(
      ({ component, ids }) => (component === "Fact" || component === "Quote") && ids.includes(event),
    ),
  );
}
