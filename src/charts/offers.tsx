import { geoCentroid, geoPath, greatest, polygonArea, polygonCentroid, polygonContains } from "d3";
import { readFileSync } from "node:fs";
import type { VNode } from "preact";
import { feature, merge } from "topojson-client";
import { z } from "zod";
import { countInWords, listOf } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import { collections, type Row } from "../ledger/ledger.ts";

import { expectDefined } from "../expect-defined.ts";
import { eventOrSource } from "../phrases/links.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { conic, placeInside, type Point, readAtlas } from "./lib/atlas.ts";
import { drawingOf, LinkedMark } from "./lib/marks.tsx";
import { drawFinding, ofSide, Tile } from "./lib/signs.tsx";
import { breakText, LINE, textLines, widest, widthOf } from "./lib/text.tsx";

type Offer = Row<"coalition">["offer"];

const frame = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .describe("What the map must show: west, south, east and north, degrees.");

const offerOptions = z.strictObject({
  side: id.describe("The side of these countries."),
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

/** What countries offer, on a map with their names, and counted below. */
export const offers = withOptions(offerOptions, (ledger, options): View => {
  const members = ledger.coalition.map((member) => ({
    ...member,
    href: eventOrSource(ledger, member),
    label: [`${member.name}, ${options.offers[member.offer].label}:`, member.pledge, member.note]
      .filter(Boolean)
      .join(" "),
  }));
  const groups = (Object.keys(options.offers) as Offer[]).map((offer) => {
    const { label } = options.offers[offer];
    return { offer, label, members: members.filter((member) => member.offer === offer) };
  });
  const namesOf = (members: readonly Member[]) => listOf(members.map(({ name }) => name));
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
      all: members.length,
      ...Object.fromEntries(groups.map(({ offer, members }) => [offer.replaceAll("-", "_"), members.length])),
      counts: groups
        .map(({ label, members }) => `${countInWords(members.length)} ${label} (${namesOf(members)})`)
        .join("; "),
      refusing: namesOf(groups.find(({ offer }) => offer === "no-troops")?.members ?? []),
    },
    sources: sourcesOf(...members),
  };
});

type Member = Row<"coalition"> & { href: string; label: string };
interface Group {
  offer: Offer;
  label: string;
  members: Member[];
}

/** Area and square of each offer. */
const SIGNS: Readonly<Record<Offer, (side: string) => string>> = {
  troops: (side) => ofSide(side, "solid"),
  support: (side) => ofSide(side, "solid tint"),
  undecided: () => "grey solid pale",
  "none-found": () => "dotted",
  "no-troops": () => "dim solid",
};

type Topology = Parameters<typeof feature>[0];
type Countries = Extract<NonNullable<Parameters<typeof feature>[1]>, { type: "GeometryCollection" }>;
type Shapes = Parameters<typeof merge>[1];

/** Shapes of all countries: Natural Earth 1:50m, public domain. */
function readCountries() {
  const topology = JSON.parse(
    readFileSync("node_modules/world-atlas/countries-50m.json", "utf8"),
  ) as Topology;
  const { scale } = expectDefined(topology.transform, "transform of world-atlas");
  const tolerance = [TOLERANCE_DEGREES / scale[0], TOLERANCE_DEGREES / scale[1]] as const;
  // Borders are arcs that neighbours share, so they stay joined.
  const arcs = topology.arcs.map((arc) => thinOut(arc as Point[], tolerance));
  return { topology: { ...topology, arcs }, countries: topology.objects.countries as Countries };
}
let world: ReturnType<typeof readCountries> | undefined;

/** Points of a border that are nearer to each other are one, degrees. */
const TOLERANCE_DEGREES = 0.07;

/** An arc of steps from point to point, without those that are too short. */
function thinOut(arc: readonly Point[], [toleranceX, toleranceY]: readonly [number, number]): Point[] {
  let [dx, dy] = [0, 0];
  return arc.flatMap(([x, y], i): Point[] => {
    [dx, dy] = [dx + x, dy + y];
    if (i > 0 && i < arc.length - 1 && Math.hypot(dx / toleranceX, dy / toleranceY) < 1) return [];
    const step: Point = [dx, dy];
    [dx, dy] = [0, 0];
    return [step];
  });
}

const REGION_NAMES = new Intl.DisplayNames("en", { type: "region" });

