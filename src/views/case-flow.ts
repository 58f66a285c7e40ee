import { connectedParts } from "../charts/flow-layout.ts";
import { capital, countInWords, listOf } from "../i18n/numbers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { eventOrSource } from "./event-or-source.ts";
import { columnsOf, unique, type View } from "./view.ts";

/** Movements of money as investigators allege them: words and arrows, no widths and no sums. */
export function caseFlow(ledger: Ledger): View<"flow"> {
  const { flows } = ledger;
  if (flows.length === 0) throw new Error("the ledger has no flows");
  const parts = connectedParts(flows);
  const amounts = flows.filter((flow) => flow.amount_musd !== undefined);
  const accusers = unique(flows.flatMap((flow) => flow.alleged_by.split(" and ")));
  return {
    kind: "flow",
    data: {
      part: "Allegation",
      sign: "alleged; the line’s width says nothing of an amount",
      rows: flows.map((flow) => ({
        id: flow.id,
        from: flow.from,
        to: flow.to,
        label: flow.label,
        by: `alleged by ${flow.alleged_by}`,
        href: eventOrSource(ledger, flow),
      })),
    },
    table: {
      columns: columnsOf({ from: "From", to: "To", what: "What is alleged", by: "Alleged by", certainty: "How sure", answer: "Answer" }),
      rows: flows.map((flow) => [
        { text: flow.from, href: eventOrSource(ledger, flow) },
        flow.to,
        flow.label,
        flow.alleged_by,
        flow.certainty,
        flow.answer,
      ]),
    },
    description: `${flows.length} movements of money that ${listOf(accusers)} allege, as this site divides them, in ${countInWords(parts.length)} parts that no alleged movement connects. ${amounts.length} of them name an amount. The amounts measure different things: they are given in words and are neither drawn to scale nor added up.`,
    values: {
      Flows: capital(countInWords(flows.length)),
    },
    numbers: { flows: flows.length },
    sources: unique(flows.flatMap((flow) => flow.sources)),
  };
}
