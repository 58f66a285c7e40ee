import type { Reason } from "../../ledger/ledger.ts";

/** Names of the page of all reasons, and of the section on a theme’s page. */
export const title = "Reasons and yardsticks";
export const whyItMatters = "Why it matters";
export const lead =
  "Why something was asked or refused, what a figure means, what follows from it and what would have to be so first. Each with who says so, and its receipt.";

export const kinds = {
  reason: "reason",
  yardstick: "yardstick",
  consequence: "consequence",
  condition: "condition",
} as const satisfies Record<Reason["kind"], string>;

export const ownReading = "this site’s reading";

export const more = (count: number) => `Show ${count} more`;
