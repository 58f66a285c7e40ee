import { regionMaps } from "./kinds/region-maps.tsx";
import { z } from "zod";
import type { Pattern } from "../charts/kinds/region-maps.tsx";
import { REGION_NAMES } from "./lib/region-map.ts";
import { formatDate } from "../i18n/dates.ts";
import { listOf } from "../i18n/numbers.ts";
import { id, line } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import type { Row } from "../ledger/schema.ts";
import { routes } from "../site.ts";
import { words } from "../words/words.ts";
import { sourcesOf, tableOf, unique, drawnAs, type View, withOptions } from "./view.ts";

type Claim = Row<"region-claims">;

const PATTERNS: Readonly<Record<Claim["asks"], Pattern>> = {
  recognised: "slant",
  zone: "upright",
  frozen: "level",
  talks: "sparse",
  "russia-leaves": "dots",
  "ukraine-leaves": "cross",
};

/** The maps in their order, each a draft, perhaps one option of it, or a position; and the region that is named on each. */
const landOptions = z.strictObject({
  named: line,
  maps: z
    .array(
      z.union([
        z.strictObject({ draft: id, option: z.number().int().optional() }),
        z.strictObject({ position: id }),
      ]),
    )
    .min(1),
});

type LandMap = z.infer<typeof landOptions>["maps"][number];

/** What each text asks of the regions of Ukraine: a map each. */
export const landByText = withOptions(landOptions, (ledger, { maps, named }): View => {
  const panels = maps.map((map) => ({ ...textOf(ledger, map), claims: claimsOf(ledger, map) }));
  const all = panels.flatMap(({ claims, href, ...panel }) =>
    claims.map((claim) => ({ ...panel, claim, href: claim.question ? `${href}#${claim.question}` : href })),
  );
  const asksOf = (claims: readonly Claim[]) =>
    claims.filter(({ regions }) => regions.includes(named)).map(({ asks }) => asks);
  const textsThat = (asks: Claim["asks"]) =>
    panels.filter(({ claims }) => asksOf(claims).includes(asks)).length;
  return {
    ...drawnAs(regionMaps, {
      named,
      panels: panels.map(({ id, label, date }) => ({
        id,
        label,
        detail: formatDate(date),
        claims: all
          .filter((row) => row.id === id)
          .map(({ claim, href }) => ({
            id: `${id}-${claim.id}`,
            pattern: PATTERNS[claim.asks],
            regions: claim.regions,
            part: claim.part !== undefined,
            head: regionNames(claim),
            text: claim.says,
            says: `${label}. ${regionNames(claim)}: ${claim.says}`,
            href,
          })),
      })),
    }),
    table: tableOf(words.land.columns, all, ({ claim, label, date, href }) => [
      { text: label, href },
      date,
      listOf(namesOf(claim)),
      claim.part ? regionNames(claim) : null,
      words.land.asks[claim.asks],
      claim.says,
    ]),
    description: words.land.askedOf(
      REGION_NAMES.get(named) ?? named,
      panels.map(({ label, claims }) => ({
        text: label,
        asks: unique(asksOf(claims).map((asks) => words.land.asks[asks])),
      })),
    ),
    values: {},
    numbers: {
      recognised: textsThat("recognised"),
      talks: textsThat("talks"),
      frozen: textsThat("frozen"),
      zone: textsThat("zone"),
      leaves: textsThat("ukraine-leaves"),
    },
    sources: sourcesOf(...all.map(({ claim }) => claim)),
  };
});

function textOf(ledger: Ledger, map: LandMap): { id: string; label: string; date: string; href: string } {
  if ("position" in map) {
    const { id, actor, date, theme } = get(ledger, "positions", map.position);
    return {
      id,
      label: words.land.demand(get(ledger, "organisations", actor).name),
      date,
      href: routes.theme(theme),
    };
  }
  const { id, name, date } = get(ledger, "drafts", map.draft);
  const text = { date, href: routes.draft(id) };
  return map.option === undefined
    ? { ...text, id, label: name }
    : { ...text, id: `${id}-${map.option}`, label: words.land.option(name, map.option) };
}

/** What a map shows: the claims of its text, those of one option and those of all. Throws an Error if there are none. */
function claimsOf(ledger: Ledger, map: LandMap): Claim[] {
  const claims = ledger["region-claims"].filter((claim) =>
    "position" in map
      ? claim.position === map.position
      : claim.draft === map.draft && (claim.option === undefined || claim.option === map.option),
  );
  if (claims.length === 0)
    throw new Error(`no region-claims of ${"position" in map ? map.position : map.draft}`);
  return claims;
}

function namesOf({ regions }: Claim): string[] {
  return regions.map((region) => REGION_NAMES.get(region) ?? region);
}

function regionNames(claim: Claim): string {
  const names = listOf(namesOf(claim));
  return claim.part ? words.land.parts[claim.part](names) : names;
}
