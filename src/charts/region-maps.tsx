import { extent, geoMercator, geoPath, greatest, polygonArea, polygonCentroid } from "d3";
import { readFileSync } from "node:fs";
import type { VNode } from "preact";
import { feature, merge, mesh } from "topojson-client";
import { z } from "zod";
import { CONTENT_DIR } from "../settings.ts";
import { formatDate } from "../format/dates.ts";
import { capitalize, countInWords, listOf } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import type { Ledger, Row } from "../ledger/ledger.ts";
import { getRow, getFigure } from "../ledger/lookup.ts";
import { expectDefined } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { type Layout, roundPx, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawingOf, lineAcross, LinkedMark } from "./lib/marks.tsx";
import { breakText, LARGE_LINE, leadText, LINE, textLines } from "./lib/text.tsx";

type Claim = Row<"region-claims">;

const ASKS: Readonly<Record<Claim["asks"], { symbol: string; className: string; fill?: string }>> = {
  recognised: { symbol: "stated", className: "region-solid" },
  talks: { symbol: "block-dashed", className: "region-open" },
  zone: { symbol: "block-hatched", className: "region", fill: "url(#slant)" },
  frozen: { symbol: "block-level", className: "region", fill: "url(#level)" },
  leaves: { symbol: "changed", className: "region-demand" },
};
const ASK_NAMES = Object.keys(ASKS) as Claim["asks"][];

const panelOptions = z.union([
  z.strictObject({ draft: id, option: z.number().int().optional() }),
  z.strictObject({ position: id, label: line }),
]);

const regionOptions = z.strictObject({
  map: id.describe("A file of `geo/`."),
  part: z
    .strictObject({
      region: line,
      name: line.max(30),
      bearing: z.number().min(0).max(360).describe("Degrees from north."),
      rest: z
        .strictObject({ event: id, figure: id })
        .describe("What the rest of the region makes up, per cent."),
    })
    .describe(
      "The part of a region that the texts disagree on: a share cut off towards a bearing, as a diagram.",
    ),
  texts: z
    .array(panelOptions)
    .min(1)
    .describe("The texts in their order: each a draft, perhaps one option of it, or a position."),
  asks: z.record(z.enum(ASK_NAMES), line).describe("What each kind of claim is called."),
  leaves_towards: z
    .record(z.string(), z.number())
    .default({})
    .describe("Which way an army goes that leaves, degrees from north, by organisation."),
});

type Atlas = ReturnType<typeof readAtlas>;
/** A text with its claims, that on the disputed part first. */
type Panel = ReturnType<typeof makePanel>;

interface Scene {
  atlas: Atlas;
  part: { region: string; name: string; share: number; bearing: number };
  /** Regions of which a text asks more than an army’s withdrawal; crops the picture. */
  shown: string[];
}

/** What each text asks of the regions of a country: one map per text. */
export const regionMaps = withOptions(regionOptions, (ledger, options): View => {
  const { map, part, texts, asks } = options;
  const atlas = readAtlas(map);
  const panels = texts.map((text) => makePanel(ledger, text, atlas, options));
  const event = getRow(ledger, "events", part.rest.event);
  const rest = getFigure(event, part.rest.figure).value;
  const placedClaims = panels.flatMap((panel) => panel.claims.map((claim) => ({ panel, claim })));
  const scene: Scene = {
    atlas,
    part: { ...part, share: 1 - rest / 100 },
    shown: [...new Set(placedClaims.flatMap(({ claim }) => (claim.army ? [] : claim.regions)))],
  };
  const ofPart = ({ claims }: Panel) => claims.filter(({ regions }) => regions.includes(part.region));
  const textsThat = (asks: Claim["asks"]) =>
    panels.filter((panel) => ofPart(panel).some((claim) => claim.asks === asks)).length;
  return {
    legend: ASK_NAMES.filter((name) => placedClaims.some(({ claim }) => claim.asks === name)).map((name) => ({
      glyph: ASKS[name].symbol,
      label: asks[name],
    })),
    draw: (layout) => draw(panels, scene, layout),
    table: tableOf(
      { text: "Text", date: "Date", regions: "Regions", asks: "What is asked", says: "In words" },
      placedClaims.map(({ panel: { label: text, date }, claim: { names, href, asked, says } }) => ({
        text: { text, href },
        date,
        regions: names,
        asks: asked,
        says,
      })),
    ),
    values: {
      share: String(Math.round((100 - rest) * 10) / 10),
      texts: panels.length,
      asked: panels
        .map((panel) => {
          const asked = [...new Set(ofPart(panel).map((claim) => claim.asked))];
          return `${panel.label}: ${listOf(asked) || "nothing on record"}`;
        })
        .join(". "),
      ...Object.fromEntries(ASK_NAMES.map((name) => [name, textsThat(name)])),
    },
    sources: sourcesOf(...placedClaims.map(({ claim }) => claim), event),
  };
});

