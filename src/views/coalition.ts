import { capital, countInWords, formatNumber, listOf } from "../i18n/numbers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import { eventOrSource } from "./event-or-source.ts";
import { sourcesOf, tableOf, type View } from "./view.ts";
import { itemAt } from "../required.ts";
import { words } from "../words/words.ts";

type Member = Row<"coalition">;

/** What a country can have offered, the strongest first. */
const OFFERS = [
  { id: "troops", label: "ready to send troops", glyph: "stated", strong: true },
  { id: "support", label: "help in other ways", glyph: "softened" },
  { id: "no-troops", label: "takes part, rules out troops", glyph: "removed" },
  { id: "undecided", label: "undecided", glyph: "open" },
  { id: "none-found", label: "no offer found", glyph: "unknown" },
] as const satisfies { id: Member["offer"]; label: string; glyph: string; strong?: boolean }[];

/** What each country offered the Coalition of the Willing, as far as it is sourced. */
export function coalition(ledger: Ledger): View<"tile-map"> {
  const rank = (member: Member) => OFFERS.findIndex((offer) => offer.id === member.offer);
  const members = [...ledger.coalition].sort((a, b) => rank(a) - rank(b));
  const offering = (offer: Member["offer"]) => members.filter((member) => member.offer === offer);
  const hrefOf = (member: Member) => eventOrSource(ledger, member);
  const counts = OFFERS.map(({ id }) => offering(id).length);
  return {
    kind: "tile-map",
    data: {
      states: OFFERS.map((offer) => ({ ...offer })),
      blank: "not looked at",
      ring: "reported by unnamed officials",
      home: "UA",
      rows: members.map((member) => ({
        id: member.id,
        country: member.country,
        name: member.name,
        state: member.offer,
        says: `${member.pledge}${member.note ? ` ${member.note}` : ""}`,
        reported: member.certainty === "reported",
        href: hrefOf(member),
      })),
    },
    table: tableOf(words.tables.columns.coalition, members, (member) => [
      { text: member.name, href: hrefOf(member) },
      itemAt(OFFERS, rank(member)).label,
      member.pledge,
      member.certainty,
      member.joined,
      member.note,
    ]),
    description: words.descriptions.coalition({
      countries: members.length,
      ready: offering("troops").map((member) => member.name),
      support: offering("support").length,
      noTroops: offering("no-troops").length,
      undecided: offering("undecided").length,
      noneFound: offering("none-found").length,
    }),
    values: {
      countries: formatNumber(members.length),
      troops: countInWords(itemAt(counts, 0)),
      Troops: capital(countInWords(itemAt(counts, 0))),
      without: countInWords(itemAt(counts, 2)),
      refusing: listOf(offering("no-troops").map((member) => member.name)),
    },
    numbers: { troops: itemAt(counts, 0), without: itemAt(counts, 2) },
    sources: sourcesOf(...members),
  };
}