function makeMap(
  { own, shapes, frames }: Options,
  members: readonly Member[],
  layout: Layout,
  height: number,
) {
  const { topology, countries } = (world ??= readCountries());
  const { width, isNarrow } = layout;
  const [west, south, east, north] = isNarrow ? frames.narrow : frames.wide;
  const corners = [0, 0.25, 0.5, 0.75, 1].flatMap((part): Point[] => {
    const longitude = west + part * (east - west);
    return [
      [longitude, south],
      [longitude, north],
    ];
  });
  const projection = conic((west + east) / 2, south, north)
    .fitSize([width, height], { type: "MultiPoint", coordinates: corners })
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
  const path = geoPath(projection).digits(1);
  const ringsOf = (shape: Parameters<typeof path>[0]) => toRings(path(shape) ?? "");
  const geometriesOf = (code: string, name: string) => {
    const names = shapes[code] ?? [name];
    const found = countries.geometries.filter(({ properties }) =>
      names.includes((properties as { name: string }).name),
    );
    if (found.length < names.length)
      throw new Error(`world-atlas has no shape of ${listOf(names)}; name its shapes in \`shapes\``);
    return found as Shapes;
  };
  const atlas = readAtlas(own.map);
  return {
    land: ringsOf(merge(topology, countries.geometries as Shapes)),
    own: ringsOf(merge(atlas.topology, atlas.regions.geometries as Shapes)),
    countries: members.map((member) => {
      const name = REGION_NAMES.of(member.country) ?? member.name;
      const shape = merge(topology, geometriesOf(member.country, name));
      const [longitude, latitude] = geoCentroid(shape);
      const isShown =
        longitude > west - 12 && longitude < east + 12 && latitude > south - 12 && latitude < north + 12;
      return { member, rings: isShown ? ringsOf(shape) : [] };
    }),
  };
}

/** Least area of an island, px². */
const MIN_AREA = 3;

/** Rings of a path, in whole pixels, so that neighbours still touch; without what is too small to see. */
function toRings(path: string): Point[][] {
  return path
    .split(/[MZ]+/)
    .filter(Boolean)
    .map((ring) => {
      const points = ring
        .split("L")
        .map((point) => point.split(",").map((px) => Math.round(Number(px))) as Point);
      return points.filter(([x, y], i) => {
        const [lastX, lastY] = points[i - 1] ?? [NaN, NaN];
        return x !== lastX || y !== lastY;
      });
    })
    .filter((ring) => Math.abs(polygonArea(ring)) >= MIN_AREA);
}

