import { z } from "zod";
import { formatDate, formatShortDate } from "../format/dates.ts";
import { capitalize, listOf } from "../format/numbers.ts";
import { getActor, getRow, inDateOrder } from "../ledger/lookup.ts";
import { day, id, line } from "../yaml/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import {
  checkLabel,
  drawFinding,
  drawingOf,
  drawTile,
  type Fill,
  Linked,
  ofSide,
  onTile,
} from "./lib/signs.tsx";
import { breakEvenly, LINE, write } from "./lib/text.tsx";

/** From the furthest apart to the nearest. */
const VERDICTS = ["no overlap", "narrow", "agreed"] as const;

const KNOWN = { own: "own words or votes", "second-hand": "second hand" };

const side = z.strictObject({ actor: id, name: line.max(14) });

const gapOptions = z.strictObject({
  sides: z.tuple([side, side]).describe("Two sides whose words are held against each other."),
  actors: z.array(id).min(1).describe("Everybody whose stances the table has."),
  rows: z
    .array(
      z.strictObject({
        theme: id,
        name: line.max(16).describe("As it is written in a sentence."),
        verdict: z
          .enum(VERDICTS)
          .describe("no overlap: each rules the other out. narrow: both could fit one text."),
        until: day
          .optional()
          .describe(
            "The last day of the stances that are drawn, if later ones are known from headlines only.",
          ),
        judged: day.describe("The last day on which both sides’ stances were read for the verdict."),
      }),
    )
    .min(1),
});

type Options = z.infer<typeof gapOptions>;

export const gapBoard = withOptions(gapOptions, (ledger, { sides, actors, rows: asked }): View => {
  const rows = asked
    .map((row) => ({ ...row, stances: sides.map((side) => stanceOf(ledger, side, row)) }))
    .sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));
  const positions = actors.flatMap((actor) =>
    asked.flatMap(({ theme, until }) => [
      ...new Set([until, undefined].flatMap((until) => newestOf(ledger, actor, theme, until) ?? [])),
    ]),
  );
  const judged = (wanted: (typeof VERDICTS)[number]) => rows.filter(({ verdict }) => verdict === wanted);
  const named = (verdict: (typeof VERDICTS)[number]) => listOf(judged(verdict).map(({ name }) => name));
  const days = rows.flatMap(({ stances }) => stances.flatMap(({ date }) => date ?? [])).sort();
  return {
    draw: (layout, finding = "") => draw(rows, sides, finding, layout),
    table: tableOf(
      {
        who: "Who",
        theme: "On what",
        date: "Date",
        brief: "In brief",
        stance: "What was said",
        known: "How it is known",
      },
      positions.map(({ actor, theme, known = "own", ...position }) => ({
        ...position,
        who: getActor(ledger, actor).name,
        theme: { text: getRow(ledger, "themes", theme).name, href: hrefs.theme(theme) },
        known: KNOWN[known],
      })),
    ),
    values: {
      left: sides[0].name,
      right: sides[1].name,
      apart: judged("no overlap").length,
      narrow: judged("narrow").length,
      agreed: judged("agreed").length,
      apartOn: named("no overlap"),
      narrowOn: named("narrow"),
      agreedOn: named("agreed"),
      questions: rows.length,
      from: formatDate(nth(days, 0)),
      to: formatDate(nth(days, -1)),
      judged: formatDate(nth(asked.map(({ judged }) => judged).sort(), 0)),
    },
    sources: sourcesOf(...positions),
  };
});

/** The last in the file, if several are of one day. */
function newestOf(ledger: Ledger, actor: string, theme: string, until = "9999") {
  return inDateOrder(ledger.positions).findLast(
    (position) => position.actor === actor && position.theme === theme && position.date <= until,
  );
}

function stanceOf(
  ledger: Ledger,
  { name, actor }: Options["sides"][number],
  { theme, until, judged }: Options["rows"][number],
) {
  const found = newestOf(ledger, actor, theme, until);
  const { side } = getActor(ledger, actor);
  const none = "no stance recorded";
  if (!found) return { side, fill: "dotted" as Fill, brief: none, short: none, label: `${name}: ${none}` };
  const { id, date, stance, known = "own" } = found;
  if (date > judged)
    throw new Error(
      `a stance on \`${theme}\` of ${date} is newer than the verdict of ${judged}: judge again`,
    );
  const brief = expectDefined(found.brief, `\`brief\` of \`${id}\`, the newest stance on its theme`);
  const { short = brief } = found;
  checkLabel(short, `${brief} ${stance}`, id);
  const fill: Fill = known === "own" ? "solid" : "hollow";
  const label = `${name}, ${formatDate(date)}, ${KNOWN[known]}: ${stance}`;
  return { side, fill, date, brief, short, label, href: hrefs.theme(theme) };
}

function draw(
  rows: readonly (Options["rows"][number] & { stances: ReturnType<typeof stanceOf>[] })[],
  sides: Options["sides"],
  finding: string,
  layout: Layout,
) {
  const { width, isNarrow } = layout;
  const middle = width / 2;
  const [room, height, space, padding] = isNarrow ? [94, 56, 5, 7] : [136, 58, 6, 11];
  const apart = rows.filter(({ verdict }) => verdict === "no overlap").length;
  let y = 62;
  const body = rows.map(({ name: given, verdict, stances }) => {
    const name = capitalize(given);
    const isApart = verdict === "no overlap";
    const wide = isApart ? middle - room / 2 : middle;
    const top = isApart ? y : y + 24;
    const names = breakEvenly(name, room - 8, "bold");
    const nameY = top + height / 2 + 5 - ((names.length - 1) * LINE) / 2;
    y = top + height + space;
    return [
      isApart
        ? write(names, middle, nameY, "bold middle")
        : write(verdict === "agreed" ? `${name}: agreed` : name, middle, top - 7, "bold middle"),
      stances.map(({ side, fill, date, brief, short, label, href }, i) => {
        const left = i * (width - wide);
        const words = breakEvenly(isNarrow ? short : brief, wide - 2 * padding);
        const when = date ? [formatShortDate(isNarrow ? date.slice(0, 7) : date)] : [];
        const count = words.length + when.length;
        if (count > 3) throw new Error(`“${words.join(" ")}” is too long for its field: give it a \`short\``);
        const color = onTile(fill, side) + (i === 0 ? "" : " end");
        const x = i === 0 ? padding : width - padding;
        const firstY = top + height / 2 + 5 - ((count - 1) * (LINE - 1)) / 2;
        return (
          <Linked label={label} href={href} at={[left, top, wide, height]}>
            {drawTile(left, top, wide, height, fill, side)}
            {write(words, x, firstY, color, LINE - 1)}
            {write(when, x, firstY + words.length * (LINE - 1), isNarrow ? color : `small ${color}`)}
          </Linked>
        );
      }),
    ];
  });
  const said = drawFinding(finding, middle, y + 16, width, "middle");
  const hasHollow = rows.some(({ stances }) => stances.some(({ fill }) => fill === "hollow"));
  const keyY = (finding ? said.bottom : y - space) + 20;
  return drawingOf(layout, hasHollow ? keyY + 5 : keyY - 17, [
    write(`${apart} of ${rows.length}`, middle, 30, "headline middle"),
    write("without overlap", middle, 50, "bold middle"),
    sides.map(({ name }, i) =>
      write(name, i * width, 50, ofSide(rows[0]?.stances[i]?.side, i === 0 ? "bold own" : "bold own end")),
    ),
    body,
    said.body,
    hasHollow && write("Hollow: second hand.", 0, keyY, "second"),
  ]);
}
