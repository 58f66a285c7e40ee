import { curveStepAfter, line, scaleLinear } from "d3";
import { z } from "zod";
import { formatDate, formatDateAfter, middleOf } from "../format/dates.ts";
import { formatNumber } from "../format/numbers.ts";
import { id, line as lineSpec } from "../yaml/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { answerOf, certaintyOf, draftsInOrder, nearestOrigins } from "../ledger/lookup.ts";
import { draftAndDay, knownText } from "../phrases/answers.ts";
import { expectDefined, nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { statusName } from "../site.ts";
import { daysBetween, type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { figureSpec, readFigure } from "./lib/series.ts";
import {
  type Box,
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
import { blockOf, breakEvenly, LINE, metricsOf, widthOf, write } from "./lib/text.tsx";

const count = figureSpec.extend({
  label: lineSpec.max(28),
});

const band = z.strictObject({ label: lineSpec.max(26), counts: z.array(count).min(1) });

const valueOptions = z.strictObject({
  clause: id,
  bands: z
    .array(band)
    .default([])
    .describe(
      "What the values are measured by: from the lowest count to the highest. The table has who counts.",
    ),
});

export const clauseValues = withOptions(valueOptions, (ledger, options): View => {
  const scene = readValues(ledger, options);
  const { texts, steps, unit, bands } = scene;
  const [first, last] = [nth(steps, 0), nth(steps, -1)];
  const [firstText, lastText] = [nth(first.texts, 0).draft, nth(last.texts, -1).draft];
  return {
    draw: (layout, finding = "") => draw(scene, layout, finding),
    table: tableOf(
      { text: "Text", date: "Date", value: "Number", answer: "In words", known: "How it is known" },
      [
        ...texts.map(({ draft, answer: { value, says }, known, href }) => ({
          ...{ text: { text: draft.short, href }, date: draft.date, value, answer: says, known },
        })),
        ...bands.flatMap(({ label, counts }) =>
          counts.map(({ who: text, value, href, certainty }) => ({
            ...{ text: { text, href }, value, answer: label, known: statusName(certainty) },
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
      ...daysBetween(firstText, nth(last.texts, 0).draft),
      lastTexts: last.texts.length,
    },
    sources: sourcesOf(
      ...texts.map(({ answer }) => answer),
      ...bands.flatMap(({ counts }) => counts.map(({ from }) => from)),
    ),
  };
});

type Scene = ReturnType<typeof readValues>;
type Text = Scene["texts"][number];

/** `steps` are texts after one another that give one number; a band is what others count. */
function readValues(ledger: Ledger, { clause, bands: given }: z.infer<typeof valueOptions>) {
  const bands = given.map(({ label, counts: given }) => {
    const counts = given
      .map((count) => ({ who: count.label, ...readFigure(ledger, count) }))
      .sort((a, b) => b.value - a.value);
    const values = counts.map(({ value }) => value);
    return { label, counts, low: Math.min(...values), high: Math.max(...values) };
  });
  const texts = draftsInOrder(ledger).flatMap((draft) => {
    const answer = answerOf(ledger, draft.id, clause);
    if (!answer) return [];
    const certainty = certaintyOf(ledger, answer);
    return {
      ...{ draft, answer, fill: fillOf(certainty), side: soleSide(draft.by) },
      known: knownText(ledger, { draft, answer }, false),
      time: middleOf(draft.date),
      label: `${draft.short}, ${formatDate(draft.date)}: ${answer.says}`,
      href: `${hrefs.draft(draft.id)}#clause_${clause}`,
    };
  });
  const steps: { value: number; texts: typeof texts }[] = [];
  for (const text of texts) {
    const { value } = text.answer;
    if (value === undefined) continue;
    const last = steps.at(-1);
    if (last?.value === value) last.texts.push(text);
    else steps.push({ value, texts: [text] });
  }
  const units = new Set(texts.flatMap(({ answer: { value, unit } }) => (value === undefined ? [] : unit)));
  const [unit = ""] = units;
  if (units.size !== 1)
    throw new Error(
      steps.length === 0
        ? `no answer to \`${clause}\` has a value`
        : `the answers to \`${clause}\` count in different units: ${[...units].join(", ")}`,
    );
  if (/^years?$/.test(unit) && steps.every(({ value }) => value >= 1000))
    throw new Error(`the values of \`${clause}\` are years, and it draws amounts, from 0`);
  const unlimited = texts.filter(
    ({ answer }) => answer.value === undefined && !answer.open && !answer.absent,
  );
  return { ledger, texts, steps, unit, unlimited, bands };
}

function draw({ ledger, steps, unit, unlimited, bands }: Scene, layout: Layout, finding: string) {
  const { width, isNarrow } = layout;
  const texts = steps.flatMap(({ texts }) => texts);
  const said = drawFinding(finding, 0, 17, width);
  const highest = Math.max(...steps.map(({ value }) => value), ...bands.map(({ high }) => high));
  const top = said.bottom + 44;
  const bottom = top + 310;
  const y = scaleLinear([0, highest], [bottom, top]);
  const times = texts.map(({ time }) => time);
  const x = scaleLinear([Math.min(...times), Math.max(...times)], [9, width - 9]);
  const places = pushApart(times.map(x), 16, [9, width - 9]);
  const xOf = (text: Text) => nth(places, texts.indexOf(text));
  // From a text to each that reworks it, directly or through texts without a number.
  const textOf = new Map(texts.map((text) => [text.draft, text]));
  const stepBetween = line(xOf, ({ answer: { value = 0 } }: Text) => y(value)).curve(curveStepAfter);
  const path = texts
    .flatMap((text) => {
      const origins = nearestOrigins(ledger, text.draft, (draft) => textOf.has(draft));
      return origins.map(({ draft }) => stepBetween([expectDefined(textOf.get(draft), draft.id), text]));
    })
    .join("");

  const taken = steps.slice(1).map(({ value, texts }, i): Box => {
    const [at, ...ends] = [xOf(nth(texts, 0)), y(nth(steps, i).value), y(value)];
    return { left: at - 4, right: at + 4, top: Math.min(...ends), bottom: Math.max(...ends) };
  });
  const unnamed: Text[] = [];
  const dateBefore = (text: Text) => texts[texts.indexOf(text) - 1]?.draft.date;
  const labels = steps.map(({ value, texts }, i) => {
    const [number, from, next] = [formatNumber(value), xOf(nth(texts, 0)), steps[i + 1]];
    const size = widthOf(number, "headline") + 12;
    const isBelow = next && next.value > value && xOf(nth(next.texts, 0)) - from < size;
    const numberX = from + size - 4 > width ? from + 4 - size : from + 8;
    // Texts of one day share a label, with the dot of each.
    const blocks = [...Map.groupBy(texts, ({ draft }) => draft.date)].map(([date, texts], j) => {
      const names = texts.map(({ draft, side }) => [draft.short, ofSide(side, "bold own")] as const);
      const day = formatDateAfter(dateBefore(nth(texts, 0)), date);
      const indent = texts.length > 1 ? 15 : 0;
      const text = blockOf([...names, [day, "second"]], isNarrow && !indent ? 104 : undefined);
      const isFirst = isBelow && j === 0;
      const height = text.height + (isFirst ? metricsOf("headline").step : 0);
      const width = Math.max(text.width + indent, isFirst ? size : 0);
      return { text, texts, indent, isFirst, height, x: xOf(nth(texts, 0)), width, lines: height / LINE };
    });
    const room = { left: 0, right: width, y: y(value) + 9, step: LINE };
    const places = placeBelow(blocks, room, taken);
    if (!places) unnamed.push(...texts);
    const drawn = places?.map(({ x, y, isLower }, j) => {
      const { text, texts, indent, isFirst, height, x: markX, width } = nth(blocks, j);
      const textY = y + 14 + height - text.height;
      taken.push({ left: x, right: x + width, top: y, bottom: y + height });
      return [
        isLower && <path class="lead" d={`M${markX} ${room.y}V${y + 1}`} />,
        isFirst && write(number, x, y + 32, "headline"),
        indent > 0 && texts.map(({ fill, side }, k) => drawDot(x + 5, textY - 5 + k * LINE, 5, fill, side)),
        text.draw(x + indent, textY),
      ];
    });
    return [!isBelow && write(number, numberX, y(value) - 14, "headline"), drawn];
  });

  const ranges = bands.map(({ label, counts, low, high }) => {
    const words = `${label}: ${[...new Set([low, high])].map(formatNumber).join(" to ")}`;
    const at = high === highest ? y(high) - 7 : y(low) + 18;
    return (
      <Linked
        label={counts.map(({ who, value }) => `${who}: ${formatNumber(value)}`).join("; ")}
        href={nth(counts, 0).href}
        at={[0, at - 14, widthOf(words, "bold"), LINE]}
      >
        <rect class="band" x={0} y={y(high)} width={width} height={y(low) - y(high)} />
        {write(words, 0, at, "bold")}
      </Linked>
    );
  });
  const notes = [
    ...unnamed.map(({ draft, answer }) => `${draftAndDay(draft)}: ${answer.says}.`),
    ...unlimited.map(({ draft, answer }) => `Not drawn: ${draftAndDay(draft)}: ${answer.says}.`),
    ...(path ? ["A line runs from a text to those drawn that rework it."] : []),
    ...(texts.some(({ fill }) => fill === "hollow") ? ["Hollow: reported or claimed."] : []),
  ];
  const key = (isNarrow ? notes : [notes.join(" ")]).flatMap((words) => breakEvenly(words, width));
  return drawingOf(layout, bottom + 28 + key.length * LINE, [
    said.body,
    ranges,
    <path class="line" d={path} />,
    steps.map(({ value, texts }) =>
      texts.map((text) => (
        <Linked {...text} at={[xOf(text) - 8, y(value) - 12, 16, 24]}>
          {drawDot(xOf(text), y(value), isNarrow ? 6 : 7, text.fill, text.side)}
        </Linked>
      )),
    ),
    labels,
    lineAcross("rule-ink", bottom, width),
    write(`0 ${unit}`, 0, bottom + 19, "second"),
    write(key, 0, bottom + 24 + LINE, "second"),
  ]);
}
