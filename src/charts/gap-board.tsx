import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatShortDate, timeOf } from "../i18n/dates.ts";
import { countInWords, listOf } from "../i18n/numbers.ts";
import { answerOf, latestText } from "../ledger/drafts.ts";
import { day, id, line } from "../ledger/fields.ts";
import type { Draft, Ledger, Answer, Theme } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import type { Row } from "../ledger/schema.ts";
import { itemAt } from "../required.ts";
import { routes, SITE_NAME } from "../site.ts";
import { type Layout, px } from "./lib/drawing.ts";
import { drawingOf, lineAcross, Mark } from "./lib/marks.tsx";
import { breakText, LARGE_LINE, LINE, textLines, widest, widthOf } from "./lib/text.tsx";
import { sourcesOf, tableOf, type View, withOptions } from "./view.ts";

/** The gap between two sides, in our reading, and where their lines break, as shares of the width. */
const VERDICTS = {
  "no overlap": { meaning: "each rules the other out", breaks: [0.34, 0.66] },
  narrow: { meaning: "one text could hold both", breaks: [0.43, 0.57] },
  agreed: { meaning: "both say the same", breaks: [0.5, 0.5] },
} as const;

const side = z.strictObject({ actor: id, name: line.max(16) });

const gapOptions = z.strictObject({
  /** The two sides whose words are held against each other, and who stands between them. */
  left: side,
  right: side,
  between: side.optional(),
  /** Everybody whose stances the table has. */
  actors: z.array(id).min(1),
  rows: z
    .array(
      z.strictObject({
        theme: id,
        name: line.max(20),
        question: line.max(40),
        /** The clause of the latest text that answers it; by default the leading one of the theme. */
        clause: id.optional(),
        verdict: z.enum(["no overlap", "narrow", "agreed"]),
        /** The last day on which both sides' stances were read for the verdict. */
        judged: day,
      }),
    )
    .min(1),
  /** The theme named in the title. */
  title: id,
});

type GapOptions = z.infer<typeof gapOptions>;
type Position = Row<"positions">;

interface GapRow {
  of: GapOptions["rows"][number];
  theme: Theme;
  /** Left, between, right. */
  stances: (Position | undefined)[];
  answer: Answer | undefined;
}

/** Months after which a stance is set in grey, and in a lighter grey. */
const AGES_IN_MONTHS = [6, 10] as const;
const MONTH_MS = 30.44 * 86_400_000;

