import { stringify } from "yaml";

/** A new explainer: its frontmatter and the sections that every explainer has, to be filled. */
export function explainerText(frontmatter: Record<string, unknown>): string {
  return `---
${stringify(frontmatter, { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" })}---

## In short

The answer in two or three sentences. A paragraph with a figure or a date needs a receipt: a Fact of the ledger, or a Cite.

## What happened?

Short sections under headings that a reader would ask. Each says who says so, and what is not known.

## What is not known?

- What was looked for and not found.
`;
}
