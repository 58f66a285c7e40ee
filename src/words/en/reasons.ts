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

/** The question of a reader that a row helps to answer. */
export const questions: Readonly<Record<Reason["question"], string>> = {
  donetsk: "Why is it about Donetsk region?",
  army: "What do 600,000 and 800,000 soldiers mean?",
  guarantees: "What is a guarantee worth, and what does a ban on NATO take?",
  assets: "What hangs on the frozen Russian money?",
  washington: "Why was Washington in a hurry, and with few at the table?",
  europe: "What does Europe fear and want?",
  truce: "Why was there no ceasefire before a deal?",
  pause: "Why did the talks pause in March 2026?",
  justice: "What would an amnesty or a forced surrender of land mean in law?",
  "way-out": "What would have to move?",
  france: "What does France want?",
  rafale: "What do 100 Rafale mean, and when could the first come?",
  order: "Why is an intention not an order?",
  force: "What could a force in Ukraine do?",
  midas: "Why does the corruption case matter?",
  yermak: "Why did Yermak leave, as far as is known?",
  talks: "What did the case do to the talks?",
  bodies: "Why do the anti-corruption bodies matter?",
  trust: "What do Ukrainians think of it?",
};

export const ownReading = "this site’s reading";

export const more = (count: number) => `Show ${count} more`;
