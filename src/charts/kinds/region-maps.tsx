import { type Kind, type Layout, px, type Row } from "../lib/drawing.ts";
import { drawingOf, lineAcross, Mark } from "../lib/marks.tsx";
import { breakText, LINE, textLines, widthOf } from "../lib/text.tsx";
import { REGION_NAMES, type RegionMap, regionMap } from "../lib/region-map.ts";
import type { VNode } from "preact";
/** How a region is filled: told by shape alone. */
export const PATTERNS = {
  slant: <path class="line-ink" d="M-1 7L7 -1M3 11L11 3M-5 3L3 -5" />,
  cross: <path class="line-ink" d="M-1 7L7 -1M-1 -1L7 7" />,
  level: <path class="line-ink" d="M0 3H6" />,
  upright: <path class="pattern-thick" d="M3 0V6" />,
  dots: <path class="pattern-dot" d="M3 3h0" />,
  sparse: <path class="line-ink dashed" d="M0 3H6" />,
} as const satisfies Record<string, VNode>;

export type Pattern = keyof typeof PATTERNS;

/** What is asked of some regions. */
export interface RegionClaim extends Row {
  pattern: Pattern;
  /** ISO 3166-2 codes. */
  regions: string[];
  /** Of a part of the region only: told in words, and drawn where nothing is asked of the whole. */
  part: boolean;
  /** Names of the regions, or of the part; and what is asked. */
  head: string;
  text: string;
}

/** One map: a text and what it asks. */
export interface RegionPanel {
  id: string;
  label: string;
  detail: string;
  claims: RegionClaim[];
}

/** Maps of one country; a region whose parts differ is named on each. */
export interface RegionMapsData {
  panels: RegionPanel[];
  named: string;
}

const GAP = 22;
const SWATCH = 26;
/** Width of a map, px: the same in all layouts that have room, so that the drawings of a page share their bytes. */
const MAP = 216;

/**
 * Small maps of the regions of Ukraine, one a text, with the words of each claim beside its pattern. No line of
 * contact is drawn.
 */
export const regionMaps: Kind<RegionMapsData> = {
  key: () => [],
  draw,
};

function draw({ panels, named }: RegionMapsData, layout: Layout) {
  const most = { narrow: 1, wide: 3, full: 5 }[layout.name];
  const columns = Math.max(1, Math.min(panels.length, most));
  const width = (layout.width - GAP * (columns - 1)) / columns;
  const map = regionMap(Math.floor(Math.min(width, MAP)));
  const parts: VNode[] = [];
  let y = 0;
  for (let first = 0; first < panels.length; first += columns) {
    const bottoms = panels.slice(first, first + columns).map((panel, column) => {
      const x = px(column * (width + GAP));
      const head = breakText(panel.label, width, "bold");
      const detail = breakText(panel.detail, width);
      const mapTop = y + 8 + (head.length + detail.length) * LINE + 6;
      const words = drawWords(panel.claims, { x, y: mapTop + map.height + 14, width });
      parts.push(
        <>
          {lineAcross("rule", y, x + width, x)}
          {textLines(head, x, y + 20, "bold")}
          {textLines(detail, x, y + 20 + head.length * LINE, "second")}
          <g transform={`translate(${x} ${px(mapTop)})`}>{drawMap(panel, map, { named, width })}</g>
          {words.body}
        </>,
      );
      return words.bottom;
    });
    y = Math.max(...bottoms) + 16;
  }
  const patterns = new Set(panels.flatMap(({ claims }) => claims.map(({ pattern }) => pattern)));
  const regions = new Set(panels.flatMap(filled).map(({ region }) => region));
  return drawingOf(layout, Math.max(1, Math.ceil(y - 8)), <>{parts}</>, [
    ...[...patterns].map((name) => (
      <pattern id={name} width={6} height={6} patternUnits="userSpaceOnUse">
        {PATTERNS[name]}
      </pattern>
    )),
    <path id="outline" d={map.outline} />,
    <path id="inner" d={map.inner} />,
    ...[...regions].map((region) => <path id={region} d={map.region(region).path} />),
  ]);
}

/** The regions that a map hatches: a part of one where nothing is asked of the whole. */
function filled({ claims }: RegionPanel): { pattern: Pattern; region: string }[] {
  const whole = new Set(claims.filter(({ part }) => !part).flatMap(({ regions }) => regions));
  return claims.flatMap(({ pattern, regions, part }) =>
    regions.filter((region) => !part || !whole.has(region)).map((region) => ({ pattern, region })),
  );
}

/** The country with its patterns, and the name of one region beside it; if its parts differ, with the pattern of each. */
function drawMap(
  panel: RegionPanel,
  map: RegionMap,
  { named, width }: { named: string; width: number },
): VNode {
  const { claims } = panel;
  const label = REGION_NAMES.get(named) ?? "";
  const [x, y] = map.region(named).middle;
  const patterns = [
    ...new Set(claims.filter(({ regions }) => regions.includes(named)).map(({ pattern }) => pattern)),
  ];
  const foot = map.height - 20;
  return (
    <g>
      <use class="land" href="#outline" />
      <use class="hair" href="#inner" />
      {filled(panel).map(({ pattern, region }) => (
        <use class="region" fill={`url(#${pattern})`} href={`#${region}`} />
      ))}
      <use class="border" href="#outline" />
      <path class="stem" d={`M${x} ${y}V${px(foot - (patterns.length > 1 ? 13 : 0))}`} />
      <circle class="fill-ink" cx={x} cy={y} r={2.5} />
      {patterns.length > 1 && patterns.map((pattern, i) => swatch(pattern, x - 5 + 20 * i, foot - 13))}
      {textLines(
        [label],
        Math.min(x + 8 + widthOf(label), width),
        map.height + 8 - (patterns.length > 1 ? 0 : 12),
        "halo end",
      )}
    </g>
  );
}

function swatch(pattern: Pattern, x: number, y: number): VNode {
  return (
    <g>
      <rect class="paper" x={px(x)} y={px(y)} width={18} height={14} />
      <rect class="region" fill={`url(#${pattern})`} x={px(x + 0.5)} y={px(y + 0.5)} width={17} height={13} />
    </g>
  );
}

/** The claims in words, each beside its pattern, from `y` on. */
function drawWords(claims: readonly RegionClaim[], from: { x: number; y: number; width: number }) {
  const { x, width } = from;
  let bottom = from.y;
  const body = claims.map((claim) => {
    const heads = breakText(claim.head, width - SWATCH, "bold");
    const lines = breakText(claim.text, width - SWATCH);
    const top = px(bottom);
    const height = (heads.length + lines.length) * LINE + 7;
    bottom += height;
    return (
      <Mark of={claim} x={x} y={top} width={width} height={height}>
        {swatch(claim.pattern, x, top + 2)}
        {textLines(heads, x + SWATCH, top + 14, "bold")}
        {textLines(lines, x + SWATCH, top + 14 + heads.length * LINE)}
      </Mark>
    );
  });
  return { body, bottom };
}
