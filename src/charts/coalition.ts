import { tileMap } from "./kinds/tile-map.tsx";
import { capital, countInWords, formatNumber, listOf } from "../i18n/numbers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import { required } from "../required.ts";
import { eventOrSource } from "../views/event-or-source.ts";
import { sourcesOf, tableOf, drawnAs, type View } from "./view.ts";
import { words } from "../words/words.ts";

type Member = Row<"coalition">;

/** What a country can have offered, the strongest first. */
const OFFERS = [
  { id: "troops", label: "ready to send troops", glyph: "stated", strong: true },
  { id: "support", label: "help in other ways", glyph: "softened" },
  { id: "no-troops", label: "takes part, rules out troops", glyph: "removed" },
  { id: "undecided", label: "undecided", glyph: "open" },
  { id: "none-found", label: "no offer found", glyph: "unknown" },
] satisfies { id: Member["offer"]; label: string; glyph: string; strong?: boolean }[];

/** What each country offered the Coalition of the Willing, as far as it is sourced. */
export function coalition(ledger: Ledger): View {
  const rank = (member: Member) => OFFERS.findIndex((offer) => offer.id === member.offer);
  const members = [...ledger.coalition].sort((a, b) => rank(a) - rank(b));
  const offering = (offer: Member["offer"]) =>
    members.filter((member) => member.offer === offer).map(({ name }) => name);
  const [ready, refusing] = [offering("troops"), offering("no-troops")];
  return {
    ...drawnAs(tileMap, {
      states: OFFERS,
      blank: "not looked at",
      ring: "reported by unnamed officials",
      home: "UA",
      rows: members.map((member) => ({
        id: member.id,
        country: member.country,
        name: member.name,
        state: member.offer,
        says: [member.pledge, member.note].filter(Boolean).join(" "),
        reported: member.certainty === "reported",
        href: eventOrSource(ledger, member),
      })),
    }),
    table: tableOf(words.tables.columns.coalition, members, (member) => [
      { text: member.name, href: eventOrSource(ledger, member) },
      required(OFFERS[rank(member)], `offer “${member.offer}”`).label,
      member.pledge,
      member.certainty,
      member.joined,
      member.note,
    ]),
    description: words.descriptions.coalition({
      countries: members.length,
      ready,
      support: offering("support").length,
      noTroops: refusing.length,
      undecided: offering("undecided").length,
      noneFound: offering("none-found").length,
    }),
    values: {
      countries: formatNumber(members.length),
      troops: countInWords(ready.length),
      Troops: capital(countInWords(ready.length)),
      without: countInWords(refusing.length),
      refusing: listOf(refusing),
    },
    numbers: { troops: ready.length, without: refusing.length },
    sources: sourcesOf(...members),
  };
}
