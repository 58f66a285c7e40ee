import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatShortDate } from "../format/dates.ts";
import { formatNumber, listOf } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import type { Ledger, Row } from "../ledger/ledger.ts";
import { getRow } from "../ledger/lookup.ts";
import { nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { type Point, readAtlas, regionMap, ringPath } from "./lib/atlas.ts";
import { placeLabels } from "./lib/map-labels.ts";
import { figureSpec, readFigure } from "./lib/series.ts";
import { drawFinding, drawingOf, fitText, lineAcross, Linked, ofSide } from "./lib/signs.tsx";
import { blockOf, breakEvenly, LINE, widthOf, write } from "./lib/text.tsx";

type Claim = Row<"region-claims">;

const ASK_NAMES = ["recognised", "zone", "talks", "frozen", "leaves"] as const satisfies Claim["asks"][];

const textOptions = z.strictObject({
  draft: id.optional(),
  option: z.number().int().optional(),
  position: id.optional().describe("Instead of a draft; with a label."),
  label: line.max(16).optional(),
  note: line.max(18).optional().describe("After the name of the text: an option, how it is known."),
  head: line.max(16).describe("What happens to the part, in two words."),
  short: line.max(32).describe("More of that, no more than the claim says."),
  rest: line.max(20).optional().describe("What is asked of the rest of the region, if not the same."),
});

const end = z.strictObject({ label: line.max(24), side: id });

const regionOptions = z.strictObject({
  map: id,
  part: z
    .strictObject({
      region: line,
      name: line.max(30),
      bearing: z.number().min(0).max(360).describe("Degrees from north."),
      rest: figureSpec.describe("What the rest of the region makes up, per cent."),
    })
    .describe(
      "The part of a region that the texts disagree on: a share cut off towards a bearing, as a diagram.",
    ),
  ladder: z.tuple([end, end]).describe("What the first and the last text come nearest to, and for whom."),
  texts: z.array(textOptions).min(1).describe("From one end of the ladder to the other."),
  asks: z.record(z.enum(ASK_NAMES), line).describe("What each kind of claim is called."),
  measure: z
    .strictObject({ text: line.max(150), figures: z.record(id, figureSpec) })
    .describe("The part, then how large it is; `{name}` is a figure, `{share}` its share in %."),
  color: line.max(70).describe("What has the colour of the first end."),
  caveats: line.max(120).describe("What the line and other colours are."),
});

type Options = z.infer<typeof regionOptions>;
type Scene = ReturnType<typeof readScene>;
type Panel = ReturnType<typeof readPanel>;

function readScene(ledger: Ledger, options: Options) {
  const { map, part, texts, measure } = options;
  const atlas = readAtlas(map);
  const rest = readFigure(ledger, part.rest);
  const figures = Object.entries(measure.figures).map(([name, figure]) => {
    const { value, from } = readFigure(ledger, figure);
    return { name, from, words: formatNumber(value) };
  });
  return {
    ...{ options, atlas, share: 1 - rest.value / 100 },
    panels: texts.map((text) => readPanel(ledger, text, atlas.names, options)),
    measure: figures.reduce(
      (text, { name, words }) => text.replace(`{${name}}`, words),
      measure.text.replace("{share}", String(Math.round(100 - rest.value))),
    ),
    sizes: Object.fromEntries(figures.map(({ name, words }) => [name, words])),
    rows: [rest, ...figures].map(({ from }) => from),
  };
}

function readPanel(
  ledger: Ledger,
  text: Options["texts"][number],
  regionNames: ReadonlyMap<string, string>,
  { part, asks }: Options,
) {
  const { draft, position = "", option, note } = text;
  const row = draft ? getRow(ledger, "drafts", draft) : getRow(ledger, "positions", position);
  const { label = row.short ?? "" } = text;
  const href = "theme" in row ? hrefs.theme(row.theme) : hrefs.draft(row.id);
  const claims = ledger["region-claims"]
    .filter((claim) => row.id === (claim.draft ?? claim.position) && (claim.option ?? option) === option)
    .sort((a, b) => Number(b.part !== undefined) - Number(a.part !== undefined))
    .map((claim) => {
      const { army, clause, regions } = claim;
      const names = listOf(regions.map((region) => regionNames.get(region) ?? region));
      return {
        ...claim,
        names: claim.part ? `${names}, ${part.name}` : names,
        href: clause ? `${href}#clause_${clause}` : href,
        asked: army ? `${getRow(ledger, "organisations", army).name} leaves` : asks[claim.asks],
      };
    });
  if (claims.length === 0) throw new Error(`no region-claims of ${label}`);
  const wholeOf = (region: string) => claims.find((claim) => !claim.part && claim.regions.includes(region));
  const onPart: Claim | undefined = claims.find((claim) => claim.part ?? claim.regions.includes(part.region));
  const name = note ? `${label}, ${note}` : label;
  return { ...text, name, label, date: row.date, href, claims, onPart, wholeOf };
}

export const regionMaps = withOptions(regionOptions, (ledger, options): View => {
  const scene = readScene(ledger, options);
  const { panels, share, sizes, rows } = scene;
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
      ...sizes,
      share: String(Math.round(share * 1000) / 10),
      texts: panels.length,
      asked: panels
        .map(({ name, claims }) => {
          const own = claims.filter(({ regions }) => regions.includes(options.part.region));
          return `${name}: ${listOf([...new Set(own.map(({ asked }) => asked))]) || "nothing recorded"}`;
        })
        .join(". "),
      ...Object.fromEntries(
        ASK_NAMES.map((name) => [name, panels.filter(({ onPart }) => onPart?.asks === name).length]),
      ),
    },
    sources: sourcesOf(...panels.flatMap(({ claims }) => claims), ...rows),
  };
});

