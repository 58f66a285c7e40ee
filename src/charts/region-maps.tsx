import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatDays, formatShortDate } from "../format/dates.ts";
import { countInWords, formatNumber, listOf } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import type { Ledger, Row } from "../ledger/ledger.ts";
import { findRow, getFigure, getRow } from "../ledger/lookup.ts";
import { expectDefined, nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { type Atlas, linesOf, placeInside, readAtlas, regionMap, ringPath } from "./lib/atlas.ts";
import { drawFinding, drawingOf, fitText, lineAcross, Linked, ofSide } from "./lib/signs.tsx";
import { breakText, LINE, write, widest } from "./lib/text.tsx";

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

const figure = z.strictObject({ row: id.describe("An event or a reason."), figure: id });
const end = z.strictObject({ label: line.max(24), side: id });

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
  ladder: z.tuple([end, end]).describe("What the first and the last text come nearest to, and for whom."),
  texts: z
    .array(panelOptions)
    .min(1)
    .describe(
      "The texts from one end of the ladder to the other: each a draft, perhaps one option of it, or a position.",
    ),
  asks: z.record(z.enum(ASK_NAMES), line).describe("What each kind of claim is called."),
  measure: z
    .strictObject({ text: line.max(80), figures: z.record(id, figure) })
    .optional()
    .describe("How large the part is; `{name}` is a figure."),
  caveats: z
    .array(line.max(60))
    .max(2)
    .describe("What the line and the colours are; on a phone the first alone."),
});

type Options = z.infer<typeof regionOptions>;
/** A text with its claims, that on the disputed part first. */
type Panel = ReturnType<typeof makePanel>;

interface Scene {
  atlas: Atlas;
  panels: Panel[];
  options: Options;
  share: number;
  measure: string;
  finding: string;
}

/** What each text asks of one region, and of a part of it: equal maps on a ladder from one answer to its opposite. */
export const regionMaps = withOptions(regionOptions, (ledger, options): View => {
  const { map, part, texts, measure } = options;
  const atlas = readAtlas(map);
  const panels = texts.map((text) => makePanel(ledger, text, atlas, options));
  const event = getRow(ledger, "events", part.rest.event);
  const rest = getFigure(event, part.rest.figure).value;
  const placedClaims = panels.flatMap((panel) => panel.claims.map((claim) => ({ panel, claim })));
  const figures = Object.entries(measure?.figures ?? {}).map(([name, { row, figure }]) => {
    const from = findRow(ledger, "events", row) ?? getRow(ledger, "reasons", row);
    const found = from.figures.find(({ id }) => id === figure);
    return { name, from, value: expectDefined(found, `figure \`${figure}\` in \`${row}\``).value };
  });
  const textsThat = (asks: Claim["asks"]) =>
    panels.filter((panel) => onPart(panel, part.region)?.asks === asks).length;
  const share = 1 - rest / 100;
  return {
    draw: (layout, finding = "") =>
      draw(
        {
          atlas,
          panels,
          options,
          share,
          finding,
          measure: figures.reduce(
            (text, { name, value }) => text.replace(`{${name}}`, formatNumber(value)),
            measure?.text ?? "",
          ),
        },
        layout,
      ),
    table: tableOf(
      { text: "Text", date: "Date", regions: "Regions", asks: "What is asked", says: "In words" },
      placedClaims.map(({ panel: { label, note, date }, claim: { names, href, asked, says } }) => ({
        text: { text: note ? `${label}, ${note}` : label, href },
        date,
        regions: names,
        asks: asked,
        says,
      })),
    ),
    values: {
      share: String(Math.round(share * 1000) / 10),
      fraction: `1/${Math.round(1 / share)}`,
      texts: panels.length,
      asked: panels
        .map((panel) => {
          const own = panel.claims.filter(({ regions }) => regions.includes(part.region));
          const asked = listOf([...new Set(own.map((claim) => claim.asked))]) || "nothing on record";
          return `${panel.label}${panel.note ? `, ${panel.note}` : ""}: ${asked}`;
        })
        .join(". "),
      ...Object.fromEntries(ASK_NAMES.map((name) => [name, textsThat(name)])),
    },
    sources: sourcesOf(...placedClaims.map(({ claim }) => claim), event, ...figures.map(({ from }) => from)),
  };
});