/** Throws an Error for a text without claims. */
function makePanel(
  ledger: Ledger,
  text: z.infer<typeof panelOptions>,
  atlas: Atlas,
  { part, asks, leaves_towards }: z.infer<typeof regionOptions>,
) {
  const source = textOf(ledger, text);
  const ownClaims = ledger["region-claims"].filter(
    ({ draft, position, option }) =>
      source.id === (draft ?? position) && (option === undefined || option === source.option),
  );
  if (ownClaims.length === 0) throw new Error(`no region-claims of ${source.label}`);
  const claims = ownClaims
    .sort((a, b) => Number(b.part !== undefined) - Number(a.part !== undefined))
    .map((claim) => {
      const names = listOf(claim.regions.map((region) => atlas.names.get(region) ?? region));
      const { army, clause } = claim;
      return {
        ...claim,
        names: claim.part ? `${names}, ${part.name}` : names,
        href: clause ? `${source.href}#clause_${clause}` : source.href,
        asked: army ? `${getRow(ledger, "organisations", army).name} leaves` : asks[claim.asks],
        bearing: leaves_towards[army ?? ""] ?? 90,
      };
    });
  return { ...source, claims };
}

function textOf(ledger: Ledger, text: z.infer<typeof panelOptions>) {
  if ("position" in text) {
    const { id, date, theme } = getRow(ledger, "positions", text.position);
    return { id, date, label: text.label, href: hrefs.theme(theme) };
  }
  const { id, short, date } = getRow(ledger, "drafts", text.draft);
  const { option } = text;
  const label = option === undefined ? short : `${short}, option ${countInWords(option)}`;
  return { id, date, label, href: hrefs.draft(id), option };
}

const PATTERNS = (
  <defs>
    <pattern id="slant" width={6} height={6} patternUnits="userSpaceOnUse">
      <rect class="paper" width={6} height={6} />
      <path class="pattern-slant" d="M-1 7L7 -1M3 11L11 3M-5 3L3 -5" />
    </pattern>
    <pattern id="level" width={5} height={5} patternUnits="userSpaceOnUse">
      <rect class="paper" width={5} height={5} />
      <path class="line-ink" d="M0 2.5H5" />
    </pattern>
  </defs>
);

const GAP = 20;

/** Next to each other in the full layout, otherwise below one another. */
function draw(panels: readonly Panel[], scene: Scene, layout: Layout) {
  const { width, isNarrow } = layout;
  const isFull = layout.name === "full";
  const panelWidth = isFull ? (width - GAP * (panels.length - 1)) / panels.length : width;
  let bottom = 0;
  const parts = panels.map((panel, i) => {
    const isBelow = isFull || (isNarrow && i === 0);
    const x = roundPx(isFull ? i * (panelWidth + GAP) : 0);
    const y = isFull ? 0 : bottom;
    const mapWidth = isBelow ? panelWidth : isNarrow ? 132 : 226;
    const map = regionMap(scene.atlas, scene.shown, Math.floor(mapWidth));
    const head = leadText(panel.label, ` ${formatDate(panel.date)}`, x, y + 22, panelWidth);
    const mapY = y + 18 + (isFull ? 2 : head.lines) * LINE;
    const words = isBelow
      ? drawWords(panel, scene, x, mapY + map.height + 10, panelWidth)
      : drawWords(panel, scene, mapWidth + GAP, mapY, width - mapWidth - GAP);
    bottom = Math.max(words.bottom, mapY + map.height + 8, isFull ? bottom : 0);
    return (
      <>
        {lineAcross("rule-ink", y, x + panelWidth, x)}
        {head.body}
        <g transform={`translate(${x} ${roundPx(mapY)})`}>
          {drawMap(panel, map, scene, isBelow || !isNarrow, i === 0)}
        </g>
        {words.body}
      </>
    );
  });
  return drawingOf(layout, bottom, [PATTERNS, ...parts]);
}

