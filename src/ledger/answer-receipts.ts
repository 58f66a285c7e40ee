import type { Ledger, Source } from "./ledger.ts";
import { get } from "./lookup.ts";
import { countOrigins, originOf } from "./receipts.ts";

/** News agencies and newsrooms of record: a page that carries their text word for word is as good as theirs. */
const OF_RECORD: ReadonlySet<string> = new Set(
  "AFP, ANSA, AP, Belga, dpa, EFE, Europa Press, Interfax-Ukraine, Keystone-SDA, LETA, Reuters, The Canadian Press, TT, Ukrinform, UPI, ABC News, Axios, BBC, Bloomberg, CBS News, CNN, Der Spiegel, European Pravda, Financial Times, Kyiv Independent, Le Figaro, Le Monde, NBC News, New York Times, Politico, Suspilne, The Guardian, The Telegraph, Ukrainska Pravda, Wall Street Journal, Washington Post".split(
    ", ",
  ),
);

/** How well the answers of the drafts are carried. */
export interface AnswerReceipts {
  /** Answers in all. */
  answers: number;
  /** Those with an official or original page, or a copy of an agency or newsroom of record. */
  carried: number;
  /** Those with two independent origins or more. */
  twoOrigins: number;
}

/** Counts the answers of all drafts by what they stand on. */
export function countReceiptsOfAnswers(ledger: Ledger): AnswerReceipts {
  const all = ledger.provisions.map(({ sources }) => sources);
  return {
    answers: all.length,
    carried: all.filter((ids) => ids.some((id) => isFirstHand(get(ledger, "sources", id)))).length,
    twoOrigins: all.filter((ids) => countOrigins(ledger, ids) >= 2).length,
  };
}

/** Whether a page is that of those who know or report: the body itself, a newsroom’s own, or a copy of one of record. */
function isFirstHand(source: Source): boolean {
  return (
    source.standing === "official" || source.standing === "original" || (source.standing === "relay" && OF_RECORD.has(originOf(source)))
  );
}
