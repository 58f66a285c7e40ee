import { sum } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatShortDate } from "../format/dates.ts";
import { capitalize } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import { getFigure, getRow } from "../ledger/lookup.ts";
import { expectDefined } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { announcementsOf, lessSure, STAGES } from "./deliveries.tsx";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawingOf, lineAcross, LinkedMark } from "./lib/marks.tsx";
import { drawFinding, type Fill, fillOf, headline, ofSide } from "./lib/signs.tsx";
import { breakText, LINE, textLines, widthOf } from "./lib/text.tsx";

const name = line.max(18).describe("What the pieces are.");
const by = line.max(14).describe("Who gives them.");

const pieceOptions = z.strictObject({
  category: line.describe("Category of the deliveries that are drawn: each of them, or the check fails."),
  sign: z.enum(["jet"]).describe("Shape of a piece."),
  side: id.optional().describe("The side that gives."),
  given: z
    .strictObject({
      name,
      by,
      delivery: id.describe("Its quantity is what was promised."),
      event: id,
      figure: id.describe("Figure of the event: how many were handed over."),
      counted: line.max(20).describe("Whose count it is."),
      remark: line.max(64).optional(),
      also: z.array(id).default([]).describe("Events that the remark rests on."),
    })
    .describe("Pieces of which some were handed over."),
  intended: z
    .array(
      z.strictObject({
        name,
        by,
        delivery: id.optional().describe("A delivery with a quantity; or an event with figures."),
        event: id.optional(),
        low: id.optional(),
        high: id.optional(),
        isAbout: z.boolean().default(false).describe("Whether its source says “about”."),
      }),
    )
    .min(1)
    .max(2),
});

interface Group {
  name: string;
  by: string;
  date: string;
  low: number;
  high: number;
  isAbout: boolean;
  stage: string;
  certainty: string;
  says: string;
  href: string;
  sources: string[];
}

/** One mark for one piece: those that were handed over, and those that are only words. */
export const pieces = withOptions(pieceOptions, (ledger, options): View => {
  const announced = announcementsOf(ledger).filter(({ category }) => category === options.category);
  const deliveryOf = (id: string) => {
    const row = announced.find((row) => row.id === id);
    return expectDefined(row, `delivery \`${id}\` of category \`${options.category}\``);
  };
  const groupOf = (
    { status, quantity, quantity_note, note, href, sources, certainty, date }: (typeof announced)[number],
    { name, by, isAbout = false }: { name: string; by: string; isAbout?: boolean },
  ): Group => {
    const number = expectDefined(quantity, `the quantity of ${name}`);
    const says = [quantity_note, note].filter(Boolean).join(" ");
    const stage = STAGES[status];
    return { name, by, date, low: number, high: number, isAbout, stage, certainty, says, href, sources };
  };
  const { given } = options;
  const event = getRow(ledger, "events", given.event);
  const figure = getFigure(event, given.figure);
  const promised = groupOf(deliveryOf(given.delivery), given);
  const others = given.also.map((id) => getRow(ledger, "events", id));
  const handed: Group = {
    ...{ name: given.name, by: given.by, date: event.date, low: figure.value, high: figure.value },
    ...{
      isAbout: false,
      stage: STAGES.delivered,
      says: [event.statement, event.note].filter(Boolean).join(" "),
    },
    certainty: lessSure(event.status, figure.certainty),
    href: hrefs.event(event.id),
    sources: sourcesOf(event, ...others),
  };
  if (promised.low < handed.low) throw new Error(`more ${given.name} were handed over than promised`);
  const intended = options.intended.map(({ delivery, event: eventId, low, high = low, ...group }): Group => {
    if (delivery !== undefined) return groupOf(deliveryOf(delivery), group);
    const event = getRow(ledger, "events", expectDefined(eventId, `delivery or event of ${group.name}`));
    const [from, to] = [low, high].map((id) => getFigure(event, expectDefined(id, `low of ${group.name}`)));
    return {
      ...{ name: group.name, by: group.by, isAbout: group.isAbout, date: event.date },
      ...{ low: from?.value ?? 0, high: to?.value ?? 0, stage: STAGES.intent },
      certainty: lessSure(event.status, from?.certainty),
      says: [event.statement, event.note].filter(Boolean).join(" "),
      href: hrefs.event(event.id),
      sources: event.sources,
    };
  });
  const drawn = [given.delivery, ...options.intended.map(({ delivery }) => delivery)];
  const open = announced.filter(({ id }) => !drawn.includes(id));
  const missing = open.find(({ quantity }) => quantity !== undefined);
  if (missing) throw new Error(`\`${missing.id}\` has a quantity and is not drawn: add it to the options`);
  const groups = [handed, promised, ...intended];
  const scene: Scene = {
    ...{ options, handed, promised, intended },
    more: open.map(({ name, status }) => `${name} ${STAGES[status]}, number not given.`),
  };
  return {
    draw: (layout, finding = "") => draw({ ...scene, finding }, layout),
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
      [
        ...groups.map(({ name, href, ...row }) => ({ ...row, what: { text: name, href } })),
        ...open.map(({ name: text, href, quantity_note, note, ...row }) => ({
          ...{ what: { text, href }, date: row.date, certainty: row.certainty, stage: STAGES[row.status] },
          says: [quantity_note, note].filter(Boolean).join(" "),
        })),
      ],
    ),
    values: {
      given: handed.low,
      promised: promised.low,
      low: String(sum(intended, ({ low }) => low)),
      high: String(sum(intended, ({ high }) => high)),
      asOf: formatShortDate(handed.date),
      counted: given.counted,
      stages: groups
        .map(({ name, by, stage, ...group }) => `${name} (${by}), ${stage}: ${numberOf(group)}.`)
        .join(" "),
    },
    sources: sourcesOf(...groups, ...open),
  };
});

