import { countInWords, formatNumber } from "../i18n/numbers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import { routes } from "../site.ts";
import { unique, type View } from "./view.ts";

type Member = Row<"coalition">;

/** What a country can have offered, the strongest first. */
const OFFERS = [
  { id: "troops", label: "ready to send troops", glyph: "stated", strong: true },
  { id: "support", label: "help from outside Ukraine", glyph: "softened" },
  { id: "no-troops", label: "takes part, rules out troops", glyph: "removed" },
  { id: "undecided", label: "undecided, or no offer found", glyph: "open" },
] as const satisfies { id: Member["offer"]; label: string; glyph: string; strong?: boolean }[];

/** What each country offered the Coalition of the Willing, as far as it is sourced. */
export function coalition(ledger: Ledger): View<"tile-map"> {
  const rank = (member: Member) => OFFERS.findIndex((offer) => offer.id === member.offer);
  const members = [...ledger.coalition].sort((a, b) => rank(a) - rank(b));
  const offering = (offer: Member["offer"]) => members.filter((member) => member.offer === offer);
  const words = OFFERS.map(({ id }) => offering(id).length);
  return {
    kind: "tile-map",
    data: {
      states: OFFERS.map((offer) => ({ ...offer })),
      blank: "not in this list",
      home: "UA",
      rows: members.map((member) => ({
        id: member.id,
        country: member.country,
        name: member.name,
        state: member.offer,
        says: `${member.pledge}${member.note ? ` ${member.note}` : ""}`,
        href: memberHref(ledger, member),
      })),
    },
    table: {
      columns: [
        { id: "country", label: "Country" },
        { id: "offer", label: "Offer" },
        { id: "pledge", label: "What it said" },
        { id: "joined", label: "Part in the Coalition" },
        { id: "note", label: "Note" },
      ],
      rows: members.map((member) => [
        { text: member.name, href: memberHref(ledger, member) },
        OFFERS[rank(member)]!.label,
        member.pledge,
        member.joined,
        member.note ?? null,
      ]),
    },
    description: `Of ${members.length} countries with a sourced position, ${countInWords(words[0]!)} (${offering("troops")
      .map((member) => member.name)
      .join(
        ", ",
      )}) are ready to send troops after a ceasefire or peace, ${countInWords(words[1]!)} would help from outside, ${countInWords(words[2]!)} rule out troops, and for ${countInWords(words[3]!)} no decision or offer was found.`,
    values: {
      countries: formatNumber(members.length),
      troops: countInWords(words[0]!),
      support: countInWords(words[1]!),
      without: countInWords(words[2]!),
      undecided: countInWords(words[3]!),
    },
    sources: unique(members.flatMap((member) => member.sources)),
  };
}

/** The event that shares most receipts with what a country said, or for want of one its first receipt. */
function memberHref(ledger: Ledger, { sources }: Member): string {
  const shared = (ids: readonly string[]) => ids.filter((id) => sources.includes(id)).length;
  const event = ledger.events
    .filter((event) => event.topic === "france" && shared(event.sources) > 0)
    .reduce<(typeof ledger.events)[0] | undefined>(
      (best, event) => (best && shared(best.sources) >= shared(event.sources) ? best : event),
      undefined,
    );
  return event ? routes.event(event.id) : routes.source(sources[0]!);
}
