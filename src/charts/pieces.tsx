import { range, sum } from "d3";
import { z } from "zod";
import { formatShortDate } from "../format/dates.ts";
import { capitalize } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { getRow } from "../ledger/lookup.ts";
import { expectDefined } from "../expect-defined.ts";
import { announcementsOf, lessSure, STAGES } from "./deliveries.tsx";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import {
  drawBracket,
  drawFinding,
  drawingOf,
  type Fill,
  fillOf,
  fitText,
  Linked,
  ofSide,
} from "./lib/signs.tsx";
import { readFigure } from "./lib/series.ts";
import { blockOf, breakText, LINE, widthOf, write } from "./lib/text.tsx";

/** A jet about 14 px wide around the origin. */
const SIGN = "M0 -7L6 5.5L0 2.8L-6 5.5z";

const groupSpec = z.strictObject({
  name: line.max(9),
  by: line.max(8),
  delivery: id.optional().describe("A delivery with a quantity; or an event with figures."),
  event: id.optional(),
  low: id.optional(),
  high: id.optional(),
  isAbout: z.boolean().default(false).describe("Whether its source says “about”."),
});

const pieceOptions = z.strictObject({
  category: line.describe("Category of the deliveries that are drawn; those without a number are named."),
  side: id.optional(),
  given: groupSpec
    .extend({
      counted: line.max(12),
      remark: line.max(64),
      also: z.array(id).describe("Events that the remark rests on."),
    })
    .describe("What a delivery promised, and an event says was handed over."),
  intended: z.array(groupSpec).min(1).max(2),
});

type Options = z.infer<typeof pieceOptions>;
type Spec = z.infer<typeof groupSpec>;
type Scene = ReturnType<typeof readPieces>;
type Group = Scene["handed"];

function readPieces(ledger: Ledger, { category, given, intended }: Options) {
  const announced = announcementsOf(ledger).filter((row) => row.category === category);
  const readDelivery = ({ delivery, name, by, isAbout }: Spec) => {
    const found = announced.find(({ id, quantity }) => id === delivery && quantity !== undefined);
    const row = expectDefined(found, `number of \`${delivery}\`, a delivery of category \`${category}\``);
    return { ...row, ...{ name, by, isAbout, low: row.quantity ?? 0, high: row.quantity ?? 0 } };
  };
  const readEvent = ({ event: id = "", low: least = "", high = least, ...group }: Spec, stage: string) => {
    const read = (figure: string) => readFigure(ledger, { row: id, figure });
    const { from, value: low, certainty, href } = read(least);
    return {
      ...{ ...group, date: from.date, stage, low, high: read(high).value },
      certainty: lessSure(from.status, certainty),
      says: [from.statement, from.note].filter(Boolean).join(" "),
      href,
      sources: from.sources,
    };
  };
  const promised = readDelivery(given);
  const handed = readEvent(given, STAGES.delivered);
  if (promised.low < handed.low) throw new Error(`more ${given.name} were handed over than promised`);
  return {
    ...{ handed, promised },
    intended: intended.map((group): typeof handed =>
      group.delivery ? readDelivery(group) : readEvent(group, STAGES.intent),
    ),
    open: announced.filter(({ quantity }) => quantity === undefined),
  };
}

export const pieces = withOptions(pieceOptions, (ledger, options): View => {
  const scene = readPieces(ledger, options);
  const { handed, promised, intended, open } = scene;
  const groups = [handed, promised, ...intended];
  const also = options.given.also.map((id) => getRow(ledger, "events", id));
  return {
    draw: (layout, finding = "") => draw(scene, options, layout, finding),
    table: tableOf(
      {
        what: "What",
        by: "From",
        stage: "Stage",
        date: "Date",
        low: "Lowest number",
        high: "Highest number",
        certainty: "How it is known",
        says: "What is said",
      },
      [...groups, ...open].map(({ name, href, ...row }) => ({ ...row, what: { text: name, href } })),
    ),
    values: {
      given: handed.low,
      promised: promised.low,
      low: String(sum(intended, ({ low }) => low)),
      high: String(sum(intended, ({ high }) => high)),
      asOf: formatShortDate(handed.date),
    },
    sources: sourcesOf(handed, ...also, ...groups, ...open),
  };
});

function numberOf({ low, high, isAbout }: Pick<Group, "low" | "high" | "isAbout">) {
  return `${isAbout ? "about " : ""}${low}${high > low ? ` to ${high}` : ""}`;
}