/** Fill and side of an area: of the side that a claim comes near; grey for a zone of its own, none for what is left open. */
function shadeOf(claim: Claim | undefined, { wholeOf }: Panel, { ladder: [first, last], part }: Options) {
  const isOwnZone = claim?.asks === "zone" && wholeOf(part.region)?.asks !== "recognised";
  if (isOwnZone) return { fill: "grey solid pale" };
  if (claim?.asks === "talks") return undefined;
  const { side } = claim?.asks === "frozen" ? last : first;
  return claim && { fill: claim.asks === "zone" ? "solid tint" : "solid", side };
}

function draw(scene: Scene, layout: Layout, finding: string) {
  const { panels, options, measure } = scene;
  const { width, isNarrow, name } = layout;
  const gap = name === "full" ? 20 : isNarrow ? 6 : 12;
  const columns = isNarrow ? 3 : panels.length;
  const cellWidth = (width - gap * (columns - 1)) / columns;
  const map = regionMap(scene.atlas, [options.part.region], cellWidth, isNarrow ? 80 : cellWidth * 0.83);
  const [first, last] = options.ladder;
  const said = drawFinding(finding, 0, 17, width);
  const scaleY = said.bottom + (isNarrow ? 16 : 22);
  const top = scaleY + (isNarrow ? 10 : 18);
  const numberOf = (i: number) => (isNarrow ? `${i + 1}. ` : "");
  const cells = panels.map((panel, i) => {
    const { label, note, date, short } = panel;
    const heads = [note ?? [], formatShortDate(date)].flat();
    // In more than one row, numbers give the order.
    return { panel, label: numberOf(i) + label, heads, words: breakEvenly(short, cellWidth) };
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
  // On a phone in a cell of its own, without how large the part is.
  const { x, y } = isNarrow ? cellAt(panels.length) : { x: 0, y: bottom + 10 };
  const words = blockOf(
    [
      [isNarrow ? measure.replace(/(?<=\.) .*/, "") : measure, "bold"],
      [options.color, ofSide(first.side, "own")],
      [options.caveats, "second"],
    ],
    width - x,
  );
  const [from, to] = [
    `${numberOf(0) || "← "}${first.label}`,
    `${numberOf(panels.length - 1)}${last.label}${isNarrow ? "" : " →"}`,
  ];
  return drawingOf(layout, Math.max(bottom, y + words.height) + 6, [
    said.body,
    write(from, 0, scaleY, ofSide(first.side, "bold own")),
    lineAcross("rule-ink", scaleY - 5, width - widthOf(to, "bold") - 8, widthOf(from, "bold") + 8),
    write(to, width, scaleY, ofSide(last.side, "bold end own")),
    body,
    words.draw(x, y + 14),
  ]);
}

function drawMap(panel: Panel, map: ReturnType<typeof regionMap>, { atlas, share, options }: Scene): VNode[] {
  const { region, bearing } = options.part;
  const { part, rest, cut } = map.part(region, share, bearing);
  const whole = panel.wholeOf(region);
  const shade = (claim: Claim | undefined) => shadeOf(claim, panel, options);
  const isDark = (claim: Claim | undefined) => shade(claim)?.fill === "solid";
  const area = (claim: Claim | undefined, d: string) => {
    const own = shade(claim);
    if (!own) return [];
    const land = <path class={`land ${ofSide(own.side, own.fill)}`} d={d} />;
    return isDark(claim) ? [land] : [<path class="paper" d={d} />, land];
  };
  // A line that is frozen leaves the rest as it is.
  const onRest = whole?.asks === "frozen" ? undefined : whole;
  const others = [...atlas.names].filter(([code]) => {
    const claim = panel.wholeOf(code);
    return code !== region && claim?.regions.includes(region) && shade(claim) && claim.asks !== "frozen";
  });
  const named: [Point[], string, Claim | undefined][] = [
    [rest, panel.rest ?? "", onRest],
    ...others.map(([code, name]): (typeof named)[number] => [map.ring(code), name, panel.wholeOf(code)]),
  ];
  const wanted = named.map(([ring, words]) => ({ words, classes: "", rings: [ring], isWithin: true }));
  const names = placeLabels(wanted, [], [map.width, map.height]).map((place, i) => {
    if (!place) return undefined;
    const { box } = place;
    const classes = isDark(named[i]?.[2]) ? "on middle" : "middle";
    return write(nth(wanted, i).words, (box.left + box.right) / 2, box.top + 13, classes);
  });
  if (panel.rest && !names[0]) throw new Error(`“${panel.rest}” does not fit on its map`);
  return [
    <path class="land" d={map.land} />,
    ...others.flatMap(([code]) => area(panel.wholeOf(code), map.region(code))),
    <path class="borders" d={map.borders} />,
    ...area(onRest, ringPath(rest)),
    ...area(panel.onPart, ringPath(part)),
    <path class="region-rim" d={map.region(region)} />,
    <path class={isDark(onRest) ? "cut cut-on" : "cut"} d={ringPath(cut, "")} />,
    <>{names}</>,
  ];
}
