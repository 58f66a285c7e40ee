import { connectedParts } from "../charts/flow-layout.ts";
import { countInWords, listOf } from "../i18n/numbers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import { routes } from "../site.ts";
import { unique, type View } from "./view.ts";

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
        href: flowHref(ledger, flow),
      })),
    },
    table: {
      columns: [
        { id: "from", label: "From" },
        { id: "to", label: "To" },
        { id: "what", label: "What is alleged" },
        { id: "by", label: "Alleged by" },
      ],
      rows: flows.map((flow) => [{ text: flow.from, href: flowHref(ledger, flow) }, flow.to, flow.label, flow.alleged_by]),
    },
    description: `${flows.length} movements of money that ${listOf(accusers)} allege, in ${countInWords(parts.length)} parts that no alleged movement connects. ${amounts.length} of them name an amount. The amounts measure different things: they are given in words and are neither drawn to scale nor added up.`,
    values: {
      flows: countInWords(flows.length),
      parts: countInWords(parts.length),
      accusers: listOf(accusers),
      amounts: countInWords(amounts.length),
    },
    sources: unique(flows.flatMap((flow) => flow.sources)),
  };
}

/** The event of the case that shares most receipts with a flow, or for want of one its first receipt. */
function flowHref(ledger: Ledger, { sources }: Row<"flows">): string {
  const shared = (ids: readonly string[]) => ids.filter((id) => sources.includes(id)).length;
  const events = ledger.events.filter((event) => event.topic === "corruption" && shared(event.sources) > 0);
  const best = events.reduce((best, event) => (shared(event.sources) > shared(best.sources) ? event : best), events[0]!);
  return best ? routes.event(best.id) : routes.source(sources[0]!);
}