/** What two sides want on each open question, and where they do not meet; the table has all actors. */
export const gapBoard = withOptions(gapOptions, (ledger, options): View => {
  const latest = latestText(ledger);
  const sides = [options.left, options.between, options.right];
  const rows = options.rows.map((of): GapRow => {
    const theme = get(ledger, "themes", of.theme);
    const stances = sides.map((side) => side && newestOf(ledger, side.actor, theme.id));
    for (const stance of [stances[0], stances[2]])
      if (stance && stance.date > of.judged)
        throw new Error(
          `a stance on \`${theme.id}\` of ${stance.date} is newer than the verdict of ${of.judged}: judge again`,
        );
    return {
      of,
      theme,
      stances,
      answer: answerOf(ledger, latest.id, of.clause ?? itemAt(theme.clauses, 0).id),
    };
  });
  const all = options.actors.flatMap((actor) =>
    rows.flatMap(({ theme }) => {
      const position = newestOf(ledger, actor, theme.id);
      return position ? [{ actor: get(ledger, "organisations", actor), theme, position }] : [];
    }),
  );
  const judged = (verdict: keyof typeof VERDICTS) => rows.filter(({ of }) => of.verdict === verdict);
  const named = (verdict: keyof typeof VERDICTS) =>
    listOf(
      judged(verdict).map(({ of }) =>
        of.name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()),
      ),
    );
  const dates = all.map(({ position }) => position.date).sort();
  const onTitle = all.filter(({ theme }) => theme.id === options.title);
  return {
    key: [],
    draw: (layout) =>
      layout.name === "narrow"
        ? drawDown(rows, options, { latest, newest: dates.at(-1) ?? "" }, layout)
        : drawAcross(rows, options, { latest, newest: dates.at(-1) ?? "" }, layout),
    table: tableOf(
      { who: "Who", theme: "On what", date: "Date", brief: "In brief", stance: "What it said" },
      all,
      ({ actor, theme, position }) => [
        actor.name,
        { text: theme.name, href: routes.theme(theme.id) },
        position.date,
        position.brief,
        position.stance,
      ],
    ),
    description:
      `${SITE_NAME} reads no overlap between ${options.left.name} and ${options.right.name} on ` +
      `${countInWords(judged("no overlap").length)} of ${countInWords(rows.length)} questions (${named("no overlap") || "none"})` +
      `${judged("narrow").length > 0 ? ` and a narrow gap on ${named("narrow")}` : ""}` +
      `${judged("agreed").length > 0 ? `; they agree on ${named("agreed")}` : ""}. ` +
      rows
        .filter(({ theme }) => theme.id === options.title)
        .flatMap(({ stances }) =>
          [stances[0], stances[2]].flatMap((stance, i) =>
            stance
              ? `${i === 0 ? options.left.name : options.right.name}, ${formatDate(stance.date)}: “${briefOf(stance)}”. `
              : "",
          ),
        )
        .join("")
        .trim(),
    values: {
      left: options.left.name,
      right: options.right.name,
      apart: countInWords(judged("no overlap").length),
      questions: countInWords(rows.length),
      narrow: named("narrow"),
      from: formatDate(dates[0] ?? ""),
      to: formatDate(dates.at(-1) ?? ""),
    },
    // The day of each newest stance on the theme of the title, as a number: a newer one wants a new title.
    numbers: {
      apart: judged("no overlap").length,
      narrow: judged("narrow").length,
      agreed: judged("agreed").length,
      ...Object.fromEntries(
        onTitle.map(({ actor, position }) => [
          actor.id.replaceAll("-", "_"),
          Number(position.date.replaceAll("-", "")),
        ]),
      ),
    },
    sources: sourcesOf(...all.map(({ position }) => position), ...rows.flatMap(({ answer }) => answer ?? [])),
  };
});

/** The latest position of an actor on a theme; of one day the one that stands last. */
function newestOf(ledger: Ledger, actor: string, theme: string): Position | undefined {
  return ledger.positions
    .filter((position) => position.actor === actor && position.theme === theme)
    .reduce<Position | undefined>((a, b) => (a && a.date > b.date ? a : b), undefined);
}

function briefOf({ id, brief }: Position): string {
  if (!brief) throw new Error(`the position \`${id}\` is the newest on its theme and has no \`brief\``);
  return brief;
}

interface Now {
  latest: Draft;
  newest: string;
}

/** The class that greys a stance by its age, against the newest of all. */
function ageOf({ date }: Position, { newest }: Now): string {
  const months = (timeOf(newest) - timeOf(date)) / MONTH_MS;
  return months > AGES_IN_MONTHS[1] ? "gone" : months > AGES_IN_MONTHS[0] ? "second" : "";
}

function markOf(theme: Theme, stance: Position, name: string) {
  return {
    id: stance.id,
    says: `${name}, ${formatDate(stance.date)}: ${stance.stance}`,
    href: routes.theme(theme.id),
  };
}

/** What the latest text says of it, with its sign, on lines of `width` px from `x` on. */
function drawAnswer({ answer }: GapRow, { latest }: Now, at: { x: number; y: number; width: number }) {
  if (!answer) return { body: null, height: 0 };
  const name = `${latest.short}: `;
  const lines = breakText(name + (answer.gist ?? answer.text), at.width - 22);
  return {
    height: lines.length * LINE + 6,
    body: (
      <g>
        <use href={`#${answer.status}`} x={px(at.x + 8)} y={px(at.y + 10)} />
        <text x={px(at.x + 22)} y={px(at.y + 15)}>
          <tspan class="bold">{name}</tspan>
          <tspan class="second">{(lines[0] ?? "").slice(name.length)}</tspan>
        </text>
        {textLines(lines.slice(1), at.x + 22, at.y + 15 + LINE, "second")}
      </g>
    ),
  };
}

