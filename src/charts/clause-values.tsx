import { curveStepAfter, line, pairs, scaleLinear } from "d3";
import { z } from "zod";
import { formatDate, formatDays, formatShortDate, middleOf } from "../format/dates.ts";
import { countInWords, formatNumber, numberFormat, uncapitalize } from "../format/numbers.ts";
import { id, line as lineSpec } from "../yaml/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { answerOf, certaintyOf, draftsInOrder } from "../ledger/lookup.ts";
import { nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { figureSpec, readFigure } from "./lib/series.ts";
import {
  drawDot,
  drawFinding,
  drawingOf,
  fillOf,
  lineAcross,
  Linked,
  ofSide,
  placeBelow,
  pushApart,
  soleSide,
} from "./lib/signs.tsx";
import { blockOf, LINE, widthOf, write } from "./lib/text.tsx";

const count = figureSpec.extend({
  label: lineSpec.max(28),
  short: lineSpec.max(15).optional(),
  side: id.optional(),
});

const band = z.strictObject({ label: lineSpec.max(26), counts: z.array(count).min(1) });

const valueOptions = z.strictObject({
  clause: id,
  measure: lineSpec
    .max(45)
    .optional()
    .describe("What a value means: `{share}` is what it makes of every 100 of the counts of the first band."),
  bands: z
    .array(band)
    .default([])
    .describe("What the values are measured by: bands of counts; the first is the present."),
});

/** The number that each draft gives for a clause: a line of steps over time, beside what others count. */
export const clauseValues = withOptions(valueOptions, (ledger, options): View => {
  const scene = readValues(ledger, options);
  const { texts, steps, unit, bands, present } = scene;
  const [first, last] = [nth(steps, 0), nth(steps, -1)];
  const [firstText, lastText] = [nth(first.texts, 0).draft, nth(last.texts, -1).draft];
  return {
    draw: (layout, finding = "") => draw(scene, layout, finding),
    table: tableOf(
      { text: "Text", date: "Date", value: "Number", answer: "In words", known: "How it is known" },
      [
        ...texts.map(({ draft: { short, date }, answer: { value, says }, certainty, href }) => ({
          ...{ text: { text: short, href }, date, value, answer: says, known: certainty },
        })),
        ...bands.flatMap(({ label, counts }) =>
          counts.map(({ who: text, value, href }) => ({
            ...{ text: { text, href }, value, answer: label, known: "counted" },
          })),
        ),
      ],
      unit,
    ),
    values: {
      first: first.value,
      last: last.value,
      firstText: firstText.short,
      lastText: lastText.short,
      from: formatDate(firstText.date),
      to: formatDate(lastText.date),
      steps: steps.length,
      days: Math.round((nth(last.texts, 0).time - nth(first.texts, 0).time) / 86_400_000),
      lastTexts: last.texts.length,
      ...(present && { firstShare: first.share, lastShare: last.share }),
    },
    sources: sourcesOf(
      ...texts.map(({ answer }) => answer),
      ...bands.flatMap(({ counts }) => counts.map(({ from }) => from)),
    ),
  };
});

type Scene = ReturnType<typeof readValues>;
type Step = Scene["steps"][number];
type Text = Scene["texts"][number];
type Count = Scene["bands"][number]["counts"][number];

/** `steps` are texts after one another that give one number; a band is what others count. */
function readValues(ledger: Ledger, { clause, measure = "", bands: given }: z.infer<typeof valueOptions>) {
  const bands = given.map(({ label, counts: given }) => {
    const counts = given
      .map((count) => {
        const { certainty, ...figure } = readFigure(ledger, count);
        return { ...count, ...figure, who: count.label, fill: fillOf(certainty) };
      })
      .sort((a, b) => b.value - a.value);
    const values = counts.map(({ value }) => value);
    return { label, counts, low: Math.min(...values), high: Math.max(...values) };
  });
  const [present] = bands;
  const shareOf = (value: number) =>
    present &&
    [...new Set([present.high, present.low].map((most) => Math.round((100 * value) / most)))].join(" to ");
  const texts = draftsInOrder(ledger).flatMap((draft) => {
    const answer = answerOf(ledger, draft.id, clause);
    if (!answer) return [];
    const certainty = certaintyOf(ledger, answer);
    return {
      ...{ draft, answer, certainty, fill: fillOf(certainty), side: soleSide(draft.by) },
      time: middleOf(draft.date),
      label: `${draft.short}, ${formatDate(draft.date)}: ${answer.says}`,
      href: `${hrefs.draft(draft.id)}#clause_${clause}`,
    };
  });
  const steps: { value: number; texts: typeof texts; share: string | undefined; means: string }[] = [];
  for (const text of texts) {
    const { value } = text.answer;
    if (value === undefined) continue;
    const last = steps.at(-1);
    if (last?.value === value) last.texts.push(text);
    else {
      const share = shareOf(value);
      steps.push({ value, texts: [text], share, means: share ? measure.replace("{share}", share) : "" });
    }
  }
  const units = new Set(texts.flatMap(({ answer: { value, unit } }) => (value === undefined ? [] : unit)));
  const [unit = ""] = units;
  if (units.size !== 1)
    throw new Error(
      steps.length === 0
        ? `no answer to \`${clause}\` has a value`
        : `the answers to \`${clause}\` count in different units: ${[...units].join(", ")}`,
    );
  const unlimited = texts.filter(
    ({ answer: { value, open, absent } }) => value === undefined && open !== true && absent !== true,
  );
  return { texts, steps, unit, unlimited, bands, present };
}

function draw({ steps, unit, unlimited, bands }: Scene, layout: Layout, finding: string) {
  const { width, isNarrow } = layout;
  const counts = bands.flatMap(({ counts }) => counts).sort((a, b) => b.value - a.value);
  const texts = steps.flatMap(({ texts }) => texts);
  const hasHollow = [...counts, ...texts].some(({ fill }) => fill === "hollow");
  const compact = numberFormat({ notation: "compact", maximumFractionDigits: 1 });
  const numberOf = (value: number) => (isNarrow ? compact.format(value).toLowerCase() : formatNumber(value));
  const whoOf = ({ who, short = who }: Count) => ` ${isNarrow ? short : who}`;
  const countsX =
    width -
    Math.max(0, ...counts.map((count) => widthOf(numberOf(count.value), "bold") + widthOf(whoOf(count))));
  const right = counts.length > 0 ? countsX - 26 : width - 6;
  const highest = Math.max(...[...steps, ...counts].map(({ value }) => value));
  const longest = steps.reduce((a, b) => (b.texts.length > a.texts.length ? b : a));
  const bottom = isNarrow ? 450 : 405;
  const dayOf = ({ draft }: Text) => formatDays(draft.date);
  const times = [...texts, ...unlimited].map(({ time }) => time);
  const x = scaleLinear([Math.min(...times), Math.max(...times)], [isNarrow ? 9 : 14, right - 4]);
  const places = pushApart(
    texts.map(({ time }) => x(time)),
    isNarrow ? 13 : 16,
    [9, right],
  );
  const xOf = (text: Text) => nth(places, texts.indexOf(text));

  // The finding is above the longest step, and what has no limit above all.
  const findingX = xOf(nth(longest.texts, 0)) - 6;
  const sayAt = (y: number) => drawFinding(finding, findingX, y, right - findingX);
  const findingLines = sayAt(0).lines;
  const top = unlimited.length * LINE + (longest.value === highest ? findingLines * 21 + 22 : 20);
  const y = scaleLinear([0, highest], [bottom, top]);

  // The line keeps its number until the day of the first text that gives another.
  const path = line(xOf, ({ answer: { value = 0 } }: Text) => y(value)).curve(curveStepAfter)(texts) ?? "";
  const risers = pairs(steps, (before, { value, texts }) => {
    const [at, ...ends] = [xOf(nth(texts, 0)), y(before.value), y(value)];
    return { left: at - 4, right: at + 4, top: Math.min(...ends), bottom: Math.max(...ends) };
  });

  const countPlaces = pushApart(
    counts.map(({ value }) => y(value)),
    LINE,
  );

  /** Names and days of the texts of a step, below its line; texts of one day share a label. */
  const drawNames = ({ texts, value }: Step) => {
    const labels = [...Map.groupBy(texts, ({ draft }) => draft.date).values()].map((texts) => {
      const first = nth(texts, 0);
      const text = blockOf(
        [
          ...texts.map(({ draft, side }) => [draft.short, ofSide(side, "bold own")] as const),
          ...(isNarrow ? [] : [[dayOf(first), "second"] as const]),
        ],
        isNarrow ? 80 : undefined,
      );
      return { text, x: xOf(first), width: text.width, lines: text.height / LINE };
    });
    const room = { left: 0, right: right + (counts.length > 0 ? 26 : 6), y: y(value) + 9, step: LINE };
    const places = placeBelow(labels, room, risers);
    return {
      bottom: Math.max(...places.map(({ y }, i) => y + nth(labels, i).text.height)),
      body: labels.map(({ text, x: markX }, i) => {
        const { x, y, isLower } = nth(places, i);
        return [isLower && <path class="lead" d={`M${markX} ${room.y}V${y + 1}`} />, text.draw(x, y + 14)];
      }),
    };
  };

  // The number of each step, below the names of those that share it, right of those before.
  let blockX = isNarrow ? 0 : 8;
  const blocks = steps.map((step) => {
    const { texts, value, means } = step;
    const [from, to] = [nth(texts, 0), nth(texts, -1)];
    const isOne = from === to;
    const names = isOne ? undefined : drawNames(step);
    const top = names ? names.bottom + 36 : y(value) + 40;
    const said = isOne
      ? `${from.draft.short}, ${formatShortDate(from.draft.date)}`
      : `${countInWords(texts.length)} texts, to ${dayOf(to)}`;
    const color = isOne ? from.side : undefined;
    const block = blockOf(
      [
        [formatNumber(value), ofSide(color, "headline own")],
        ...(means ? [] : [[unit, "bold"] as const]),
        [said, ofSide(color, "bold own")],
        [means, "second"],
      ],
      isNarrow ? width / 2 - 16 : 220,
    );
    const x = Math.max(blockX, Math.min(xOf(from) - 6, width - block.width));
    blockX = x + block.width + 16;
    return { x, top, names, block };
  });
  // Those at about one height are on one line.
  const topOf = ({ top }: { top: number }) =>
    Math.max(...blocks.map((other) => other.top).filter((other) => other - top < 40));

  return drawingOf(layout, bottom + 26, [
    bands.map(({ label, low, high }) => {
      const [from, to] = [y(high), y(low)];
      return [
        <rect class="band" x={0} y={from} width={right} height={to - from} />,
        write(label, 8, to - from > 30 ? from + 20 : to + 18, "bold"),
      ];
    }),
    // What others count, at its height, with labels pushed apart.
    counts.map((count, i) => {
      const { value, fill, side, from, who, href } = count;
      const [at, wanted] = [nth(countPlaces, i), y(value)];
      const r = fill === "solid" ? 6 : 5;
      return (
        <Linked
          label={`${who}: ${formatNumber(value)}. ${from.statement}`}
          href={href}
          at={[countsX - 4, at - 9, widthOf(numberOf(value) + whoOf(count), "bold"), LINE]}
        >
          {Math.abs(at - wanted) > 2 && <path class="lead" d={`M${countsX - 9} ${wanted}h4V${at}h3`} />}
          <g class={side === undefined ? "grey" : undefined}>
            <path
              class={ofSide(side, fill)}
              transform={`translate(${countsX - 15} ${wanted})`}
              d={`M0 ${-r}L${r} 0L0 ${r}L${-r} 0z`}
            />
          </g>
          <text class={ofSide(side, "own")} x={countsX} y={at + 5}>
            <tspan class="bold">{numberOf(value)}</tspan>
            <tspan class={side ? "" : "second"}>{whoOf(count)}</tspan>
          </text>
        </Linked>
      );
    }),
    <path class="line" d={path} />,
    sayAt(y(longest.value) - 13 - (findingLines - 1) * 21).body,
    steps.map(({ value, texts }) =>
      texts.map((text) => (
        <Linked {...text} at={[xOf(text) - 8, y(value) - 12, 16, 24]}>
          {drawDot(xOf(text), y(value), isNarrow ? 6 : 7, text.fill, text.side)}
        </Linked>
      )),
    ),
    blocks.map((own) => [own.names?.body, own.block.draw(own.x, topOf(own))]),
    unlimited.map((text, i) => {
      const { side, draft, answer } = text;
      const at = x(text.time);
      return (
        <Linked {...text} at={[at - 8, i * LINE, width - at, 24]}>
          <path
            class={ofSide(side, "arrow-up")}
            d={`M${at} ${unlimited.length * LINE + 12}V3M${at - 5} 9l5 -6l5 6`}
          />
          <text x={at + 13} y={14 + i * LINE}>
            <tspan class="bold">{draft.short}: </tspan>
            <tspan class="second">{uncapitalize(answer.says)}</tspan>
          </text>
        </Linked>
      );
    }),
    lineAcross("rule-ink", bottom, width),
    write(`0 ${unit}`, 0, bottom + 19, "second"),
    hasHollow && write("Hollow: reported or claimed.", 8, bottom - 14, "second"),
  ]);
}