function pathOf(rings: readonly Point[][]): string {
  return rings
    .map((ring) => {
      let d = "";
      ring.forEach(([x, y], i) => {
        const [lastX = 0, lastY = 0] = ring[i - 1] ?? [];
        d +=
          i === 0
            ? `M${x} ${y}l`
            : `${i > 1 && x - lastX >= 0 ? " " : ""}${x - lastX}${y - lastY < 0 ? "" : " "}${y - lastY}`;
      });
      return `${d}z`;
    })
    .join("");
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function draw(groups: readonly Group[], options: Options, finding: string, layout: Layout) {
  const { width, isNarrow } = layout;
  const { side, own } = options;
  const mapHeight = isNarrow ? 330 : 416;
  const members = groups.flatMap(({ members }) => members);
  const map = makeMap(options, members, layout, mapHeight);
  const shown = map.countries.filter(({ rings }) => rings.length > 0);
  const elsewhere = map.countries.filter(({ rings }) => rings.length === 0).map(({ member }) => member);
  const top = isNarrow ? breakText(finding, width, "finding").length * 21 + 8 : 0;
  const said = drawFinding(finding, 0, 17, isNarrow ? width : 190);

  const taken: Box[] = isNarrow ? [] : [{ left: 0, right: 190, top: 0, bottom: said.bottom + 4 }];
  const away = [...Map.groupBy(elsewhere, ({ offer }) => options.offers[offer].label)];
  const awayNames = away.map(
    ([label, members]) => `${listOf(members.map(({ short, name }) => short ?? name))} (${label})`,
  );
  const awayWords = isNarrow || away.length === 0 ? [] : [`Not on this map: ${awayNames.join(", ")}`];
  const ownRing = largest(map.own);
  const labels: VNode[] = [];
  const place = (
    lines: string[][],
    rings: Point[][],
    classes: string,
    isOnSign: boolean,
    isNeeded: boolean,
  ) => {
    const others = [...shown.map(({ rings }) => rings), map.own].filter((own) => own !== rings).flat();
    const found = placeLabel(
      lines,
      rings,
      others,
      taken,
      [width, mapHeight],
      classes.startsWith("bold") ? "bold" : undefined,
    );
    if (!found) {
      if (isNeeded) throw new Error(`“${lines[0]?.join(" ")}” has no room on the map`);
      return;
    }
    const { box, leader, isInside } = found;
    taken.push(box, ...leader);
    const [name = "", ...more] = found.lines;
    const own = isInside && isOnSign ? "bold on" : classes;
    const anchorX = (box.left + box.right) / 2;
    const [start, end] = [leader[0], leader.at(-1)];
    if (start && end)
      labels.push(
        <path class="lead" d={`M${start.left + 1} ${start.top + 1}L${end.left + 1} ${end.top + 1}`} />,
      );
    labels.push(
      ...textLines([name], anchorX, box.top + 14, `${own} middle`.trim()),
      ...textLines(more, anchorX, box.top + 14 + LINE, isInside && isOnSign ? "on middle" : "second middle"),
    );
  };
  const order = (["troops", "no-troops", "support", "undecided", "none-found"] as const).flatMap((offer) =>
    shown.filter(({ member }) => member.offer === offer),
  );
  place([[own.name]], map.own, `bold ${ofSide(own.side, "own")}`, false, true);
  for (const { member, rings } of order) {
    const { name, short = name, size, offer } = member;
    const isNeeded = offer === "troops" || offer === "no-troops";
    const ways =
      size === undefined || isNarrow ? [[short]] : [[short, size], [short, ...breakText(size, 66)], [short]];
    const classes = offer === "troops" ? `bold ${ofSide(side, "own")}` : isNeeded ? "bold" : "";
    place(ways, rings, classes, isNeeded, isNeeded);
  }

  const strip = drawStrip(groups, side, layout, top + mapHeight + 10 + awayWords.length * 20);
  return drawingOf(
    layout,
    strip.bottom,
    <>
      <g transform={`translate(0 ${top})`}>
        <path class="land" d={pathOf(map.land)} />
        {order.map(({ member, rings }) => {
          const [x, y] = polygonCentroid(largest(rings));
          return (
            <LinkedMark
              label={member.label}
              href={member.href}
              x={x - 14}
              y={top + y - 14}
              width={28}
              height={28}
            >
              {(member.offer === "support" || member.offer === "undecided") && (
                <path class="paper" d={pathOf(rings)} />
              )}
              <path class={`land area ${SIGNS[member.offer](side)}`} d={pathOf(rings)} />
            </LinkedMark>
          );
        })}
        <path class={`own-country ${ofSide(own.side, "")}`} d={pathOf([ownRing])} />
        {labels}
      </g>
      {said.body}
      {textLines(awayWords, 0, mapHeight + 19, "small second")}
      {strip.body}
    </>,
  );
}

function largest(rings: readonly Point[][]): Point[] {
  return greatest(rings, (a, b) => Math.abs(polygonArea(a)) - Math.abs(polygonArea(b))) ?? [];
}

/** Inside of a shape, else beside it, with a leader if it is not near, and never over another shape or label. */
function placeLabel(
  ways: string[][],
  rings: readonly Point[][],
  others: readonly Point[][],
  taken: readonly Box[],
  [width, height]: [number, number],
  weight: string | undefined,
): { lines: string[]; box: Box; leader: Box[]; isInside: boolean } | undefined {
  const ring = largest(rings);
  const boxAt = (lines: string[], x: number, y: number): Box => {
    const [w, h] = [widest(lines, weight), lines.length * LINE];
    return { left: x - w / 2, right: x + w / 2, top: y - h / 2, bottom: y + h / 2 };
  };
  const isFree = ({ left, right, top, bottom }: Box) =>
    left >= 0 &&
    right <= width &&
    top >= 0 &&
    bottom <= height &&
    !taken.some((box) => left < box.right && box.left < right && top < box.bottom && box.top < bottom);
  const placeOn = (pad: number) => {
    const inside = placeInside(ring, ways, weight, pad);
    const box = inside && boxAt(inside.lines, inside.x, inside.y);
    return box && isFree(box) ? { lines: inside.lines, box, leader: [], isInside: true } : undefined;
  };
  const [x, y] = polygonCentroid(ring);
  const lines = ways[0] ?? [];
  const [w, h] = [widest(lines, weight) / 2, (lines.length * LINE) / 2];
  const placeBeside = (mayCross: boolean) => {
    for (let distance = 10; distance < 90; distance += 4)
      for (let turn = 0; turn < 16; turn++) {
        const angle = (turn * Math.PI) / 8;
        const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
        const box = boxAt(lines, x + dx * (distance + w), y + dy * (distance + h));
        if (!isFree(box) || [...others, ...rings].some((shape) => covers(shape, box))) continue;
        const end: Point = [x + dx * distance, y + dy * (distance - 2)];
        const isNear = rings.some((shape) =>
          shape.some(([px, py]) => Math.hypot(px - end[0], py - end[1]) < 14),
        );
        const leader = isNear ? [] : boxesAlong([x, y], end);
        const isOver = ({ left, top }: Box) => others.some((shape) => polygonContains(shape, [left, top]));
        if (leader.every((dot) => isFree(dot) && (mayCross || !isOver(dot))))
          return { lines, box, leader, isInside: false };
      }
    return undefined;
  };
  return placeOn(1) ?? placeBeside(false) ?? placeOn(-1) ?? placeBeside(true);
}

/** Whether a shape and a box have a part in common. */
function covers(shape: readonly Point[], { left, right, top, bottom }: Box): boolean {
  const [ring, middle] = [[...shape] as Point[], (top + bottom) / 2];
  return (
    shape.some(([x, y]) => x > left - 2 && x < right + 2 && y > top && y < bottom) ||
    [0, 0.25, 0.5, 0.75, 1].some((part) =>
      [top, middle, bottom].some((y) => polygonContains(ring, [left + part * (right - left), y])),
    )
  );
}

/** A line as boxes of 2 px, so that no label is put on it. */
function boxesAlong([fromX, fromY]: Point, [toX, toY]: Point): Box[] {
  const count = Math.ceil(Math.hypot(toX - fromX, toY - fromY) / 4);
  return Array.from({ length: count + 1 }, (_, i) => {
    const [x, y] = [fromX + ((toX - fromX) * i) / count, fromY + ((toY - fromY) * i) / count].map(
      Math.round,
    ) as Point;
    return { left: x - 1, right: x + 1, top: y - 1, bottom: y + 1 };
  });
}

/** One square for each country, with a count and words for each offer; below each other on a phone. */
function drawStrip(groups: readonly Group[], side: string, { width, isNarrow }: Layout, top: number) {
  const [size, step] = isNarrow ? [12, 15] : [15, 19];
  const most = Math.max(...groups.map(({ members }) => members.length));
  const words = groups.map(({ label }) => (isNarrow ? [label] : breakText(label, 92)));
  const widths = groups.map(({ members }, i) =>
    Math.max(
      members.length * step,
      widthOf(String(members.length), "headline") + 8 + widest(words[i] ?? [], "bold"),
    ),
  );
  const gap = (width - widths.reduce((a, b) => a + b, 0)) / (groups.length - 1);
  let x = 0;
  const body = groups.map(({ offer, members }, i) => {
    const left = x;
    x += (widths[i] ?? 0) + gap;
    const count = String(members.length);
    const classes = offer === "troops" ? ofSide(side, "own") : "";
    const y = isNarrow ? top + 21 * i : top;
    const startX = isNarrow ? 28 : left;
    const squares = members.map((_, j) => {
      const sign = SIGNS[offer](side);
      const [squareX, squareY] = [startX + j * step, isNarrow ? y + 3 : y];
      if (sign === "dotted") return <Tile x={squareX} y={squareY} width={size} height={size} fill="dotted" />;
      return <rect class={`area ${sign}`} x={squareX} y={squareY} width={size} height={size} />;
    });
    return isNarrow
      ? [
          ...textLines([count], 18, y + 15, `bold end ${classes}`.trim()),
          ...squares,
          ...textLines(words[i] ?? [], 28 + most * step + 8, y + 15, classes),
        ]
      : [
          ...squares,
          ...textLines([count], left, y + size + 34, `headline ${classes}`.trim()),
          ...textLines(
            words[i] ?? [],
            left + widthOf(count, "headline") + 6,
            y + size + 34 - 18 * ((words[i]?.length ?? 1) - 1),
            classes,
          ),
        ];
  });
  return { body, bottom: isNarrow ? top + groups.length * 21 : top + size + 44 };
}