function drawAcross(rows: readonly GapRow[], options: GapOptions, now: Now, layout: Layout) {
  const { width } = layout;
  const full = layout.name === "full";
  const gutter = full ? 210 : 140;
  const [left, span] = [gutter, width - gutter];
  const column = (span - 40) / 3;
  const words = full ? "large" : "";
  const step = full ? LARGE_LINE : LINE;
  const sides = [options.left, options.between, options.right];
  const anchors = [
    { x: left, look: "" },
    { x: left + span / 2, look: "middle" },
    { x: width, look: "end" },
  ];
  const parts: VNode[] = [
    ...sides.flatMap((side, i) =>
      side ? textLines([side.name], anchors[i]?.x ?? 0, 15, `bold ${anchors[i]?.look}`) : [],
    ),
    lineAcross("rule-ink", 26, width),
  ];
  let y = 26;
  for (const row of rows) {
    const { of, theme, stances } = row;
    const [breakLeft, breakRight] = VERDICTS[of.verdict].breaks.map((share) => px(left + span * share)) as [
      number,
      number,
    ];
    const question = breakText(of.question, gutter - 18);
    const lineY = y + 26;
    const blocks = stances.map((stance, i) => {
      const lines = stance ? breakText(briefOf(stance), column, words) : [];
      return { stance, lines, ...(anchors[i] ?? itemAt(anchors, 0)), name: sides[i]?.name ?? "" };
    });
    const tall = Math.max(...blocks.map(({ lines }) => lines.length)) * step + LINE;
    const answer = drawAnswer(row, now, { x: left, y: lineY + 24 + tall, width: span });
    const height = Math.max(26 + 24 + tall + answer.height + 8, 34 + question.length * LINE + 14);
    parts.push(
      <>
        {textLines([of.name], 0, y + 32, "head")}
        {textLines(question, 0, y + 32 + LARGE_LINE, "second")}
        <path class="gap-line" d={`M${left} ${lineY}H${breakLeft}M${width} ${lineY}H${breakRight}`} />
        {of.verdict !== "agreed" && (
          <path class="gap-line" d={`M${breakLeft} ${lineY - 6}v12M${breakRight} ${lineY - 6}v12`} />
        )}
        {textLines(
          [of.verdict],
          left + span / 2,
          of.verdict === "agreed" ? lineY - 8 : lineY + 5,
          "bold middle",
        )}
        {blocks.map(({ stance, lines, x, look, name }, i) => {
          if (!stance) return null;
          const age = ageOf(stance, now);
          return (
            <Mark
              of={markOf(theme, stance, name)}
              x={left + (i * span) / 3}
              y={lineY + 8}
              width={span / 3}
              height={tall + 8}
            >
              {textLines(lines, x, lineY + 28, `${words} ${look} ${age}`.trim(), step)}
              {textLines(
                [formatShortDate(stance.date)],
                x,
                lineY + 28 + lines.length * step,
                `second ${look}`.trim(),
              )}
            </Mark>
          );
        })}
        {answer.body}
        {lineAcross("rule", y + height, width)}
      </>,
    );
    y += height;
  }
  const key = drawVerdicts(rows, width, y + 14);
  return drawingOf(layout, Math.ceil(y + 14 + key.height), <>{[...parts, key.body]}</>);
}

