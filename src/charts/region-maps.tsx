import type { VNode } from "preact";
import { z } from "zod";
import { formatDate } from "../i18n/dates.ts";
import { capital, countInWords, listOf } from "../i18n/numbers.ts";
import { id, line } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { get, getFigure } from "../ledger/lookup.ts";
import type { Row } from "../ledger/schema.ts";
import { routes } from "../site.ts";
import { type Layout, px } from "./lib/drawing.ts";
import { drawingOf, lineAcross, Mark } from "./lib/marks.tsx";
import { type Atlas, readAtlas, regionMap, type RegionMap, type RegionPart } from "./lib/region-map.ts";
import { breakText, LARGE_LINE, LINE, textLines, widthOf } from "./lib/text.tsx";
import { sourcesOf, tableOf, unique, type View, withOptions } from "./view.ts";

type Claim = Row<"region-claims">;

const regionOptions = z.strictObject({
  /** A file of `<content>/geo/`. */
  map: id,
  /** The part of a region that the texts disagree on: a share cut off towards a bearing, as a diagram. */
  part: z.strictObject({
    id,
    region: line,
    name: line,
    label: line.max(30),
    bearing: z.number().min(0).max(360),
    /** What the rest of the region makes up, per cent: a figure of an event. */
    rest: z.strictObject({ event: id, figure: id }),
  }),
  /** The texts in their order: each a draft, perhaps one option of it, or a position, by an actor. */
  texts: z
    .array(
      z.union([
        z.strictObject({ draft: id, option: z.number().int().optional() }),
        z.strictObject({ position: id, label: line }),
      ]),
    )
    .min(1),
  /** What each kind of claim is called in this story. */
  asks: z.record(z.string(), line),
  /** Which way an army goes that leaves, degrees from north, by organisation. */
  leaves_towards: z.record(z.string(), z.number()).default({}),
});

type RegionOptions = z.infer<typeof regionOptions>;

interface Panel {
  id: string;
  label: string;
  date: string;
  href: string;
  claims: Claim[];
}

/** What each text asks of the regions of a country: one map per text, cropped to the regions it mentions. */
export const regionMaps = withOptions(regionOptions, (ledger, options): View => {
  const atlas = readAtlas(options.map);
  const panels = options.texts.map((text) => panelOf(ledger, text));
  const rest = getFigure(get(ledger, "events", options.part.rest.event), options.part.rest.figure);
  const part: RegionPart = { ...options.part, share: 1 - rest.value / 100 };
  const nameOf = (claim: Claim) => {
    const names = listOf(claim.regions.map((region) => atlas.names.get(region) ?? region));
    return claim.part ? `${names}, ${options.part.name}` : names;
  };
  const asksOf = (claim: Claim) =>
    claim.army
      ? `${get(ledger, "organisations", claim.army).name} leaves`
      : (options.asks[claim.asks] ?? claim.asks);
  const ofPart = ({ claims }: Panel) => claims.filter(({ regions }) => regions.includes(part.region));
  const all = panels.flatMap((panel) => panel.claims.map((claim) => ({ panel, claim })));
  const textsThat = (asks: Claim["asks"]) =>
    panels.filter((panel) => ofPart(panel).some((claim) => claim.asks === asks)).length;
  return {
    key: [],
    draw: (layout) => draw(panels, { atlas, part, options, nameOf }, layout),
    table: tableOf(
      { text: "Text", date: "Date", regions: "Regions", asks: "What is asked", words: "In words" },
      all,
      ({ panel, claim }) => [
        { text: panel.label, href: hrefOf(panel, claim) },
        panel.date,
        nameOf(claim),
        asksOf(claim),
        claim.says,
      ],
    ),
    description:
      `What ${countInWords(panels.length)} texts ask of ${atlas.names.get(part.region) ?? part.region}.` +
      panels
        .map(
          (panel) => ` ${panel.label}: ${listOf(unique(ofPart(panel).map(asksOf))) || "nothing on record"}.`,
        )
        .join(""),
    values: { share: String(Math.round((100 - rest.value) * 10) / 10), texts: countInWords(panels.length) },
    numbers: {
      recognised: textsThat("recognised"),
      talks: textsThat("talks"),
      frozen: textsThat("frozen"),
      zone: textsThat("zone"),
      leaves: textsThat("leaves"),
    },
    sources: [...sourcesOf(...all.map(({ claim }) => claim), get(ledger, "events", options.part.rest.event))],
  };
});

function hrefOf({ href }: Panel, { clause }: Claim): string {
  return clause ? `${href}#${clause}` : href;
}

/** The claims of one option of a text and those of all. Throws an Error for a text without claims. */
function panelOf(ledger: Ledger, text: RegionOptions["texts"][number]): Panel {
  const claims = ledger["region-claims"].filter((claim) =>
    "position" in text
      ? claim.position === text.position
      : claim.draft === text.draft && (claim.option === undefined || claim.option === text.option),
  );
  const sorted = [...claims].sort((a, b) => Number(b.part !== undefined) - Number(a.part !== undefined));
  if ("position" in text) {
    const { date, theme } = get(ledger, "positions", text.position);
    return { id: text.position, label: text.label, date, href: routes.theme(theme), claims: sorted };
  }
  const { id, short, date } = get(ledger, "drafts", text.draft);
  if (claims.length === 0) throw new Error(`no region-claims of ${id}`);
  const label = text.option === undefined ? short : `${short}, option ${countInWords(text.option)}`;
  return { id: `${id}-${text.option ?? 0}`, label, date, href: routes.draft(id), claims: sorted };
}