interface Scene {
  options: z.infer<typeof pieceOptions>;
  handed: Group;
  promised: Group;
  intended: Group[];
  /** What is promised without a number. */
  more: string[];
  finding?: string;
}

function numberOf({ low, high, isAbout }: Pick<Group, "low" | "high" | "isAbout">): string {
  return `${isAbout ? "about " : ""}${low}${high > low ? ` to ${high}` : ""}`;
}

/** Width of the room of a piece, px. */
const PITCH = 17;

function draw({ options, handed, promised, intended, more, finding = "" }: Scene, layout: Layout) {
  const { width, isNarrow } = layout;
  const { sign, side, given } = options;
  const rowHeight = isNarrow ? 18 : 19;

  /** Pieces in rows or, in wide layouts, in columns. */
  const drawPieces = (count: number, fill: Fill, x: number, y: number, perLine: number): VNode => (
    <g class={side && `side-${side}`}>
      {Array.from({ length: count }, (_, i) => {
        const [along, across] = [i % perLine, Math.floor(i / perLine)];
        const [column, row] = isNarrow ? [along, across] : [across, along];
        return (
          <use
            class={`${fill} fine`}
            href={`#${sign}`}
            x={x + (column + 0.5) * PITCH}
            y={y + row * rowHeight + PITCH / 2}
          />
        );
      })}
    </g>
  );
  const labelOf = ({ name, by, stage, date, says }: Group) =>
    `${name}, ${by}, ${stage}, ${formatShortDate(date)}: ${says}`;

  const paperX = isNarrow ? 0 : 184;
  const givenWidth = isNarrow ? width : paperX - 18;
  const fill = fillOf(handed.certainty);
  const rest = promised.low - handed.low;
  const what = `${handed.name} handed over`;
  const when = `${given.counted}, ${formatShortDate(handed.date)}`;
  const numberWidth = widthOf(String(handed.low), "headline") + 12;
  const marksY = isNarrow ? 46 : 82;
  const restY = isNarrow ? marksY : marksY + PITCH + 12;
  const restX = isNarrow ? handed.low * PITCH + 14 : 0;
  const remarkY = restY + PITCH + 20;
  const remarks = [given.remark ?? "", ...more].map((text) => breakText(text, givenWidth));
  let y = remarkY;
  const remarkBody = remarks.flatMap((lines) => {
    const at = y;
    y += lines.length * LINE + (isNarrow || lines.length === 0 ? 0 : 8);
    return textLines(lines, 0, at, "second");
  });
  const left = (
    <>
      <LinkedMark
        label={labelOf(handed)}
        href={handed.href}
        x={0}
        y={0}
        width={givenWidth}
        height={marksY + PITCH}
      >
        {isNarrow ? (
          <>
            {textLines([String(handed.low)], 0, 30, `headline ${ofSide(side, "own")}`)}
            {textLines([what], numberWidth, 14, `bold ${ofSide(side, "own")}`)}
            {textLines([when], numberWidth, 14 + LINE, "second")}
          </>
        ) : (
          <>
            {headline(String(handed.low), [what], 0, 30, side)}
            {textLines([when], 0, 68, "second")}
          </>
        )}
        {drawPieces(handed.low, fill, 0, marksY, isNarrow ? handed.low : 1)}
      </LinkedMark>
      {rest > 0 && (
        <LinkedMark
          label={labelOf(promised)}
          href={promised.href}
          x={restX}
          y={restY}
          width={givenWidth - restX}
          height={PITCH}
        >
          {drawPieces(rest, "dotted", restX, restY, isNarrow ? rest : 1)}
          {textLines([`${rest} more ${STAGES.pledged}`], restX + rest * PITCH + 8, restY + 14)}
        </LinkedMark>
      )}
      {remarkBody}
    </>
  );

  const paperWidth = width - paperX;
  let top = isNarrow ? y - 4 : 0;
  const said = drawFinding(finding, paperX, top + 21 - (isNarrow ? 0 : 4), paperWidth);
  top = said.bottom + (isNarrow ? 8 : 16);
  const perLine = isNarrow ? Math.floor(width / PITCH) : 10;
  let [x, bottom] = [paperX, top];
  const blocks = intended.map((group) => {
    const { low, high, name, by, date } = group;
    const [start, startY] = [x, isNarrow ? bottom : top];
    const linesOf = (count: number) => Math.ceil(count / perLine) * (isNarrow ? rowHeight : PITCH);
    const words = `${numberOf(group)} ${name}`;
    const from = `${by}, ${formatShortDate(date)}`;
    const pieceY = startY + (isNarrow ? 22 : 46);
    const open = high - low;
    const [openX, openY] = isNarrow ? [start, pieceY + linesOf(low) + 9] : [start + linesOf(low) + 9, pieceY];
    const lastRow = open % perLine;
    const openWords = `or ${open} more`;
    if (isNarrow) bottom = (open > 0 ? openY + linesOf(open) : pieceY + linesOf(low)) + 10;
    else {
      x = (open > 0 ? openX + linesOf(open) : start + linesOf(low)) + 20;
      bottom = Math.max(bottom, pieceY + perLine * rowHeight);
    }
    return (
      <LinkedMark
        label={labelOf(group)}
        href={group.href}
        x={start}
        y={startY}
        width={isNarrow ? width : x - start - 20}
        height={bottom - startY}
      >
        {textLines([capitalize(words)], start, startY + 15, "bold")}
        {textLines(
          [from],
          isNarrow ? width : start,
          startY + (isNarrow ? 15 : 15 + LINE),
          isNarrow ? "second end" : "second",
        )}
        {drawPieces(low, "dotted", start, pieceY, perLine)}
        {open > 0 && (
          <>
            {!isNarrow && (
              <path class="stem" d={`M${openX + 2} ${openY - 4}v-5H${openX + linesOf(open) - 2}v5`} />
            )}
            {isNarrow
              ? textLines([openWords], start + lastRow * PITCH + 12, openY + linesOf(open) - 4, "bold")
              : textLines([openWords], openX + linesOf(open), openY - 15, "bold end")}
            {drawPieces(open, "dotted", openX, openY, perLine)}
          </>
        )}
      </LinkedMark>
    );
  });
  const key = [
    `One mark: one ${sign}.${fill === "hollow" ? " Hollow: reported." : " Filled: on record."}`,
    "Dotted: no arrival found.",
  ];
  const keyY = Math.max(bottom, isNarrow ? 0 : y) + 16;
  return drawingOf(
    layout,
    keyY + (isNarrow ? LINE : 0) + 6,
    <>
      {left}
      {isNarrow && lineAcross("hair", y - 8, width)}
      {said.body}
      {blocks}
      {textLines(isNarrow ? key : [key.join(" ")], paperX, keyY, "second")}
    </>,
  );
}
