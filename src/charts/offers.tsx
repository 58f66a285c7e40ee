import { geoCentroid, geoPath, max, pairs, polygonCentroid, sort, sum } from "d3";
import type { VNode } from "preact";
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
import { breakEvenly, breakText, LINE, widest, widthOf, write } from "./lib/text.tsx";

type Offer = Row<"coalition">["offer"];

const frame = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .describe("What the map must show: west, south, east and north, degrees.");

const offerOptions = z.strictObject({
  side: id,
  offers: z
    .record(collections.coalition.shape.offer, z.strictObject({ label: line.max(24) }))
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
    const { label } = offers[offer];
    const members = ledger.coalition
      .filter((member) => member.offer === offer)
      .map((member) => ({
        ...member,
        href: eventOrSource(ledger, member),
        label: [`${member.name}, ${label}:`, member.pledge, member.note].filter(Boolean).join(" "),
      }));
    return { offer, label, members };
  });
}

/** What countries offer, on a map with their names, and counted below. */
export const offers = withOptions(offerOptions, (ledger, options): View => {
  const groups = readGroups(ledger, options);
  const named = groups.map(({ offer, label, members }) => ({
    offer,
    label,
    names: members.map(({ name }) => name),
  }));
  return {
    draw: (layout, finding = "") => draw(groups, options, finding, layout),
    table: tableOf(
      {
        name: "Country",
        offer: "Offer",
        pledge: "What it said",
        certainty: "How it is known",
        joined: "Part in the Coalition",
        note: "Note",
      },
      groups.flatMap(({ label, members }) =>
        members.map(({ name, href, ...row }) => ({ ...row, name: { text: name, href }, offer: label })),
      ),
    ),
    values: {
      all: ledger.coalition.length,
      ...Object.fromEntries(named.map(({ offer, names }) => [offer.replaceAll("-", "_"), names.length])),
      counts: countGroups(named),
      refusing: listOf(named.find(({ offer }) => offer === "no-troops")?.names ?? []),
    },
    sources: sourcesOf(...ledger.coalition),
  };
});

/** Area and square of each offer. */
const SIGNS: Readonly<Record<Offer, (side: string) => string>> = {
  troops: (side) => ofSide(side, "solid"),
  support: (side) => ofSide(side, "solid tint"),
  undecided: () => "grey solid pale",
  "none-found": () => "dotted",
  "no-troops": () => "dim solid",
};

const REGION_NAMES = new Intl.DisplayNames("en", { type: "region" });

/** Degrees around the frame in which the middle of a country that is shown may be. */
const MARGIN_DEGREES = 12;

/** Rings of the land, of the country that the offers are for, and of all members; none for one that is far away. */
function makeMap({ own, shapes, frames }: Options, groups: readonly Group[], layout: Layout, height: number) {
  const [west, south, east, north] = layout.isNarrow ? frames.narrow : frames.wide;
  const corners = [0, 0.25, 0.5, 0.75, 1]
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
        const names = shapes[member.country] ?? [REGION_NAMES.of(member.country) ?? member.name];
        const found = countries.geometries.filter(({ properties }) =>
          names.includes((properties as { name: string }).name),
        );
        if (found.length < names.length)
          throw new Error(`world-atlas has no shape of ${listOf(names)}; name its shapes in \`shapes\``);
        const shape = merge(topology, found as Shapes);
        const [x, y] = geoCentroid(shape);
        const away = Math.max(west - x, x - east, south - y, y - north);
        return { member, rings: away < MARGIN_DEGREES ? draw(shape) : [] };
      }),
  };
}

