import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatShortDate } from "../format/dates.ts";
import { listOf } from "../format/numbers.ts";
import { actorName, answerOf, findRow, getRow, latestText } from "../ledger/lookup.ts";
import { day, id, line } from "../yaml/fields.ts";
import type { Ledger, Row } from "../ledger/ledger.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { type Drawing, type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawingOf, LinkedMark } from "./lib/marks.tsx";
import { checkLabel, drawFinding, type Fill, fitText, ofSide, onTile, Tile } from "./lib/signs.tsx";
import { breakEvenly, LINE, textLines } from "./lib/text.tsx";

/** From the furthest apart to the nearest. */
const VERDICTS = ["no overlap", "narrow", "agreed"] as const;
type Verdict = (typeof VERDICTS)[number];

const KNOWN = { own: "its own words or votes", "second-hand": "second hand" };

const side = z.strictObject({ actor: id, name: line.max(14) });

const gapOptions = z.strictObject({
  sides: z.tuple([side, side]).describe("Two sides whose words are held against each other."),
  actors: z.array(id).min(1).describe("Everybody whose stances the table has."),
  rows: z
    .array(
      z.strictObject({
        theme: id,
        name: line.max(16),
        clause: id
          .optional()
          .describe(
            "The clause of the latest text that answers it; by default the leading one of the theme.",
          ),
        verdict: z
          .enum(VERDICTS)
          .describe("no overlap: each rules the other out. narrow: one text could hold both."),
        judged: day.describe("The last day on which both sides’ stances were read for the verdict."),
      }),
    )
    .min(1),
});

type Options = z.infer<typeof gapOptions>;
type Stance = ReturnType<typeof stanceOf>;

interface GapRow {
  name: string;
  verdict: Verdict;
  stances: Stance[];
}

/** What two sides want on each open question: two cliffs, which meet where their words do. The table has all actors. */
export const gapBoard = withOptions(gapOptions, (ledger, options): View => {
  const { sides, actors } = options;
  const rows: GapRow[] = options.rows
    .map(({ name, verdict, ...row }) => ({
      name,
      verdict,
      stances: sides.map((side) => stanceOf(ledger, side, row)),
    }))
    .sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));
  const positions = actors.flatMap((actor) =>
    options.rows.flatMap(({ theme }) => newestOf(ledger, actor, theme) ?? []),
  );
  const latest = latestText(ledger);
  const answers = options.rows.flatMap(({ theme, clause }) => {
    const asked = clause ?? nth(getRow(ledger, "themes", theme).clauses, 0).id;
    const answer = answerOf(ledger, latest.id, asked);
    return answer ? [{ theme, answer }] : [];
  });
  const judged = (wanted: Verdict) => rows.filter(({ verdict }) => verdict === wanted);
  const named = (verdict: Verdict) =>
    listOf(
      judged(verdict).map(({ name }) => name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())),
    );
  const days = rows.flatMap(({ stances }) => stances.flatMap(({ date }) => date ?? [])).sort();
  const themeOf = (theme: string) => ({
    text: getRow(ledger, "themes", theme).name,
    href: hrefs.theme(theme),
  });
  return {
    draw: (layout, finding = "") => draw(rows, sides, finding, layout),
    table: tableOf(
      {
        who: "Who",
        theme: "On what",
        date: "Date",
        brief: "In brief",
        stance: "What it said",
        known: "How it is known",
      },
      [
        ...positions.map(({ actor, theme, known = "own", ...position }) => ({
          ...position,
          who: actorName(ledger, actor),
          theme: themeOf(theme),
          known: KNOWN[known],
        })),
        ...answers.map(({ theme, answer: { short, says } }) => ({
          who: { text: latest.name, href: hrefs.draft(latest.id) },
          theme: themeOf(theme),
          date: latest.date,
          brief: short,
          stance: says,
        })),
      ],
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
      judged: formatDate(nth(options.rows.map(({ judged }) => judged).sort(), 0)),
    },
    sources: sourcesOf(...positions, ...answers.map(({ answer }) => answer)),
  };
});

