import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatDays, formatShortDate } from "../format/dates.ts";
import { countInWords, formatNumber, listOf } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import type { Ledger, Row } from "../ledger/ledger.ts";
import { getFigure, getRow } from "../ledger/lookup.ts";
import { nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { linesOf, placeInside, type Point, readAtlas, regionMap, ringPath } from "./lib/atlas.ts";
import { figureSpec, readFigure } from "./lib/series.ts";
import { drawFinding, drawingOf, fitText, lineAcross, Linked, ofSide } from "./lib/signs.tsx";
import { breakText, LINE, write } from "./lib/text.tsx";

type Claim = Row<"region-claims">;

const ASK_NAMES = ["recognised", "zone", "talks", "frozen", "leaves"] as const satisfies Claim["asks"][];

const words = {
  head: line.max(16).describe("What happens to the part, in two words."),
  short: line.max(32).describe("More of that, no more than the claim says."),
  rest: line.max(20).optional().describe("What is asked of the rest of the region."),
  note: line.max(18).optional().describe("After the name of the text: an option, how it is known."),
};

const panelOptions = z.union([
  z.strictObject({ draft: id, option: z.number().int().optional(), ...words }),
  z.strictObject({ position: id, label: line.max(16), ...words }),
]);

const end = z.strictObject({ label: line.max(24), side: id });

const regionOptions = z.strictObject({
  map: id,
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
  ladder: z.tuple([end, end]).describe("What the first and the last text come nearest to, and for whom."),
  texts: z
    .array(panelOptions)
    .min(1)
    .describe(
      "The texts from one end of the ladder to the other: each a draft, perhaps one option of it, or a position.",
    ),
  asks: z.record(z.enum(ASK_NAMES), line).describe("What each kind of claim is called."),
  measure: z
    .strictObject({ text: line.max(80), figures: z.record(id, figureSpec) })
    .describe("How large the part is; `{name}` is a figure."),
  caveats: z.array(line.max(60)).max(2).describe("What the line and the colours are."),
});

type Options = z.infer<typeof regionOptions>;
type Scene = ReturnType<typeof readScene>;
type Panel = ReturnType<typeof readPanel>;

function readScene(ledger: Ledger, options: Options) {
  const { map, part, texts, measure } = options;
  const atlas = readAtlas(map);
  const event = getRow(ledger, "events", part.rest.event);
  const figures = Object.entries(measure.figures).map(([name, given]) => ({
    name,
    ...readFigure(ledger, given),
  }));
  return {
    options,
    atlas,
    panels: texts.map((text) => readPanel(ledger, text, atlas.names, options)),
    share: 1 - getFigure(event, part.rest.figure).value / 100,
    measure: figures.reduce(
      (text, { name, value }) => text.replace(`{${name}}`, formatNumber(value)),
      measure.text,
    ),
    rows: [event, ...figures.map(({ from }) => from)],
  };
}

/** A text with its claims, that on the disputed part first. Throws an Error for one without claims. */
function readPanel(
  ledger: Ledger,
  text: z.infer<typeof panelOptions>,
  regionNames: ReadonlyMap<string, string>,
  { part, asks }: Options,
) {
  const { head, short, rest = "" } = text;
  const option = "option" in text ? text.option : undefined;
  const row =
    "draft" in text ? getRow(ledger, "drafts", text.draft) : getRow(ledger, "positions", text.position);
  const note = text.note ?? (option === undefined ? undefined : `option ${countInWords(option)}`);
  const label = "label" in text ? text.label : "short" in row ? (row.short ?? "") : "";
  const href = "theme" in row ? hrefs.theme(row.theme) : hrefs.draft(row.id);
  const name = note ? `${label}, ${note}` : label;
  const claims = ledger["region-claims"]
    .filter((claim) => row.id === (claim.draft ?? claim.position) && (claim.option ?? option) === option)
    .sort((a, b) => Number(b.part !== undefined) - Number(a.part !== undefined))
    .map((claim) => {
      const names = listOf(claim.regions.map((region) => regionNames.get(region) ?? region));
      const { army, clause } = claim;
      return {
        ...claim,
        names: claim.part ? `${names}, ${part.name}` : names,
        href: clause ? `${href}#clause_${clause}` : href,
        asked: army ? `${getRow(ledger, "organisations", army).name} leaves` : asks[claim.asks],
      };
    });
  if (claims.length === 0) throw new Error(`no region-claims of ${label}`);
  const wholeOf = (region: string) => claims.find((claim) => !claim.part && claim.regions.includes(region));
  /** Its own, or that on its whole region. */
  const onPart: Claim | undefined = claims.find((claim) => claim.part ?? claim.regions.includes(part.region));
  return { name, label, note, date: row.date, href, head, short, rest, claims, onPart, wholeOf };
}

/** What each text asks of one region, and of a part of it: equal maps on a ladder from one answer to its opposite. */
export const regionMaps = withOptions(regionOptions, (ledger, options): View => {
  const scene = readScene(ledger, options);
  const { panels, share, rows } = scene;
  return {
    draw: (layout, finding = "") => draw(scene, layout, finding),
    table: tableOf(
      { text: "Text", date: "Date", regions: "Regions", asks: "What is asked", says: "In words" },
      panels.flatMap(({ name, date, claims }) =>
        claims.map(({ names: regions, href, asked: asks, says }) => ({
          ...{ text: { text: name, href }, date, regions, asks, says },
        })),
      ),
    ),
    values: {
      share: String(Math.round(share * 1000) / 10),
      texts: panels.length,
      asked: panels
        .map(({ name, claims }) => {
          const own = claims.filter(({ regions }) => regions.includes(options.part.region));
          return `${name}: ${listOf([...new Set(own.map(({ asked }) => asked))]) || "nothing on record"}`;
        })
        .join(". "),
      ...Object.fromEntries(
        ASK_NAMES.map((name) => [name, panels.filter(({ onPart }) => onPart?.asks === name).length]),
      ),
    },
    sources: sourcesOf(...panels.flatMap(({ claims }) => claims), ...rows),
  };
});

/** Colour of an area: of the side that a claim comes near; grey for a zone of its own, and for what is left open. */
function shadeOf(claim: Claim | undefined, { wholeOf }: Panel, { ladder: [first, last], part }: Options) {
  if (!claim) return undefined;
  if (claim.asks === "talks") return { class: "grey solid tint", side: undefined };
  if (claim.asks === "frozen") return { class: "solid", side: last.side };
  if (claim.asks !== "zone") return { class: "solid", side: first.side };
  const isRecognised = wholeOf(part.region)?.asks === "recognised";
  return isRecognised
    ? { class: "solid tint", side: first.side }
    : { class: "grey solid pale", side: undefined };
}

function draw(scene: Scene, layout: Layout, finding: string) {
  const { panels, options, measure } = scene;
  const { width, isNarrow, name } = layout;
  const gap = name === "full" ? 20 : 12;
  const columns = isNarrow ? 3 : panels.length;
  const cellWidth = (width - gap * (columns - 1)) / columns;
  const map = regionMap(scene.atlas, [options.part.region], cellWidth, isNarrow ? 84 : cellWidth * 0.83);
  const [first, last] = options.ladder;
  const top = isNarrow ? 0 : 64;
  const isOneYear = new Set(panels.map(({ date }) => date.slice(0, 4))).size === 1;
  const cells = panels.map((panel, i) => {
    const { label, note, date, short } = panel;
    const heads = [note ?? [], (isOneYear ? formatDays : formatShortDate)(date)].flat();
    // In more than one row, numbers give the order.
    return {
      panel,
      label: isNarrow ? `${i + 1} ${label}` : label,
      heads,
      words: breakText(short, cellWidth),
    };
  });
  const mapY = LINE * (Math.max(...cells.map(({ heads }) => heads.length)) + 1) + 2;
  const height = mapY + map.height + 22 + Math.max(...cells.map(({ words }) => words.length)) * LINE;
  const cellAt = (i: number) => ({
    x: (i % columns) * (cellWidth + gap),
    y: top + Math.floor(i / columns) * (height + 6),
  });
  const body = cells.map(({ panel, label, heads, words }, i) => {
    const { x, y } = cellAt(i);
    const { name, href, date, head, claims, onPart } = panel;
    fitText(label, cellWidth, "bold");
    fitText(head, cellWidth, "bold");
    const below = y + mapY + map.height + 18;
    return (
      <Linked
        label={`${name}, ${formatDate(date)}: ${nth(claims, 0).says}`}
        href={href}
        at={[x, y, cellWidth, height]}
      >
        {write(label, x, y + 14, "bold")}
        {write(heads, x, y + 14 + LINE, "second")}
        <g transform={`translate(${x} ${y + mapY})`}>{drawMap(panel, map, scene)}</g>
        {write(head, x, below, ofSide(shadeOf(onPart, panel, options)?.side, "bold own"))}
        {write(words, x, below + LINE)}
      </Linked>
    );
  });
  const bottom = top + Math.ceil(panels.length / columns) * (height + 6) - 6;
  const small = breakText(options.caveats.join(" "), width);
  if (isNarrow) {
    // Beside the last panel, if its row has room.
    const { x, y } = cellAt(panels.length);
    const said = drawFinding(finding, x, y + 14, width - x);
    const words = breakText(measure, width - x);
    const lowest = Math.max(bottom, said.bottom + 8 + words.length * LINE);
    return drawingOf(layout, lowest + 8 + small.length * LINE, [
      body,
      said.body,
      write(words, x, said.bottom + 22, "second"),
      write(small, 0, lowest + 20, "second"),
    ]);
  }
  return drawingOf(layout, bottom + 30 + small.length * LINE, [
    drawFinding(finding, 0, 17, width).body,
    write(`← ${first.label}`, 0, 44, ofSide(first.side, "bold own")),
    write(`${last.label} →`, width, 44, ofSide(last.side, "bold end own")),
    lineAcross("rule-ink", 54, width),
    <path class="rule-ink" d={panels.map((_, i) => `M${cellAt(i).x + cellWidth / 2} 51V57`).join("")} />,
    body,
    write(measure, 0, bottom + 24, "bold"),
    write(small, 0, bottom + 43, "second"),
  ]);
}

function drawMap(panel: Panel, map: ReturnType<typeof regionMap>, { atlas, share, options }: Scene): VNode[] {
  const { region, bearing } = options.part;
  const { part, rest, cut } = map.part(region, share, bearing);
  const whole = panel.wholeOf(region);
  const shade = (claim: Claim | undefined) => shadeOf(claim, panel, options);
  const isDark = (claim: Claim | undefined) => shade(claim)?.class === "solid";
  const area = (claim: Claim | undefined, d: string) => {
    const own = shade(claim);
    if (!own) return [];
    const land = <path class={`land ${ofSide(own.side, own.class)}`} d={d} />;
    return isDark(claim) ? [land] : [<path class="paper" d={d} />, land];
  };
  const name = (ring: readonly Point[], words: string, claim: Claim | undefined) => {
    const inside = ring[0] && placeInside(ring, linesOf(words));
    if (!inside) return undefined;
    const { lines, x, y } = inside;
    return write(lines, x, y + 5 - ((lines.length - 1) * LINE) / 2, isDark(claim) ? "on middle" : "middle");
  };
  // A line that is frozen leaves the rest as it is.
  const onRest = whole?.asks === "frozen" ? undefined : whole;
  const others = [...atlas.names].filter(([code]) => {
    const claim = panel.wholeOf(code);
    return code !== region && claim?.regions.includes(region) && claim.asks !== "frozen";
  });
  const words = name(rest, panel.rest, onRest);
  if (!words) throw new Error(`“${panel.rest}” does not fit on its map`);
  return [
    <path class="land" d={map.land} />,
    ...others.flatMap(([code]) => area(panel.wholeOf(code), map.region(code))),
    <path class="borders" d={map.borders} />,
    ...area(onRest, ringPath(rest)),
    ...area(panel.onPart, ringPath(part)),
    <path class="region-rim" d={map.region(region)} />,
    <path class={isDark(onRest) ? "cut cut-on" : "cut"} d={ringPath(cut, "")} />,
    ...words,
    ...others.flatMap(([code, words]) => name(map.ring(code), words, panel.wholeOf(code)) ?? []),
  ];
}