function drawMap(
  { claims }: Panel,
  map: ReturnType<typeof regionMap>,
  { atlas, part, shown }: Scene,
  hasNames: boolean,
  hasPointer: boolean,
): VNode {
  const whole = claims
    .filter((claim) => !claim.part)
    .flatMap((claim) => claim.regions.map((code) => ({ ...claim, code, isPart: code === part.region })));
  const near = whole.filter(({ code }) => shown.includes(code));
  const onPart = claims.find((claim) => claim.part);
  const on = onPart && ASKS[onPart.asks];
  const shape = map.part(part);
  const [x, y] = shape.middle;
  const leaving = whole.filter(({ army }) => army);
  // One arrow is enough for regions left together with the disputed part.
  const withPart = leaving.filter(({ isPart }) => isPart);
  return (
    <>
      <path class="land" d={map.land} />
      <path class="borders" d={map.borders} />
      {near.map(({ asks, code }) => (
        <path class={ASKS[asks].className} fill={ASKS[asks].fill} d={map.region(code).path} />
      ))}
      <path class="part-rim" d={shape.path} />
      <path class={on ? `${on.className} part` : "part-line"} fill={on?.fill} d={shape.path} />
      {(withPart.length > 0 ? withPart : leaving).map(({ code, isPart, bearing }) => {
        const [atX, atY] = isPart ? [x - 18, y - 6] : map.region(code).middle;
        const path = "M-11 0H9M3 -5L10 0L3 5";
        return (
          <g transform={`translate(${roundPx(atX)} ${roundPx(atY)}) rotate(${bearing - 90})`}>
            <path class="arrow-rim" d={path} />
            <path class="army" d={path} />
          </g>
        );
      })}
      {hasNames &&
        near.map(({ code, isPart }) => {
          const { middle, isTiny } = map.region(code);
          const below = isPart ? 9 : 5;
          return (
            !isTiny &&
            textLines([atlas.names.get(code) ?? code], middle[0], middle[1] + below, "bold middle halo")
          );
        })}
      {hasPointer && (
        <>
          <path
            class="stem"
            d={`M${roundPx(x - 8)} ${roundPx(y - 6)}L${roundPx(Math.min(Math.max(8, x - 74), 100))} 34`}
          />
          {textLines(breakText(part.name, 96, "bold"), 6, 16, "bold halo")}
        </>
      )}
    </>
  );
}

function drawWords({ label, claims }: Panel, { part }: Scene, x: number, y: number, width: number) {
  let bottom = y;
  const first = claims.find((claim) => claim.part ?? claim.regions.includes(part.region));
  const body = claims.map((claim) => {
    const { names, says, asks, href } = claim;
    const top = bottom;
    const large = claim === first ? breakText(capitalize(says), width, "large") : [];
    const headY = top + large.length * LARGE_LINE + (large.length > 0 ? 8 : 0);
    const heads = claim.part ? [] : breakText(names, width - 26, "bold");
    const lines = claim === first ? [] : breakText(says, width - 26);
    bottom = headY + (heads.length + lines.length) * LINE + (claim.part ? 0 : 10);
    return (
      <LinkedMark
        label={`${label}. ${names}: ${says}`}
        href={href}
        x={x}
        y={top}
        width={width}
        height={bottom - top}
      >
        {textLines(large, x, top + 17, "large")}
        {!claim.part && <use href={`#${ASKS[asks].symbol}`} x={x + 8} y={headY + 10} />}
        {textLines(heads, x + 26, headY + 15, "bold")}
        {textLines(lines, x + 26, headY + 15 + heads.length * LINE, "second")}
      </LinkedMark>
    );
  });
  return { body, bottom };
}