/** How a claim fills its regions. */
const FILLS: Readonly<Record<Claim["asks"], { class: string; fill?: string }>> = {
  recognised: { class: "region-solid" },
  talks: { class: "region-open" },
  zone: { class: "region", fill: "url(#slant)" },
  frozen: { class: "region", fill: "url(#level)" },
  leaves: { class: "region-demand" },
};

const PATTERNS = (
  <>
    <pattern id="slant" width={6} height={6} patternUnits="userSpaceOnUse">
      <rect class="paper" width={6} height={6} />
      <path class="pattern-slant" d="M-1 7L7 -1M3 11L11 3M-5 3L3 -5" />
    </pattern>
    <pattern id="level" width={5} height={5} patternUnits="userSpaceOnUse">
      <rect class="paper" width={5} height={5} />
      <path class="line-ink" d="M0 2.5H5" />
    </pattern>
  </>
);

interface Scene {
  atlas: Atlas;
  part: RegionPart;
  options: RegionOptions;
  nameOf: (claim: Claim) => string;
}

const GAP = 20;

function draw(panels: readonly Panel[], scene: Scene, layout: Layout) {
  const { width } = layout;
  const shown = unique(
    panels.flatMap(({ claims }) =>
      claims
        .filter(({ asks, army }) => asks !== "leaves" || !isFar(army, scene))
        .flatMap(({ regions }) => regions),
    ),
  );
  const parts: VNode[] = [];
  const key = drawKey(panels, scene, width);
  parts.push(key.body);
  let y = key.height + 14;
  if (layout.name === "full") {
    const column = (width - GAP * (panels.length - 1)) / panels.length;
    const map = regionMap(scene.atlas, shown, Math.floor(column));
    const bottoms = panels.map((panel, i) => {
      const x = px(i * (column + GAP));
      const words = drawWords(panel, scene, { x, y: y + 62 + map.height, width: column });
      parts.push(
        <>
          {lineAcross("rule-ink", y, x + column, x)}
          {textLines([panel.label], x, y + 22, "bold")}
          {textLines([formatDate(panel.date)], x, y + 22 + LINE, "second")}
          <g transform={`translate(${x} ${px(y + 52)})`}>
            {drawMap(panel, map, scene, { labels: true, pointer: i === 0 })}
          </g>
          {words.body}
        </>,
      );
      return words.bottom;
    });
    return drawingOf(layout, Math.ceil(Math.max(...bottoms)), <>{parts}</>, [PATTERNS]);
  }
  const narrow = layout.name === "narrow";
  const small = regionMap(scene.atlas, shown, narrow ? 132 : 226);
  panels.forEach((panel, i) => {
    const isFirst = narrow && i === 0;
    const map = isFirst ? regionMap(scene.atlas, shown, width) : small;
    const mapWidth = isFirst ? 0 : narrow ? 132 : 226;
    const left = mapWidth > 0 ? mapWidth + 18 : 0;
    const words = drawWords(panel, scene, {
      x: left,
      y: y + 38 + (isFirst ? map.height + 14 : 0),
      width: width - left,
    });
    parts.push(
      <>
        {lineAcross("rule-ink", y, width)}
        <text x={0} y={px(y + 22)}>
          <tspan class="bold">{panel.label}</tspan>
          <tspan class="second"> {formatDate(panel.date)}</tspan>
        </text>
        <g transform={`translate(0 ${px(y + 36)})`}>
          {drawMap(panel, map, scene, { labels: isFirst || !narrow, pointer: i === 0 })}
        </g>
        {words.body}
      </>,
    );
    y = Math.max(words.bottom, y + 36 + map.height + 8) + 8;
  });
  return drawingOf(layout, Math.ceil(y - 10), <>{parts}</>, [PATTERNS]);
}

/** Whether an army that leaves goes out of the picture: such regions do not widen it. */
function isFar(army: string | undefined, { options }: Scene): boolean {
  const bearing = options.leaves_towards[army ?? ""] ?? 0;
  return bearing < 180;
}

/** What each pattern means, in lines of at most `width` px. */
function drawKey(
  panels: readonly Panel[],
  { options }: Scene,
  width: number,
): { body: VNode; height: number } {
  const used = new Set(panels.flatMap(({ claims }) => claims.map((claim) => claim.asks)));
  const asks = (Object.keys(FILLS) as Claim["asks"][]).filter((ask) => used.has(ask));
  let [x, y] = [0, 0];
  const body = asks.map((ask) => {
    const label = options.asks[ask] ?? ask;
    const length = 30 + widthOf(label) + 22;
    if (x > 0 && x + length - 22 > width) [x, y] = [0, y + 24];
    const at = x;
    x += length;
    return (
      <>
        {swatch(ask, at, y + 2)}
        {textLines([label], at + 30, y + 14)}
      </>
    );
  });
  return { body: <>{body}</>, height: y + 24 };
}

