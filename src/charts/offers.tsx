import { geoPath, pairs, polygonCentroid, sort } from "d3";
import { merge } from "topojson-client";
import { z } from "zod";
import { listOf } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import { collections, type Ledger, type Row } from "../ledger/ledger.ts";
import { nth } from "../expect-defined.ts";
import { eventOrSource } from "../phrases/links.ts";
import { countGroups, type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import {
  areaOf,
  conic,
  largestOf,
  type Point,
  readAtlas,
  readWorld,
  ringsOf,
  type Shapes,
} from "./lib/atlas.ts";
import { placeLabels } from "./lib/map-labels.ts";
import { drawFinding, drawingOf, drawTile, Linked, ofSide } from "./lib/signs.tsx";
import { breakEvenly, LINE, widest, widthOf, write } from "./lib/text.tsx";

type Offer = Row<"coalition">["offer"];

const frame = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .describe("What the map must show: west, south, east and north, degrees.");

const offerOptions = z.strictObject({
  side: id,
  offers: z
    .record(collections.coalition.shape.offer, line.max(24))
    .describe("What each offer is called, in the order of the drawing."),
  own: z
    .strictObject({ map: id, name: line.max(16), side: id })
    .describe("The country that the offers are for, from a file of `geo/`."),
  shapes: z
    .record(z.string(), z.array(line))
    .default({})
    .describe("Names of shapes of world-atlas, by country code, where they are not those of the country."),
  frames: z.strictObject({ narrow: frame, wide: frame }),
});

type Options = z.infer<typeof offerOptions>;
type Group = ReturnType<typeof readGroups>[number];

function readGroups(ledger: Ledger, { offers }: Options) {
  return (Object.keys(offers) as Offer[]).map((offer) => {
    const label = offers[offer];
    const members = ledger.coalition
      .filter((member) => member.offer === offer)
      .map((member) => ({
        ...member,
        href: eventOrSource(ledger, member),
        label: [`${member.name}, ${label}:`, member.pledge, member.note].filter(Boolean).join(" "),
      }));
    return { offer, label, members, names: members.map(({ name }) => name) };
  });
}

export const offers = withOptions(offerOptions, (ledger, options): View => {
  const groups = readGroups(ledger, options);
  return {
    draw: (layout, finding = "") => draw(groups, options, finding, layout),
    table: tableOf(
      {
        name: "Country",
        offer: "Offer",
        pledge: "What it said",
        certainty: "How it is known",
        joined: "Joined",
        note: "Note",
      },
      groups.flatMap(({ label, members }) =>
        members.map(({ name, href, ...row }) => ({ ...row, name: { text: name, href }, offer: label })),
      ),
    ),
    values: {
      all: ledger.coalition.length,
      ...Object.fromEntries(groups.map(({ offer, names }) => [offer.replaceAll("-", "_"), names.length])),
      counts: countGroups(groups),
      refusing: listOf(groups.find(({ offer }) => offer === "no-troops")?.names ?? []),
    },
    sources: sourcesOf(...ledger.coalition),
  };
});

const SIGNS: Readonly<Record<Offer, (side: string) => string>> = {
  troops: (side) => ofSide(side, "solid"),
  support: (side) => ofSide(side, "solid tint"),
  undecided: () => "grey solid pale",
  "none-found": () => "dotted",
  // Told from the others in grey, too.
  "no-troops": () => "hollow fine",
};

/** No rings for a country that is far away. */
function makeMap({ own, shapes, frames }: Options, groups: readonly Group[], layout: Layout, height: number) {
  const [west, south, east, north] = layout.isNarrow ? frames.narrow : frames.wide;
  const corners = [0, 0.5, 1]
    .map((part) => west + part * (east - west))
    .flatMap((longitude): Point[] => [
      [longitude, south],
      [longitude, north],
    ]);
  const size: Point = [layout.width, height];
  const projection = conic((west + east) / 2, south, north)
    .fitSize(size, { type: "MultiPoint", coordinates: corners })
    .clipExtent([[0, 0], size]);
  // Whole pixels, so that neighbours still touch.
  const path = geoPath(projection).digits(0);
  const { topology, countries } = readWorld();
  const draw = (shape: Parameters<typeof path>[0]) =>
    ringsOf(path(shape)).filter((ring) => areaOf(ring) >= MIN_AREA);
  const atlas = readAtlas(own.map);
  return {
    land: draw(merge(topology, countries.geometries as Shapes)),
    own: draw(merge(atlas.topology, atlas.regions.geometries as Shapes)),
    countries: groups
      .flatMap(({ members }) => members)
      .map((member) => {
        const names = shapes[member.country] ?? [member.name];
        const found = countries.geometries.filter(({ properties }) =>
          names.includes((properties as { name: string }).name),
        );
        if (found.length < names.length)
          throw new Error(`world-atlas has no shape of ${listOf(names)}; name its shapes in \`shapes\``);
        return { member, rings: draw(merge(topology, found as Shapes)) };
      }),
  };
}

const MIN_AREA = 3;
/** Step by step, which is shorter. */
const pathOf = (rings: Point[][]) =>
  rings
    .map((ring) => {
      const steps = pairs(ring, ([x, y], [nextX, nextY]) => `${nextX - x} ${nextY - y}`);
      return `M${nth(ring, 0).join(" ")}l${steps.join(" ")}z`;
    })
    .join("");

function draw(groups: readonly Group[], options: Options, finding: string, layout: Layout) {
  const { width, isNarrow } = layout;
  const { side, own } = options;
  const said = drawFinding(finding, 0, 17, isNarrow ? width : 165);
  const top = isNarrow ? said.bottom + 6 : 0;
  const key = drawKey(groups, side, layout);
  const mapHeight = Math.min(isNarrow ? 290 : 414, layout.maxHeight - top - key.height - 4);
  const map = makeMap(options, groups, layout, mapHeight);
  // Labels find their places in this order: the smaller a country, the fewer it has. The last have a rim.
  const shown = sort(
    map.countries.filter(({ rings }) => rings.length > 0),
    ({ member, rings }) =>
      areaOf(largestOf(rings)) + (member.offer === "troops" ? 0 : member.offer === "no-troops" ? 2e6 : 1e6),
  );
  const wanted = [
    { words: own.name, classes: `bold ${ofSide(own.side, "own")}`, rings: map.own, isWithin: true },
    ...shown.map(({ member: { name, short = name, offer }, rings }) => {
      const isMain = offer === "troops";
      const classes = isMain ? `bold ${ofSide(side, "own")}` : isNarrow ? "" : "small";
      // The others are in the key.
      return { words: short, classes, rings, isWithin: !isMain };
    }),
  ];
  const corner = { left: 0, right: isNarrow ? 0 : 165, top: 0, bottom: said.bottom + 4 };
  const places = placeLabels(wanted, map.land, [width, mapHeight], corner);
  const labels = wanted.map(({ words, classes }, i) => {
    const place = places[i];
    if (!place) return [];
    const { box, isInside } = place;
    const isOnSign = shown[i - 1]?.member.offer === "troops";
    return [
      write(
        words,
        (box.left + box.right) / 2,
        box.top + 14,
        `${isInside && isOnSign ? "bold on" : classes} middle`,
      ),
    ];
  });
  return drawingOf(layout, top + mapHeight + key.height + 4, [
    <g transform={`translate(0 ${top})`}>
      <path class="land" d={pathOf(map.land)} />
      {shown.map(({ member: { label, href, offer }, rings }) => {
        const [x, y] = polygonCentroid(largestOf(rings));
        return (
          <Linked label={label} href={href} at={[x - 14, top + y - 14, 28, 28]}>
            {(offer === "support" || offer === "undecided") && <path class="paper" d={pathOf(rings)} />}
            <path class={`land area ${SIGNS[offer](side)}`} d={pathOf(rings)} />
          </Linked>
        );
      })}
      <path class={`own-country ${ofSide(own.side, "")}`} d={pathOf([largestOf(map.own)])} />
      {labels}
    </g>,
    said.body,
    <g transform={`translate(0 ${top + mapHeight})`}>{key.body}</g>,
  ]);
}

/** All of them, because not every name has room on the map. */
function drawKey(groups: readonly Group[], side: string, { width, isNarrow }: Layout) {
  let y = 8;
  const classes = isNarrow ? "" : "small";
  const heads = groups.map(({ label, members }) => `${members.length} ${label}`);
  const namesX = widest(heads, "bold") + 40;
  const drawRow = (sign: string, head: string, names = "", color = "") => {
    const words = isNarrow ? `${head}  ${names}` : names;
    const lines = breakEvenly(words, width - (isNarrow ? 30 : namesX), classes);
    const top = y;
    y += Math.max(lines.length, 1) * (LINE - 1) + 3;
    const rest = isNarrow
      ? [
          write(nth(lines, 0).slice(head.length).trim(), 29 + widthOf(head, "bold"), top + 12),
          write(lines.slice(1), 20, top + LINE + 11, "", LINE - 1),
        ]
      : write(lines, namesX, top + 12, classes);
    return [
      sign === "dotted" ? (
        drawTile(0, top + 1, 12, 12, "dotted")
      ) : (
        <rect class={`area ${sign}`} x={0} y={top + 1} width={12} height={12} />
      ),
      write(head, 20, top + 12, `bold ${color}`),
      names && rest,
    ];
  };
  const rows = groups.map(({ offer, members }, i) => {
    const names = members
      .map(({ short, name }) => short ?? name)
      .sort()
      .join(", ");
    return drawRow(SIGNS[offer](side), nth(heads, i), names, offer === "troops" ? ofSide(side, "own") : "");
  });
  return { body: [rows, drawRow("band", "not in the table")], height: y };
}