/** Least area of an island, px². */
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
  const mapHeight = isNarrow ? 294 : 414;
  const map = makeMap(options, groups, layout, mapHeight);
  // The smaller a country, the fewer places its label has: it comes first.
  const shown = sort(
    map.countries.filter(({ rings }) => rings.length > 0),
    ({ rings }) => areaOf(largestOf(rings)),
  );
  const top = isNarrow ? breakText(finding, width, "finding").length * 21 + 8 : 0;
  const said = drawFinding(finding, 0, 17, isNarrow ? width : 190);

  const away = map.countries.filter(({ rings }) => rings.length === 0).map(({ member }) => member);
  const namesOf = (members: typeof away) =>
    [...Map.groupBy(members, ({ offer }) => options.offers[offer].label)]
      .map(([label, members]) => `${listOf(members.map(({ short, name }) => short ?? name))} (${label})`)
      .join(", ");

  const wanted = [
    {
      ways: [[own.name]],
      classes: `bold ${ofSide(own.side, "own")}`,
      rings: map.own,
      isOnSign: false,
      maySpill: true,
    },
    ...shown.map(({ member: { name, short = name, size, offer }, rings }) => {
      const isOnSign = offer === "troops" || offer === "no-troops";
      const ways =
        size === undefined || isNarrow
          ? [[short]]
          : [[short, size], [short, ...breakText(size, 66)], [short]];
      const classes =
        offer === "troops" ? `bold ${ofSide(side, "own")}` : isOnSign ? "bold" : isNarrow ? "" : "small";
      return { ways, classes, rings, isOnSign, maySpill: !isOnSign };
    }),
  ];
  const corner = { left: 0, right: isNarrow ? 0 : 190, top: 0, bottom: said.bottom + 4 };
  const places = placeLabels(wanted, map.land, [width, mapHeight], corner);
  const unnamed = shown.filter((_, i) => !places[i + 1]).map(({ member }) => member);
  const labels = wanted.map(({ classes, isOnSign }, i) => {
    const place = places[i];
    if (!place) return [];
    const { box, leader, isInside } = place;
    const [name = "", ...more] = place.lines;
    const x = (box.left + box.right) / 2;
    const on = isInside && isOnSign ? "on" : undefined;
    return [
      leader.length > 0 && <path class="lead" d={`M${leader.map((point) => point.join(" ")).join("L")}`} />,
      write(name, x, box.top + 14, `${on ? "bold on" : classes} middle`),
      write(more, x, box.top + 14 + LINE, `${on ?? "second"} middle`),
    ];
  });
  const notes = [
    ...(away.length > 0 ? [`Not on this map: ${namesOf(away)}.`] : []),
    ...(unnamed.length > 0 ? [`No room for the name: ${namesOf(unnamed)}.`] : []),
    "Without colour: not checked.",
  ];
  const noteLines = breakEvenly(notes.join(" "), width);

  const strip = drawStrip(groups, side, layout, top + mapHeight + 10 + noteLines.length * LINE);
  return drawingOf(layout, strip.bottom, [
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
    write(noteLines, 0, top + mapHeight + 19, "second"),
    strip.body,
  ]);
}

/** One square for each country, with a count and words for each offer; below each other on a phone. */
function drawStrip(groups: readonly Group[], side: string, { width, isNarrow }: Layout, top: number) {
  const [size, step] = isNarrow ? [12, 15] : [15, 19];
  const most = max(groups, ({ members }) => members.length) ?? 0;
  const columns = groups.map(({ label, members }) => {
    const words = isNarrow ? [label] : breakText(label, 92);
    const count = String(members.length);
    const wordsX = widthOf(count, "headline") + 6;
    return {
      words,
      count,
      wordsX,
      width: Math.max(members.length * step, wordsX + 2 + widest(words, "bold")),
    };
  });
  const gap = (width - sum(columns, ({ width }) => width)) / (groups.length - 1);
  let x = 0;
  const body = groups.map(({ offer, members }, i) => {
    const { words, count, wordsX, width } = nth(columns, i);
    const [left, y] = isNarrow ? [28, top + 21 * i] : [x, top];
    x += width + gap;
    const classes = offer === "troops" ? ofSide(side, "own") : "";
    const sign = SIGNS[offer](side);
    return [
      members.map((_, j): VNode => {
        const [squareX, squareY] = [left + j * step, isNarrow ? y + 3 : y];
        if (sign === "dotted") return drawTile(squareX, squareY, size, size, "dotted");
        return <rect class={`area ${sign}`} x={squareX} y={squareY} width={size} height={size} />;
      }),
      isNarrow
        ? [write(count, 18, y + 15, `bold end ${classes}`), write(words, 36 + most * step, y + 15, classes)]
        : [
            write(count, left, y + size + 34, `headline ${classes}`),
            write(words, left + wordsX, y + size + 34 - (words.length - 1) * LINE, classes),
          ],
    ];
  });
  return { body, bottom: isNarrow ? top + groups.length * 21 : top + size + 44 };
}
