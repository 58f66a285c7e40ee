import type { VNode } from "preact";
import { type Certainty, certaintyKey, type CertaintyWords, refuseRows } from "../certainty.ts";
import { areaOf, type Drawing, type Hit, type Kind, type Layout, px, reasons, type Row } from "../drawing.ts";
import { drawingOf } from "../glyphs.tsx";
import { coast, frame, holds, type MapPanel, project } from "../map-panels.ts";
import { placePointLabels } from "../point-labels.ts";
import { breakText, LINE, textLines, widthOf } from "../text-lines.tsx";

/** A place with what is counted there. */
export interface MapPlace extends Row {
  label: string;
  /** Degrees north and east. */
  lat: number;
  lon: number;
  /** A whole number of at least one. */
  count: number;
  /** How sure the least sure of what is counted is, if not confirmed. */
  unsure?: Certainty | undefined;
}

/** Places on maps. A place stands on the first panel that holds it. What has no place is listed below. */
export interface MapData {
  panels: MapPanel[];
  places: MapPlace[];
  /** What the size of a sign says, for the key. */
  sign: string;
  /** Heading of the list; not drawn if the list is empty. */
  listHeading: string;
  list: (Row & { text: string; certainty: Certainty })[];
  words: CertaintyWords;
}

/** Radius of the largest sign, px. */
const LARGEST = 15;
/** Between two panels, px: so wide that two take the width of a narrow layout each, and a page has each coast once. */
const GAP = 40;
const HEAD = 26;

/**
 * Signs on silhouettes of land, their areas proportional to counts, each with its name and number as far as labels find
 * room. Refuses counts that are no whole numbers of at least one, places outside all panels, panels without an area,
 * repeated ids, and a certainty without its word for the key.
 */
export const map: Kind<MapData> = {
  refuse: reasons(function* ({ panels, places, list, words }) {
    for (const { id, west, east, south, north } of panels)
      if (!(west < east && south < north && south > -90 && north < 90)) yield `panel \`${id}\` has no area`;
    yield* refuseRows([...places.map(({ id, unsure }) => ({ id, certainty: unsure ?? "confirmed" })), ...list], words);
    for (const place of places) {
      if (!(Number.isInteger(place.count) && place.count >= 1)) yield `place \`${place.id}\` has the count ${place.count}`;
      if (!panels.some((panel) => holds(panel, place))) yield `place \`${place.id}\` lies on no panel: ${place.lat}, ${place.lon}`;
    }
  }),
  key: ({ sign, words, places, list }) => [
    { glyph: "confirmed", label: sign },
    ...certaintyKey([...places.flatMap(({ unsure }) => (unsure ? { certainty: unsure } : [])), ...list], words).filter(
      ({ glyph }) => glyph !== "confirmed",
    ),
  ],
  draw,
};

function draw(data: MapData, layout: Layout): Drawing {
  const prefix = `map-${layout.name}`;
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
    const drawn = drawPanel(panel, data.panels.slice(0, i), places, { width, largest, prefix });
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
    const lines = breakText(entry.text, layout.width - 18);
    const height = lines.length * LINE + 5;
    body.push(
      <g data-row={entry.id}>
        <use href={`#${prefix}-${entry.certainty}`} x={6} y={px(y + 10)} />
        {textLines(lines, 18, y + 15)}
      </g>,
    );
    hits.push({ x: 0, y: px(y), width: layout.width, height, label: entry.says, href: entry.href });
    y += height;
  }
  const names = [...data.places.flatMap(({ unsure }) => unsure ?? []), ...data.list.map(({ certainty }) => certainty)];
  return drawingOf({ layout, height: Math.ceil(y + 2), hits, prefix, names }, <>{body}</>);
}

function drawPanel(
  panel: MapPanel,
  elsewhere: readonly MapPanel[],
  places: readonly MapPlace[],
  { width, largest, prefix }: { width: number; largest: number; prefix: string },
): { body: VNode; hits: Hit[]; height: number } {
  const { projection, height } = project(panel, width);
  const bottom = HEAD + height;
  const points = places
    .map((place) => {
      const [x, y] = projection([place.lon, place.lat])!;
      return { id: place.id, place, x, y: y + HEAD, r: Math.sqrt(place.count / largest) * LARGEST, label: `${place.label} ${place.count}` };
    })
    .sort((a, b) => b.place.count - a.place.count || (a.id < b.id ? -1 : 1));
  // What another panel shows is only framed here, so that nobody takes it for empty.
  const frames = elsewhere
    .filter((other) => other.west >= panel.west && other.east <= panel.east && other.south >= panel.south && other.north <= panel.north)
    .map((other) => {
      const { left, right, top, bottom } = frame(other, projection);
      return { label: other.label, left, right, top: top + HEAD, bottom: bottom + HEAD };
    });
  const labels = placePointLabels(
    points,
    { left: 0, right: width, top: HEAD + 4, bottom },
    frames.map((frame) => ({ ...frame, right: Math.max(frame.right, frame.left + widthOf(frame.label) + 8) })),
  );
  return {
    height: bottom,
    hits: points.map(({ place, x, y, r }) => {
      const reach = Math.max(r + 3, 10);
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach)];
      const area = areaOf({ left, right, top: Math.max(HEAD, y - reach), bottom: Math.min(bottom, y + reach) });
      return { ...area, label: `${place.label}: ${place.says}`, href: place.href };
    }),
    body: (
      <g>
        <path class="rule" d={`M0 .5H${px(width)}`} />
        {textLines([panel.label], 0, 18, "second")}
        <path class="land" d={coast(panel, width, projection)} transform={`translate(0 ${HEAD})`} />
        {frames.map(({ label, left, right, top, bottom }) => (
          <g>
            <path class="stem dashed" d={`M${px(left)} ${px(top)}H${px(right)}V${px(bottom)}H${px(left)}z`} />
            {textLines([label], left + 4, (top + bottom) / 2 + 5, "second")}
          </g>
        ))}
        {labels.map(({ id, leader }) => {
          const from = points.find((point) => point.id === id)!;
          return leader && <path class="stem" d={`M${px(from.x)} ${px(from.y)}L${px(leader.x)} ${px(leader.y)}`} />;
        })}
        {points.map(({ id, x, y, r }) => (
          <circle class="bubble" cx={px(x)} cy={px(y)} r={px(r)} data-row={id} />
        ))}
        {points.map(
          ({ place, x, y, r }) => place.unsure && <use href={`#${prefix}-${place.unsure}`} x={px(x + r * 0.75)} y={px(y - r * 0.75)} />,
        )}
        {labels.map(({ x, y, label, anchor }) => textLines([label], x, y, `halo bold ${anchor}`))}
      </g>
    ),
  };
}