function swatch(asks: Claim["asks"], x: number, y: number): VNode {
  const area = <rect {...FILLS[asks]} x={px(x + 1)} y={px(y)} width={20} height={13} />;
  return asks === "leaves" ? (
    <>
      <rect class="land" x={px(x + 1)} y={px(y)} width={20} height={13} />
      {arrow([x + 11, y + 6.5], 90, 0.75)}
    </>
  ) : (
    area
  );
}

/** An arrow around a point towards a bearing, degrees from north. */
function arrow([x, y]: readonly [number, number], bearing: number, scale = 1): VNode {
  const path = "M-11 0H9M3 -5L10 0L3 5";
  return (
    <g transform={`translate(${px(x)} ${px(y)}) rotate(${bearing - 90}) scale(${scale})`}>
      <path class="arrow-rim" d={path} />
      <path class="army" d={path} />
    </g>
  );
}

/** The land with what a text asks of its regions, the disputed part on top of them. */
function drawMap(
  { claims }: Panel,
  map: RegionMap,
  { atlas, part, options }: Scene,
  { labels, pointer }: { labels: boolean; pointer: boolean },
): VNode {
  const whole = claims.filter((claim) => !claim.part);
  const ofPart = claims.find((claim) => claim.part);
  const shape = map.part(part);
  const armies = claims.flatMap(({ army, regions }) =>
    army ? regions.map((region) => ({ region, bearing: options.leaves_towards[army] ?? 90 })) : [],
  );
  const names = labels
    ? unique(
        whole
          .filter(({ asks, army }) => asks !== "leaves" || army !== undefined)
          .flatMap(({ regions }) => regions),
      )
    : [];
  const far = new Set(armies.filter(({ bearing }) => bearing < 180).map(({ region }) => region));
  const [poleX, poleY] = shape.middle;
  return (
    <g>
      <path class="land" d={map.land} />
      <path class="borders" d={map.borders} />
      {whole
        .filter(({ regions }) => !regions.every((region) => far.has(region)))
        .flatMap(({ asks, regions }) =>
          regions.map((region) => <path {...FILLS[asks]} d={map.region(region).path} />),
        )}
      <path class="part-rim" d={shape.path} />
      {ofPart ? (
        <path {...FILLS[ofPart.asks]} class={`${FILLS[ofPart.asks].class} part`} d={shape.path} />
      ) : (
        <path class="part-line" d={shape.path} />
      )}
      {armies.map(({ region, bearing }) =>
        region === part.region
          ? arrow([poleX - 18, poleY - 6], bearing)
          : far.has(region) || !armies.some((army) => army.region === part.region)
            ? arrow(map.region(region).middle, bearing)
            : null,
      )}
      {names
        .filter((region) => !far.has(region))
        .map((region) => {
          const { middle, isTiny } = map.region(region);
          const [x, y] = middle;
          const below = region === part.region ? 9 : 5;
          return !isTiny && textLines([atlas.names.get(region) ?? region], x, y + below, "bold middle halo");
        })}
      {pointer && labels && (
        <>
          <path
            class="stem"
            d={`M${px(poleX - 8)} ${px(poleY - 6)}L${px(Math.min(Math.max(8, poleX - 74), 100))} 34`}
          />
          {textLines(breakText(options.part.label, 96, "bold"), 6, 16, "bold halo")}
        </>
      )}
    </g>
  );
}

/** The claims of a text in words from `y` on: that on the disputed part large, each other next to its pattern. */
function drawWords(panel: Panel, { nameOf, part }: Scene, from: { x: number; y: number; width: number }) {
  const { x, width } = from;
  let bottom = from.y;
  const onPart =
    panel.claims.find((claim) => claim.part) ??
    panel.claims.find(({ regions }) => regions.includes(part.region));
  const body = panel.claims.map((claim) => {
    const top = bottom;
    const own = {
      id: `${panel.id}-${claim.id}`,
      says: `${panel.label}. ${nameOf(claim)}: ${claim.says}`,
      href: hrefOf(panel, claim),
    };
    const words = claim === onPart ? breakText(capital(claim.says), width, "large") : [];
    const named = top + words.length * LARGE_LINE + (words.length > 0 ? 8 : 0);
    const heads = claim.part ? [] : breakText(nameOf(claim), width - 30, "bold");
    const lines = claim === onPart ? [] : breakText(claim.says, width - 30);
    bottom = named + (heads.length + lines.length) * LINE + (claim.part ? 0 : 10);
    return (
      <Mark of={own} x={x} y={top} width={width} height={bottom - top}>
        {textLines(words, x, top + 17, "large", LARGE_LINE)}
        {!claim.part && swatch(claim.asks, x, named + 3)}
        {textLines(heads, x + 30, named + 15, "bold")}
        {textLines(lines, x + 30, named + 15 + heads.length * LINE, "second")}
      </Mark>
    );
  });
  return { body, bottom };
}
