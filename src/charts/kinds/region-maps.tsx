import type { VNode } from "preact";
import {
  type Drawing,
  type Hit,
  type Kind,
  type Layout,
  px,
  reasons,
  repeated,
  type Row,
} from "../drawing.ts";
import { breakText, LINE, textLines, widthOf } from "../text-lines.tsx";
import { REGION_NAMES, regionMap, type RegionMap } from "../ukraine-regions.ts";

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
  /** The region that is named on every map. */
  named: string;
}

const GAP = 22;
const SWATCH = 26;
/** Width of a map, px: the same in all layouts that have room, so that the drawings of a page share their bytes. */
const MAP = 216;

/**
 * Small maps of the regions of Ukraine, one a text, with the words of each claim beside its pattern. No line of contact is
 * drawn. Refuses unknown regions, two claims on one whole region in a map, and repeated ids.
 */
export const regionMaps: Kind<RegionMapsData> = {
  refuse: reasons(function* ({ panels, named }) {
    if (!REGION_NAMES.has(named)) yield `\`${named}\` is no region of Ukraine`;
    for (const { id, claims } of panels) {
      for (const claim of claims)
        for (const region of claim.regions)
          if (!REGION_NAMES.has(region)) yield `claim \`${claim.id}\`: \`${region}\` is no region of Ukraine`;
      const whole = claims.filter(({ part }) => !part).flatMap(({ regions }) => regions);
      for (const region of new Set(whole.filter((region, i) => whole.indexOf(region) < i)))
        yield `map \`${id}\`: two claims are on the whole of \`${region}\``;
    }
    yield* repeated(panels);
    yield* repeated(panels.flatMap(({ claims }) => claims));
  }),
  key: () => [],
  draw,
};

function draw(data: RegionMapsData, layout: Layout): Drawing {
  const narrow = layout.name === "narrow";
  const columns = narrow ? 1 : Math.max(1, Math.min(data.panels.length, layout.name === "full" ? 5 : 3));
  const width = (layout.width - GAP * (columns - 1)) / columns;
  const map = regionMap(Math.floor(Math.min(width, MAP)));
  const hits: Hit[] = [];
  const parts: VNode[] = [];
  let y = 0;
  for (let first = 0; first < data.panels.length; first += columns) {
    const drawn = data.panels.slice(first, first + columns).map((panel, column) => {
      const x = px(column * (width + GAP));
      const head = breakText(panel.label, width, true);
      const detail = breakText(panel.detail, width);
      const mapTop = y + 8 + (head.length + detail.length) * LINE + 6;
      const words = drawWords(panel.claims, { x, y: mapTop + map.height + 14, width, hits });
      parts.push(
        <g>
          <path class="rule" d={`M${x} ${px(y)}H${px(x + width)}`} />
          {textLines(head, x, y + 20, "bold")}
          {textLines(detail, x, y + 20 + head.length * LINE, "second")}
          <g transform={`translate(${x} ${px(mapTop)})`}>
            {drawMap(panel, map, { named: data.named, width })}
          </g>
          {words.body}
        </g>,
      );
      return words.bottom;
    });
    y = Math.max(...drawn) + 16;
  }
  const names = [...new Set(data.panels.flatMap(({ claims }) => claims.map(({ pattern }) => pattern)))];
  return {
    width: layout.width,
    height: Math.max(1, Math.ceil(y - 8)),
    hits,
    body: (
      <g>
        <defs>
          {names.map((name) => (
            <pattern id={name} width={6} height={6} patternUnits="userSpaceOnUse">
              {PATTERNS[name]}
            </pattern>
          ))}
          <path id="outline" d={map.outline} />
          <path id="inner" d={map.inner} />
          {[...new Set(data.panels.flatMap(filled).map(({ region }) => region))].map((region) => (
            <path id={region} d={map.region(region).path} />
          ))}
        </defs>
        {parts}
      </g>
    ),
  };
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
function drawWords(
  claims: readonly RegionClaim[],
  { x, y, width, hits }: { x: number; y: number; width: number; hits: Hit[] },
): { body: VNode; bottom: number } {
  let at = y;
  const body = claims.map(({ id, pattern, head, text, says, href }) => {
    const heads = breakText(head, width - SWATCH, true);
    const lines = breakText(text, width - SWATCH);
    const top = px(at);
    const height = (heads.length + lines.length) * LINE + 7;
    hits.push({ x, y: top, width: px(width), height, label: says, href });
    at += height;
    return (
      <g data-row={id}>
        {swatch(pattern, x, top + 2)}
        {textLines(heads, x + SWATCH, top + 14, "bold")}
        {textLines(lines, x + SWATCH, top + 14 + heads.length * LINE)}
      </g>
    );
  });
  return { body: <g>{body}</g>, bottom: at };
}