/** The last in the file, if several are of one day. */
function newestOf(ledger: Ledger, actor: string, theme: string): Row<"positions"> | undefined {
  return ledger.positions
    .filter((position) => position.actor === actor && position.theme === theme)
    .sort((a, b) => a.date.localeCompare(b.date, "en"))
    .at(-1);
}

/** Throws an Error for a stance newer than the verdict, and for one without a short form. */
function stanceOf(
  ledger: Ledger,
  { name, actor }: Options["sides"][number],
  { theme, judged }: Pick<Options["rows"][number], "theme" | "judged">,
) {
  const found = newestOf(ledger, actor, theme);
  const { side } = findRow(ledger, "organisations", actor) ?? getRow(ledger, "people", actor);
  const none = "no stance found";
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

function draw(rows: readonly GapRow[], sides: Options["sides"], finding: string, layout: Layout): Drawing {
  const { width, isNarrow } = layout;
  const middle = width / 2;
  const [void_, height, space, padding] = isNarrow ? [86, 56, 5, 8] : [136, 58, 6, 11];
  const apart = rows.filter(({ verdict }) => verdict === "no overlap").length;

  const drawTile = (stance: Stance, i: number, y: number, gap: number): VNode => {
    const { side, fill, date, brief, short, label, href } = stance;
    const tile = { x: i === 0 ? 0 : middle + gap / 2, y, width: middle - gap / 2, height };
    const room = tile.width - 2 * padding;
    const color = `${onTile(fill, side)}${i === 0 ? "" : " end"}`;
    const words = breakEvenly(isNarrow ? short : brief, room);
    const when = isNarrow || !date ? [] : [formatShortDate(date)];
    const count = words.length + when.length;
    if (count > 3) throw new Error(`“${words.join(" ")}” is too long for its field: give it a \`short\``);
    for (const line of words) fitText(line, room);
    const x = i === 0 ? padding : width - padding;
    const firstY = y + height / 2 + 5 - ((count - 1) * (LINE - 1)) / 2;
    return (
      <LinkedMark label={label} {...(href && { href })} {...tile}>
        <Tile {...tile} fill={fill} side={side} />
        {textLines(words, x, firstY, color, LINE - 1)}
        {textLines(when, x, firstY + words.length * (LINE - 1), `small ${color}`)}
      </LinkedMark>
    );
  };

  let y = 62;
  const body = rows.map(({ name, verdict, stances }) => {
    const isApart = verdict === "no overlap";
    const [gap, head] = isApart ? [void_, 0] : [verdict === "narrow" ? (isNarrow ? 8 : 12) : 2, 24];
    const top = y + head;
    const names = breakEvenly(name, void_ - 4, "bold");
    const nameY = top + height / 2 + 5 - ((names.length - 1) * LINE) / 2;
    y = top + height + space;
    return (
      <>
        {isApart
          ? textLines(names, middle, nameY, "bold middle")
          : textLines([verdict === "agreed" ? `${name}: agreed` : name], middle, top - 7, "bold middle")}
        {stances.map((stance, i) => drawTile(stance, i, top, gap))}
      </>
    );
  });
  const said = drawFinding(finding, middle, y + 16, width, "middle");
  const hasHollow = rows.some(({ stances }) => stances.some(({ fill }) => fill === "hollow"));
  const keyY = (finding ? said.bottom : y - space) + 20;
  return drawingOf(
    layout,
    hasHollow ? keyY + 5 : keyY - 17,
    <>
      {textLines([`${apart} of ${rows.length}`], middle, 30, "headline middle")}
      {textLines(["do not overlap"], middle, 50, "bold middle")}
      {sides.map(({ name }, i) =>
        textLines(
          [name],
          i * width,
          50,
          `${ofSide(nth(rows, 0).stances[i]?.side, "bold own")}${i === 0 ? "" : " end"}`,
        ),
      )}
      {body}
      {finding && said.body}
      {hasHollow &&
        textLines(
          [isNarrow ? "Filled: its own words. Hollow: second hand." : KEY],
          isNarrow ? middle : 0,
          keyY,
          isNarrow ? "second middle" : "second",
        )}
    </>,
  );
}

const KEY = "Filled: said by that side itself. Hollow: known from headlines or from others.";