/** Throws an Error for a text without claims. */
function makePanel(
  ledger: Ledger,
  text: z.infer<typeof panelOptions>,
  atlas: Atlas,
  { part, asks }: Options,
) {
  const { head, short, rest = "" } = text;
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
      };
    });
  return { ...source, head, short, rest, claims };
}

function textOf(ledger: Ledger, text: z.infer<typeof panelOptions>) {
  const { note } = text;
  if ("position" in text) {
    const { id, date, theme } = getRow(ledger, "positions", text.position);
    return { id, date, note, label: text.label, href: hrefs.theme(theme) };
  }
  const { id, short, date } = getRow(ledger, "drafts", text.draft);
  const { option } = text;
  const optionNote = option === undefined ? note : (note ?? `option ${countInWords(option)}`);
  return { id, date, note: optionNote, label: short, href: hrefs.draft(id), option };
}

/** The claim on the part: its own, or that on its whole region. */
function onPart({ claims }: Panel, region: string): Claim | undefined {
  return claims.find((claim) => claim.part ?? claim.regions.includes(region));
}

/** Colour of an area: of the side that a claim comes near, paler for a zone; grey for what is left open. */
function shadeOf(claim: Claim | undefined, wholeOf: (region: string) => Claim | undefined, options: Options) {
  const [first, last] = options.ladder;
  if (!claim) return undefined;
  if (claim.asks === "talks") return { class: "grey solid tint", side: undefined };
  if (claim.asks === "frozen") return { class: "solid", side: last.side };
  if (claim.asks !== "zone") return { class: "solid", side: first.side };
  const isRecognised = wholeOf(options.part.region)?.asks === "recognised";
  return { class: isRecognised ? "solid tint" : "solid pale", side: first.side };
}

const GAP = 12;

function draw(scene: Scene, layout: Layout) {
  const { panels, options, finding, measure } = scene;
  const { width, isNarrow, name } = layout;
  const gap = name === "full" ? 20 : GAP;
  const columns = isNarrow ? 3 : panels.length;
  const cellWidth = (width - gap * (columns - 1)) / columns;
  const mapWidth = Math.floor(isNarrow ? cellWidth - 8 : cellWidth);
  const map = regionMap(scene.atlas, [options.part.region], mapWidth);
  const [first, last] = options.ladder;
  const ends = [
    ...write([`← ${first.label}`], 0, 15, `bold ${ofSide(first.side, "own")}`),
    ...write([`${last.label} →`], width, 15, `bold end ${ofSide(last.side, "own")}`),
  ];
  const top = isNarrow ? 24 : 38;
  const isOneYear = new Set(panels.map(({ date }) => date.slice(0, 4))).size === 1;
  const dateOf = ({ date }: Panel) => (isOneYear ? formatDays : formatShortDate)(date);
  const headsOf = (panel: Panel) =>
    isNarrow ? [panel.note ?? dateOf(panel)] : [...(panel.note ? [panel.note] : []), dateOf(panel)];
  const headLines = Math.max(...panels.map((panel) => headsOf(panel).length));
  const mapY = LINE * (headLines + 1) + 4;
  const shortLines = panels.map(({ short }) => breakText(short, cellWidth));
  const cellHeight = mapY + map.height + 22 + Math.max(...shortLines.map(({ length }) => length)) * LINE;
  const cellAt = (i: number) => {
    const row = Math.floor(i / columns);
    return { x: (i % columns) * (cellWidth + gap), y: top + row * (cellHeight + 12) };
  };
  const cells = panels.map((panel, i) => {
    const { x, y } = cellAt(i);
    const { label, href, date, head, claims, note } = panel;
    fitText(label, cellWidth, "bold");
    fitText(head, cellWidth, "bold");
    const wholeOf = (region: string) => claims.find((claim) => !claim.part && claim.regions.includes(region));
    const shade = shadeOf(onPart(panel, options.part.region), wholeOf, options);
    const isPlain = shade?.class.includes("pale") ?? true;
    const below = y + mapY + map.height + 18;
    const says = nth(claims, 0).says;
    return (
      <Linked
        label={`${label}${note ? `, ${note}` : ""}, ${formatDate(date)}: ${says}`}
        href={href}
        at={[x, y, cellWidth, cellHeight]}
      >
        {write([label], x, y + 14, "bold")}
        {write(headsOf(panel), x, y + 14 + LINE, "second")}
        <g transform={`translate(${x} ${y + mapY})`}>{drawMap(panel, map, scene, wholeOf)}</g>
        {write([head], x, below, `bold ${isPlain ? "" : ofSide(shade?.side, "own")}`.trim())}
        {write(nth(shortLines, i), x, below + LINE)}
      </Linked>
    );
  });
  const rows = Math.ceil(panels.length / columns);
  const bottom = top + rows * (cellHeight + 12) - 12;
  const { caveats } = options;
  if (isNarrow) {
    // Where the last row has room, the finding is in it.
    const at = panels.length % columns;
    const { x, y } = cellAt(at === 0 ? rows * columns : panels.length);
    const room = at === 0 ? width : width - x;
    const said = drawFinding(finding, x, y + 14, room);
    const small = [measure, ...caveats.slice(0, 1)].flatMap((text) => breakText(text, room));
    const smallY = said.bottom + 22;
    return drawingOf(layout, Math.max(bottom, smallY + (small.length - 1) * LINE + 5), [
      ...ends,
      ...cells,
      ...said.body,
      ...write(small, x, smallY, "second"),
    ]);
  }
  const half = widest([first.label, last.label], "bold") + 30;
  return drawingOf(layout, bottom + 48, [
    ...ends,
    ...drawFinding(finding, width / 2, 15, width - 2 * half, "middle").body,
    lineAcross("rule-ink", 26, width),
    <path class="rule-ink" d={panels.map((_, i) => `M${cellAt(i).x + cellWidth / 2} 23V29`).join("")} />,
    ...cells,
    ...write([measure], 0, bottom + 24, "bold"),
    ...write([caveats.join(" ")], 0, bottom + 43, "second"),
  ]);
}

