import type { VNode } from "preact";
import { type Drawing, type Hit, type Kind, type Layout, px, TEXT_SIZE } from "../drawing.ts";
import { coast, frame, holds, type MapPanel, project } from "../map-panels.ts";
import { type LabelledPoint, placePointLabels } from "../point-labels.ts";
import { LINE, textLines } from "../text-lines.tsx";
import { textWidth, wrapText } from "../text-width.ts";

/** A place with what is counted there. */
export interface MapPlace {
  id: string;
  label: string;
  /** Degrees north and east. */
  lat: number;
  lon: number;
  /** A whole number of at least one. */
  count: number;
  says: string;
  href?: string;
}

/** Places on maps. A place stands on the first panel that holds it. What has no place is listed below. */
export interface MapData {
  panels: MapPanel[];
  places: MapPlace[];
  /** What the size of a sign says, for the key. */
  sign: string;
  /** Heading of the list; not drawn if the list is empty. */
  listHeading: string;
  list: { id: string; text: string; says: string; href?: string }[];
}

/** Radius of the largest sign, px. */
const LARGEST = 15;
const GAP = 20;
const HEAD = 26;

/**
 * Signs on silhouettes of land, their areas proportional to counts, each with its name and number as far as labels find
 * room. Refuses counts that are no whole numbers of at least one, places outside all panels, panels without an area, and
 * repeated ids.
 */
export const map: Kind<MapData> = {
  refuse({ panels, places, list }) {
    const ids = [...places, ...list].map((row) => row.id);
    return [
      ...panels.flatMap((panel) =>
        panel.west < panel.east && panel.south < panel.north && panel.south > -90 && panel.north < 90
          ? []
          : [`panel \`${panel.id}\` has no area`],
      ),
      ...ids.flatMap((id, i) => (ids.indexOf(id) === i ? [] : [`\`${id}\` stands twice`])),
      ...places.flatMap((place) => [
        ...(Number.isInteger(place.count) && place.count >= 1 ? [] : [`place \`${place.id}\` has the count ${place.count}`]),
        ...(panels.some((panel) => holds(panel, place)) ? [] : [`place \`${place.id}\` lies on no panel: ${place.lat}, ${place.lon}`]),
      ]),
    ];
  },
  key: ({ sign }) => [{ glyph: "confirmed", label: sign }],
  draw,
};

function draw(data: MapData, layout: Layout): Drawing {
  const across = layout.name === "narrow" ? 1 : Math.min(2, data.panels.length) || 1;
  const width = (layout.width - (across - 1) * GAP) / across;
  const largest = Math.max(1, ...data.places.map((place) => place.count));
  const body: VNode[] = [];
  const hits: Hit[] = [];
  let y = 0;
  let rowHeight = 0;
  data.panels.forEach((panel, i) => {
    const x = (i % across) * (width + GAP);
    if (i % across === 0) {
      y += rowHeight;
      rowHeight = 0;
    }
    const places = data.places.filter((place) => data.panels.find((other) => holds(other, place)) === panel);
    const drawn = drawPanel(panel, data.panels.slice(0, i), places, width, largest);
    body.push(<g transform={`translate(${px(x)} ${px(y)})`}>{drawn.body}</g>);
    hits.push(...drawn.hits.map((hit) => ({ ...hit, x: px(hit.x + x), y: px(hit.y + y) })));
    rowHeight = Math.max(rowHeight, drawn.height + 14);
  });
  y += rowHeight;
  if (data.list.length > 0) {
    body.push(<path class="rule" d={`M0 ${px(y)}H${layout.width}`} />, ...textLines([data.listHeading], 0, y + 22, "bold"));
    y += 30;
  }
  for (const entry of data.list) {
    const lines = wrapText(entry.text, layout.width, TEXT_SIZE);
    const height = lines.length * LINE + 5;
    body.push(<g data-row={entry.id}>{textLines(lines, 0, y + 15)}</g>);
    hits.push({ x: 0, y: px(y), width: layout.width, height, label: entry.says, href: entry.href });
    y += height;
  }
  return { width: layout.width, height: Math.ceil(y + 2), hits, body: <g>{body}</g> };
}

function drawPanel(
  panel: MapPanel,
  elsewhere: readonly MapPanel[],
  places: readonly MapPlace[],
  width: number,
  largest: number,
): { body: VNode; hits: Hit[]; height: number } {
  const { projection, height } = project(panel, width);
  const points = places
    .map((place) => ({ place, at: projection([place.lon, place.lat])!, r: Math.sqrt(place.count / largest) * LARGEST }))
    .sort((a, b) => b.place.count - a.place.count || (a.place.id < b.place.id ? -1 : 1));
  // What another panel shows is only framed here, so that nobody takes it for empty.
  const frames = elsewhere
    .filter((other) => other.west >= panel.west && other.east <= panel.east && other.south >= panel.south && other.north <= panel.north)
    .map((other) => frame(other, projection));
  const labelled: LabelledPoint[] = points.map(({ place, at, r }) => ({
    id: place.id,
    x: at[0],
    y: at[1] + HEAD,
    r,
    label: `${place.label} ${place.count}`,
  }));
  const edge = { left: 0, right: width, top: HEAD + 4, bottom: HEAD + height };
  const taken = frames.map((frame) => ({
    left: frame.left,
    right: Math.max(frame.right, frame.left + textWidth(frame.label, TEXT_SIZE) + 8),
    top: frame.top + HEAD,
    bottom: frame.bottom + HEAD,
  }));
  const labels = placePointLabels(labelled, edge, taken);
  return {
    height: HEAD + height,
    hits: points.map(({ place, at, r }) => {
      const reach = Math.max(r + 3, 10);
      const left = Math.max(0, at[0] - reach);
      const top = Math.max(HEAD, at[1] + HEAD - reach);
      return {
        x: px(left),
        y: px(top),
        width: px(Math.min(width, at[0] + reach) - left),
        height: px(Math.min(HEAD + height, at[1] + HEAD + reach) - top),
        label: `${place.label}: ${place.says}`,
        href: place.href,
      };
    }),
    body: (
      <g>
        <path class="rule" d={`M0 .5H${px(width)}`} />
        <text class="second" x={0} y={18}>
          {panel.label}
        </text>
        <path class="land" d={coast(panel, width, projection)} transform={`translate(0 ${HEAD})`} />
        {frames.map((frame) => (
          <g>
            <path
              class="stem dashed"
              d={`M${px(frame.left)} ${px(frame.top + HEAD)}H${px(frame.right)}V${px(frame.bottom + HEAD)}H${px(frame.left)}z`}
            />
            <text class="second" x={px(frame.left + 4)} y={px((frame.top + frame.bottom) / 2 + HEAD + 5)}>
              {frame.label}
            </text>
          </g>
        ))}
        {labels.map(({ id, leader }) => {
          const from = leader && labelled.find((point) => point.id === id)!;
          return from && leader ? <path class="stem" d={`M${px(from.x)} ${px(from.y)}L${px(leader.x)} ${px(leader.y)}`} /> : null;
        })}
        {points.map(({ place, at, r }) => (
          <circle class="bubble" cx={px(at[0])} cy={px(at[1] + HEAD)} r={px(r)} data-row={place.id} />
        ))}
        {labels.map(({ x, y, label, anchor }) => textLines([label], x, y, `halo bold ${anchor}`))}
      </g>
    ),
  };
}