/** Stances below one another, each side's line at the left: it ends where the sides do not meet. */
function drawDown(rows: readonly GapRow[], options: GapOptions, now: Now, layout: Layout) {
  const { width } = layout;
  const left = 18;
  const sides = [options.left, options.between, options.right];
  const parts: VNode[] = [];
  let y = 0;
  for (const row of rows) {
    const { of, theme, stances } = row;
    parts.push(
      lineAcross("rule-ink", y, width),
      ...textLines([of.name], 0, y + 24, "head"),
      ...textLines([of.verdict], width, y + 23, "bold end"),
      ...textLines(breakText(of.question, width), 0, y + 24 + LINE + 2, "second"),
    );
    y += 56;
    const ends: number[] = [];
    stances.forEach((stance, i) => {
      const name = sides[i]?.name;
      if (!name) return;
      const lines = stance ? breakText(briefOf(stance), width - left, "large") : [];
      const height = LINE + lines.length * LARGE_LINE + 10;
      ends.push(y, y + height - 6);
      parts.push(
        <Mark
          of={stance ? markOf(theme, stance, name) : { id: `${theme.id}-${name}`, says: name }}
          y={y}
          width={width}
          height={height}
        >
          <text x={left} y={px(y + 15)}>
            <tspan class="bold">{name}</tspan>
            <tspan class="second"> {stance ? formatShortDate(stance.date) : "no stance found"}</tspan>
          </text>
          {textLines(
            lines,
            left,
            y + 17 + LINE,
            `large ${stance ? ageOf(stance, now) : ""}`.trim(),
            LARGE_LINE,
          )}
        </Mark>,
      );
      y += height;
    });
    const [top = y, bottom = y] = [ends[0], ends.at(-1)];
    const breakTop =
      of.verdict === "narrow" ? ((ends[2] ?? top) + (ends[3] ?? top)) / 2 - 5 : (ends[1] ?? top);
    const breakBottom = of.verdict === "narrow" ? breakTop + 10 : (ends[4] ?? ends[2] ?? bottom);
    parts.push(
      of.verdict === "agreed" ? (
        <path class="gap-line" d={`M5 ${px(top + 2)}V${px(bottom)}`} />
      ) : (
        <path
          class="gap-line"
          d={`M5 ${px(top + 2)}V${px(breakTop)}M0 ${px(breakTop)}h10M0 ${px(breakBottom)}h10M5 ${px(breakBottom)}V${px(bottom)}`}
        />
      ),
    );
    const answer = drawAnswer(row, now, { x: left - 4, y, width: width - left });
    parts.push(<>{answer.body}</>);
    y += answer.height + 12;
  }
  const key = drawVerdicts(rows, width, y + 6);
  return drawingOf(
    layout,
    Math.ceil(y + 6 + key.height),
    <>{[lineAcross("rule-ink", y, width), ...parts, key.body]}</>,
  );
}

/** What each verdict that occurs means, in lines of at most `width` px from `y` on. */
function drawVerdicts(rows: readonly GapRow[], width: number, y: number): { body: VNode; height: number } {
  const used = (Object.keys(VERDICTS) as (keyof typeof VERDICTS)[]).filter((name) =>
    rows.some(({ of }) => of.verdict === name),
  );
  const labels = used.map((name) => `${name}: ${VERDICTS[name].meaning}`);
  const across = widest(labels) * labels.length + 90 * labels.length <= width;
  let x = 0;
  const body = used.map((name, i) => {
    const at = { x: across ? x : 0, y: y + (across ? 0 : i * 24) };
    x += 66 + widthOf(labels[i] ?? "") + 28;
    const [from, to] = VERDICTS[name].breaks.map((share) => at.x + 54 * share) as [number, number];
    return (
      <>
        <path
          class="gap-line"
          d={
            name === "agreed"
              ? `M${px(at.x)} ${at.y + 10}h54`
              : `M${px(at.x)} ${at.y + 10}H${px(from)}m0 -5v10M${px(at.x + 54)} ${at.y + 10}H${px(to)}m0 -5v10`
          }
        />
        {textLines([labels[i] ?? ""], at.x + 64, at.y + 15, "second")}
      </>
    );
  });
  return { body: <>{body}</>, height: across ? 26 : used.length * 24 + 2 };
}