function drawMap(
  panel: Panel,
  map: ReturnType<typeof regionMap>,
  { atlas, share, options }: Scene,
  wholeOf: (region: string) => Claim | undefined,
): VNode {
  const { region, bearing } = options.part;
  const { part, rest, cut } = map.part(region, share, bearing);
  const whole = wholeOf(region);
  const isFrozen = whole?.asks === "frozen";
  const shadeFor = (claim: Claim | undefined) => shadeOf(claim, wholeOf, options);
  const area = (shade: ReturnType<typeof shadeOf>, d: string) =>
    shade && (
      <>
        {shade.class !== "solid" && <path class="paper" d={d} />}
        <path class={`land ${ofSide(shade.side, shade.class)}`} d={d} />
      </>
    );
  // A line that is frozen leaves the rest as it is.
  const restShade = isFrozen ? undefined : shadeFor(whole);
  const others = [...atlas.names.keys()].filter((code) => code !== region);
  const inside = panel.rest && placeInside(rest, linesOf(panel.rest));
  if (inside === undefined) throw new Error(`“${panel.rest}” does not fit on its map`);
  const isDark = restShade?.class === "solid";
  return (
    <>
      <path class="land" d={map.land} />
      {others.map((code) => {
        const claim = wholeOf(code);
        return (
          claim?.regions.includes(region) &&
          claim.asks !== "frozen" &&
          area(shadeFor(claim), map.region(code))
        );
      })}
      <path class="borders" d={map.borders} />
      {area(restShade, ringPath(rest))}
      {area(shadeFor(onPart(panel, region)), ringPath(part))}
      <path class="region-rim" d={map.region(region)} />
      <path class={isDark ? "cut cut-on" : "cut"} d={ringPath(cut, "")} />
      {inside &&
        write(
          inside.lines,
          inside.x,
          inside.y + 5 - ((inside.lines.length - 1) * LINE) / 2,
          isDark ? "on middle" : "middle",
        )}
    </>
  );
}
