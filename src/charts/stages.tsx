import { minIndex } from "d3";
import { z } from "zod";
import { countInWords, listOf } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import { collections } from "../ledger/ledger.ts";
import { nth } from "../expect-defined.ts";
import { eventOrSource } from "../phrases/links.ts";
import { legendOf, type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { type Certainty, drawingOf, drawSymbolRow, lineAcross, LinkedMark } from "./lib/marks.tsx";
import { leadText, LINE, textLines, widthOf } from "./lib/text.tsx";

const stageWords = z.strictObject({ label: line.max(40), symbol: id });

interface StageRow {
  stage: string;
  name: string;
  /** The name in full. */
  item?: string;
  detail: string;
  certainty: Certainty;
  says: string;
  href: string;
  sources: string[];
}

interface Stage {
  label: string;
  symbol: string;
  rows: StageRow[];
}

/** What the views of stages have in common, with the rows of the table. */
function inStages<Row extends StageRow>(
  shown: readonly Row[],
  words: Readonly<Record<string, z.infer<typeof stageWords>>>,
  uncertain: string,
) {
  const possible = Object.entries(words).map(([id, stage]) => ({
    ...stage,
    id,
    rows: shown.filter(({ stage }) => stage === id),
  }));
  const stages = possible.filter(({ rows }) => rows.length > 0);
  // Rows with details have long names.
  const namesOf = (rows: readonly Row[]) =>
    rows.some(({ detail }) => detail) ? "" : ` (${listOf(rows.map(({ name }) => name))})`;
  return {
    legend: legendOf({ ring: shown.some(({ certainty }) => certainty !== "confirmed") && uncertain }),
    draw: (layout: Layout) => draw(stages, layout),
    values: {
      all: shown.length,
      ...Object.fromEntries(possible.map(({ id, rows }) => [id.replaceAll("-", "_"), rows.length])),
      counts: stages
        .map(({ label, rows }) => `${countInWords(rows.length)} ${label}${namesOf(rows)}`)
        .join("; "),
    },
    rows: stages.flatMap(({ label, rows }) => rows.map((row) => ({ ...row, label }))),
    sources: sourcesOf(...shown),
  };
}

const offerOptions = z.strictObject({
  offers: z
    .record(collections.coalition.shape.offer, stageWords)
    .describe("Label and symbol of each offer, in the order of the drawing."),
});

export const offers = withOptions(offerOptions, (ledger, options): View => {
  const { rows, values, ...view } = inStages(
    ledger.coalition.map((member) => ({
      ...member,
      stage: member.offer,
      detail: "",
      href: eventOrSource(ledger, member),
      says: [member.pledge, member.note].filter(Boolean).join(" "),
    })),
    options.offers,
    "reported by unnamed officials",
  );
  const refusing = rows.filter(({ offer }) => offer === "no-troops").map(({ name }) => name);
  return {
    ...view,
    table: tableOf(
      {
        name: "Country",
        offer: "Offer",
        pledge: "What it said",
        certainty: "How it is known",
        joined: "Part in the Coalition",
        note: "Note",
      },
      rows.map(({ name, href, label, ...row }) => ({ ...row, name: { text: name, href }, offer: label })),
    ),
    values: { ...values, refusing: listOf(refusing) },
  };
});

const COLUMN_GAP = 32;
const HEAD_HEIGHT = 38;

/** A row of symbols over the rows of text; in wide layouts each stage goes to the shorter one of two columns. */
function draw(stages: readonly Stage[], layout: Layout) {
  const { width, isNarrow } = layout;
  const strip = drawSymbolRow(
    stages.map(({ symbol, rows }) => ({ symbols: rows.map(() => symbol) })),
    layout,
  );
  const columnWidth = isNarrow ? width : (width - COLUMN_GAP) / 2;
  const bottoms = [strip.height + 8, isNarrow ? Infinity : strip.height + 8];
  const parts = stages.map(({ symbol, label, rows }) => {
    const column = minIndex(bottoms);
    const [x, top] = [column * (columnWidth + COLUMN_GAP), nth(bottoms, column)];
    let y = top + HEAD_HEIGHT;
    const marks = rows.map(({ name, item = name, detail, certainty, says, href }) => {
      const [start, { body, lines }] = [y, leadText(name, detail, x, y + 15, columnWidth - 14)];
      const ringX = lines === 1 ? x + widthOf(name + detail, "bold") + 10 : x + columnWidth - 5;
      y += lines * LINE + 8;
      return (
        <LinkedMark
          label={`${item}, ${label}: ${says}`}
          href={href}
          x={x}
          y={start}
          width={columnWidth}
          height={lines * LINE + 6}
        >
          {body}
          {certainty !== "confirmed" && <use href="#ring" x={ringX} y={start + 10} />}
        </LinkedMark>
      );
    });
    bottoms[column] = y;
    return (
      <>
        <use href={`#${symbol}`} x={x + 8} y={top + 19} />
        {textLines([`${rows.length} ${label}`], x + 24, top + 26, "head")}
        {marks}
      </>
    );
  });
  return drawingOf(
    layout,
    Math.max(...bottoms.filter(Number.isFinite)),
    <>
      {strip.body}
      {lineAcross("rule", strip.height + 4, width)}
      {parts}
    </>,
  );
}