type Topology = Parameters<typeof feature>[0];
type Regions = Extract<NonNullable<Parameters<typeof mesh>[1]>, { type: "GeometryCollection" }>;
type Point = [x: number, y: number];

/** Reads `<content>/geo/<name>.json`: TopoJSON with an object `regions`, which have ids and names. */
export function readAtlas(name: string) {
  const topology = JSON.parse(readFileSync(`${CONTENT_DIR}/geo/${name}.json`, "utf8")) as Topology;
  const regions = topology.objects.regions as Regions;
  const names = regions.geometries.map(({ id, properties }) => {
    return [String(id), (properties as { name: string }).name] as const;
  });
  return { topology, regions, names: new Map(names) };
}

/** SVG paths, `width` px wide, cropped to `shown` with a margin. Throws an Error for an unknown code. */
export function regionMap({ topology, regions }: Atlas, shown: readonly string[], width: number) {
  const geometryOf = (code: string) =>
    expectDefined(
      regions.geometries.find(({ id }) => id === code),
      `region \`${code}\` of the map`,
    );
  const margin = width * 0.05;
  const focus = feature(topology, { ...regions, geometries: shown.map(geometryOf) } as Regions);
  const projection = geoMercator().fitWidth(width - 2 * margin, focus);
  const [, [, bottom]] = geoPath(projection).bounds(focus);
  const [x, y] = projection.translate();
  const height = Math.ceil(bottom + 2 * margin);
  projection.translate([x + margin, y + margin]).clipExtent([
    [0, 0],
    [width, height],
  ]);
  const path = geoPath(projection).digits(0);
  const pathOf = (code: string) => path(feature(topology, geometryOf(code))) ?? "";
  const clampToPicture = ([x, y]: Point): Point => [
    roundPx(Math.min(Math.max(x, 14), width - 14)),
    roundPx(Math.min(Math.max(y, 14), height - 14)),
  ];
  return {
    height,
    land: path(merge(topology, regions.geometries as Parameters<typeof merge>[1])) ?? "",
    borders: path(mesh(topology, regions, (a, b) => a !== b)) ?? "",
    region(code: string) {
      const shape = feature(topology, geometryOf(code));
      const [x, y] = path.centroid(shape);
      // A region outside the picture has no centroid.
      const middle = clampToPicture(Number.isFinite(x) ? [x, y] : [width / 2, 0]);
      return { path: pathOf(code), middle, isTiny: path.area(shape) < 100 };
    },
    /** A share of a region, cut off by a straight line, towards `bearing` (degrees from north). */
    part({ region, share, bearing }: { region: string; share: number; bearing: number }) {
      const rings = pathOf(region)
        .split(/[MZ]+/)
        .map((ring) => ring.split("L").map((point) => point.split(",").map(Number) as Point));
      const largest = greatest(rings.slice(1, -1), (a, b) => areaOf(a) - areaOf(b)) ?? [];
      const cut = cutShare(largest, share, bearing);
      return {
        path: `M${cut.map((point) => point.map(Math.round).join()).join("L")}Z`,
        middle: clampToPicture(polygonCentroid(cut)),
      };
    },
  };
}

function areaOf(ring: Point[]): number {
  return Math.abs(polygonArea(ring));
}

function cutShare(ring: Point[], share: number, bearing: number): Point[] {
  const angle = (bearing * Math.PI) / 180;
  const along = ([x, y]: Point) => x * Math.sin(angle) - y * Math.cos(angle);
  let [low = 0, high = 0] = extent(ring, along);
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (areaOf(clipPolygon(ring, along, middle)) > share * areaOf(ring)) low = middle;
    else high = middle;
  }
  return clipPolygon(ring, along, low);
}

/** Sutherland–Hodgman clipping. */
function clipPolygon(ring: Point[], along: (point: Point) => number, from: number): Point[] {
  return ring.flatMap((point, i) => {
    const before = ring.at(i - 1) ?? point;
    const [a, b] = [along(before) - from, along(point) - from];
    const t = a / (a - b);
    const crossing: Point = [before[0] + t * (point[0] - before[0]), before[1] + t * (point[1] - before[1])];
    return [...(a >= 0 !== b >= 0 ? [crossing] : []), ...(b >= 0 ? [point] : [])];
  });
}