const labelOf = ({ name, by, stage, date, says }: Group) =>
  `${name}, ${by}, ${stage}, ${formatShortDate(date)}: ${says}`;

function draw(
  { handed, promised, intended, open }: Scene,
  { side, given }: Options,
  layout: Layout,
  finding: string,
) {
  const { width, isNarrow } = layout;
  const pitch = isNarrow ? 17 : 20;
  const own = ofSide(side, "own");
  const drawPieces = (count: number, fill: Fill, x: number, y: number, perLine = count) => (
    <g class={ofSide(side, "")}>
      {range(count).map((i) => {
        const place = {
          x: x + ((i % perLine) + 0.5) * pitch,
          y: y + (Math.floor(i / perLine) + 0.5) * pitch,
        };
        return <use class={`${fill} fine`} href="#jet" {...place} />;
      })}
    </g>
  );

  const paperX = isNarrow ? 0 : 200;
  const givenWidth = isNarrow ? width : paperX - 24;
  const fill = fillOf(handed.certainty);
  const rest = promised.low - handed.low;
  const number = String(handed.low);
  const marksY = 46;
  const [restX, restY] = isNarrow ? [handed.low * pitch + 14, marksY] : [0, marksY + pitch + 12];
  const words = blockOf([
    [`${handed.name} handed over`, `bold ${own}`],
    [`${given.counted}, ${formatShortDate(handed.date)}`, "second"],
  ]);
  let y = restY + pitch + 20;
  const remarks = [given.remark, ...open.map(({ name, stage }) => `${name} ${stage}, number not given.`)].map(
    (text) => {
      const [at, lines] = [y, breakText(text, givenWidth)];
      y += lines.length * LINE + (isNarrow ? 0 : 8);
      return write(lines, 0, at, "second");
    },
  );

  const paperTop = isNarrow ? y - 4 : 0;
  const said = drawFinding(finding, paperX, paperTop + (isNarrow ? 21 : 17), width - paperX);
  const blockWidth = isNarrow ? width : (width - paperX + 20) / intended.length - 20;
  // Rows of ten or twenty are easy to count.
  const perLine = Math.floor(blockWidth / pitch / 10) * 10;
  const heightOf = (count: number) => Math.ceil(count / perLine) * pitch;
  let bottom = said.bottom + 8;
  const blocks = intended.map((group, i) => {
    const { low, high, name, by, date } = group;
    const [x, top] = isNarrow ? [0, bottom] : [paperX + i * (blockWidth + 20), said.bottom + 12];
    const more = high - low;
    const piecesY = top + (isNarrow ? 22 : 42);
    const moreY = piecesY + heightOf(low) + 30;
    const end = more > 0 ? moreY + heightOf(more) : piecesY + heightOf(low);
    const words = capitalize(`${numberOf(group)} ${name}`);
    const from = `${by}, ${formatShortDate(date)}`;
    fitText(words, isNarrow ? width - widthOf(from) : blockWidth, "bold");
    bottom = Math.max(bottom, end + 10);
    return (
      <Linked label={labelOf(group)} href={group.href} at={[x, top, blockWidth, end - top]}>
        {write(words, x, top + 15, "bold")}
        {isNarrow ? write(from, width, top + 15, "second end") : write(from, x, top + 33, "second")}
        {drawPieces(low, "dotted", x, piecesY, perLine)}
        {more > 0 && [
          drawBracket(x + 2, x + Math.min(more, perLine) * pitch - 2, moreY - 7, 5),
          drawPieces(more, "dotted", x, moreY, perLine),
          write(`or up to ${more} more`, x, moreY - 13, "bold"),
        ]}
      </Linked>
    );
  });
  return drawingOf(layout, Math.max(bottom, y), [
    <defs>
      <path id="jet" d={SIGN} transform={`scale(${pitch / 17})`} />
    </defs>,
    <Linked label={labelOf(handed)} href={handed.href} at={[0, 0, givenWidth, marksY + pitch]}>
      {write(number, 0, 30, `headline ${own}`)}
      {words.draw(widthOf(number, "headline") + 12, 14)}
      {drawPieces(handed.low, fill, 0, marksY)}
    </Linked>,
    rest > 0 && (
      <Linked label={labelOf(promised)} href={promised.href} at={[restX, restY, givenWidth - restX, pitch]}>
        {drawPieces(rest, "dotted", restX, restY)}
        {write(`${rest} more ${STAGES.pledged}`, restX + rest * pitch + 8, restY + 14)}
      </Linked>
    ),
    remarks,
    said.body,
    blocks,
  ]);
}
