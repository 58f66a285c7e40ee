import { range, scaleLinear } from "d3";
import { z } from "zod";
import { formatDate, formatDays } from "../format/dates.ts";
import { listOf } from "../format/numbers.ts";
import type { Draft, Ledger } from "../ledger/ledger.ts";
import { draftsInOrder, getRow, latestText, reworkedDrafts } from "../ledger/lookup.ts";
import { nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { getSite } from "../site.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { middleOf } from "./lib/axis.tsx";
import { type Box, drawDot, drawingOf, type Fill, Linked, ofSide, placeFree } from "./lib/signs.tsx";
import { blockOf, breakEvenly, breakText, LINE, widest, widthOf, write } from "./lib/text.tsx";

const lineageOptions = z
  .strictObject({
    headline: z
      .enum(["points", "texts"])
      .describe("The large number: points of the first and the last text, or how many texts there are."),
  })
  .default({ headline: "texts" });

type Scene = ReturnType<typeof readLineage>;

function readLineage(ledger: Ledger, headline: "points" | "texts") {
  const latest = latestText(ledger);
  const family = new Set([latest, ...reworkedDrafts(ledger, latest)]);
  const texts = draftsInOrder(ledger).filter((draft) => family.has(draft));
  const sides = getSite().sides.filter(({ id }) =>
    texts.some(({ by, input }) => by.includes(id) || input.includes(id)),
  );
  const way = wayTo(ledger, latest);
  const first = nth(way, 0);
  // Who wrote the most of the last steps without a break.
  const [writer, written] = sides
    .map(({ id }): [string, Draft[]] => [id, way.slice(way.findLastIndex(({ by }) => !by.includes(id)) + 1)])
    .reduce((a, b) => (b[1].length > a[1].length ? b : a));
  const days = Math.round((middleOf(latest.date) - middleOf(first.date)) / 86_400_000);
  const hasPoints = headline === "points";
  const [number, unit] = hasPoints
    ? [`${first.points} to ${latest.points}`, getSite().labels.parts]
    : [String(texts.length), "texts"];
  return {
    texts,
    sides,
    way,
    first,
    latest,
    writer,
    written,
    days,
    hasPoints,
    number,
    unit: `${unit} in ${days} days`,
  };
}

/** Ancestors of a draft, earliest first, then the draft; follows the first ancestor that each text names. */
function wayTo(ledger: Ledger, draft: Draft): Draft[] {
  const [origin] = draft.based_on;
  return origin ? [...wayTo(ledger, getRow(ledger, "drafts", origin.draft)), draft] : [draft];
}

/** The texts that became the latest one, each in the lanes of its authors; a thread leads from text to text. */
export const lineage = withOptions(lineageOptions, (ledger, { headline }): View => {
  const scene = readLineage(ledger, headline);
  const { texts, way, first, latest, writer, written, days } = scene;
  const drafts = draftsInOrder(ledger);
  const since = nth(written, 0);
  return {
    draw: (layout, finding = "") => draw(scene, since, layout, finding),
    table: tableOf(
      {
        draft: "Text",
        date: "Date",
        by: "By",
        input: "With input, by some accounts",
        points: "Points",
        text: "How public it is",
        from: "Reworks",
        how: "What is said of it",
      },
      drafts.map(({ id, short, date, by, input, points, text_public, based_on }) => ({
        draft: { text: short, href: hrefs.draft(id) },
        date,
        by: seatsOf(by),
        input: seatsOf(input) || null,
        points,
        text: getSite().labels.publicity[text_public],
        from: based_on.map(({ draft }) => getRow(ledger, "drafts", draft).short).join("; ") || null,
        how: based_on.map(({ how }) => how).join("; ") || null,
      })),
    ),
    values: {
      first: first.points ?? 0,
      last: latest.points ?? 0,
      steps: way.length - 1,
      days,
      writer: seatsOf([writer]),
      since: since.short,
      written: written.length,
      firstName: first.name,
      lastName: latest.name,
      via: listOf(way.slice(1, -1).map(({ short }) => short)),
      alone: drafts.filter(({ based_on }) => based_on.length === 0).length,
      texts: drafts.length,
      others: drafts.length - texts.length,
      from: formatDate(first.date),
      to: formatDate(nth(drafts, -1).date),
    },
    sources: sourcesOf(...drafts.flatMap((draft) => [draft, ...draft.based_on])),
  };
});

function seatsOf(sides: readonly string[]): string {
  const named = getSite().sides.filter(({ id }) => sides.includes(id));
  return listOf(named.map(({ name, seat = name }) => seat));
}

type Point = readonly [x: number, y: number];

/** Pieces of a thread between two texts. */
const PIECES = 14;

/** Wide: lanes are rows and days go across. Narrow: lanes are columns and days go down. */
function draw(
  { texts, sides, writer, hasPoints, number, unit }: Scene,
  since: Draft,
  layout: Layout,
  finding: string,
) {
  const { labels } = getSite();
  const { width, isNarrow } = layout;
  const seats = sides.map(({ name, seat = name }) => seat);
  const r = isNarrow ? 8 : 9;
  const lane = isNarrow ? Math.min(38, 170 / sides.length) : Math.min(88, 330 / sides.length);
  const top = isNarrow ? 84 : 90;
  const left = isNarrow ? lane / 2 : widest(seats, "bold") + 26;
  const bottom = isNarrow ? 468 : top + lane * (sides.length - 1);
  const columnX = lane * sides.length + 4;
  const column = width - columnX - 4;
  const [from, to] = [middleOf(nth(texts, 0).date), middleOf(nth(texts, -1).date)];
  const day = scaleLinear([from, to], isNarrow ? [top + 24, bottom - 18] : [left + r + 2, width - 62]);
  const laneOf = (side: string) => sides.findIndex(({ id }) => id === side);
  /** A point on a lane, which may be between two, at a time. */
  const at = (lanes: number, time: number): Point =>
    isNarrow ? [left + lanes * lane, day(time)] : [day(time), top + lanes * lane];
  const beads = texts.map((draft) => {
    const [time, own, input] = [middleOf(draft.date), draft.by.map(laneOf), draft.input.map(laneOf)];
    const [low, high] = [Math.min(...own, ...input), Math.max(...own, ...input)];
    const ends = [at(Math.min(...own), time), at(Math.max(...own), time)] as const;
    const middle = (Math.min(...own) + Math.max(...own)) / 2;
    return { draft, time, own, input, ends, middle, low: at(low, time), high: at(high, time) };
  });
  const threads = beads.flatMap((bead) =>
    bead.draft.based_on.map(({ draft, known }) => {
      const from = nth(
        beads,
        texts.findIndex(({ id }) => id === draft),
      );
      const points = range(PIECES + 1).map((i) => {
        const t = i / PIECES;
        const eased = t * t * (3 - 2 * t);
        return at(from.middle + eased * (bead.middle - from.middle), from.time + t * (bead.time - from.time));
      });
      return { points, isSaid: known === "said" };
    }),
  );

  // What labels may not touch.
  const taken: Box[] = [
    { left: 0, right: width, top: 0, bottom: 38 },
    ...threads.flatMap(({ points }) =>
      points.slice(1).map((point, i) => boxAround([point, nth(points, i)], 6)),
    ),
    ...beads.map(({ low, high }) => boxAround([low, high], r + 2)),
    ...sides.map((_, i) => boxAround([at(i, from), isNarrow ? at(i, to) : [width, top + i * lane]], 1)),
  ];
  /** Words at the first free place, their first baseline `over` px below its top. */
  const place = (
    block: ReturnType<typeof blockOf>,
    words: string,
    places: (size: Size) => Iterable<Point>,
    [over, extra] = [15, 2],
  ) => {
    const size = { width: block.width + 4, height: block.height + extra };
    const box = placeFree({ ...size, words }, places(size), taken);
    taken.push(box);
    return block.draw(box.left + 2, box.top + over);
  };

  const names = beads.map(({ draft, low, high }) => {
    const { short, date, points, input } = draft;
    const facts = [
      formatDays(date),
      ...(points === undefined || !hasPoints ? [] : [`${points} ${labels.parts}`]),
    ];
    const isFlat = isNarrow || input.length > 0;
    const lines = isFlat ? breakEvenly(facts.join(", "), isNarrow ? column : width) : facts;
    const block = blockOf([
      [short, "bold"],
      ...lines.map((line) => [line, "second"] as const),
      ...input.map((side) => [`${seatsOf([side])}’s hand, reportedly`, ofSide(side, "own")] as const),
    ]);
    return place(block, short, (size) => placesOf(low, high, size, input.length > 0));
  });

  /** Places for the label of beads: beside, below or above them. */
  function* placesOf([, fromY]: Point, [toX, toY]: Point, size: Size, isBetween: boolean): Generator<Point> {
    const { width: wide, height } = size;
    for (let far = 0; isNarrow && far < 90; far += 3)
      for (const y of [fromY - height / 2 + far, fromY - height / 2 - far]) yield [columnX, y];
    const between = (fromY + Math.min(toY, fromY + lane) - height) / 2;
    if (isBetween && toX + r + 8 + wide <= width) yield [toX + r + 8, between];
    for (const y of [toY + r + 3, fromY - r - 3 - height, ...range(toY, bottom + 60, 6)])
      for (const offset of [-wide / 2, -r, r - wide, r + 6, -r - 6 - wide])
        yield [Math.min(Math.max(toX + offset, left - r), width - wide), y];
  }

  const said = breakEvenly(finding, isNarrow ? column : 190, "finding");
  const [fromX, fromY] = at(laneOf(writer), middleOf(since.date));
  const saidWords = place(
    blockOf(said.map((line) => [line, ofSide(writer, "finding own")] as const)),
    finding,
    ({ width: wide, height }) =>
      isNarrow
        ? range(fromY, bottom, 3).map((y): Point => [columnX, y])
        : // Below the lane of who is named, else in the middle between two lanes, the nearest first.
          [4, lane / 2, -lane / 2, 1.5 * lane, -1.5 * lane].flatMap((down, i) =>
            range(fromX + r, width - wide, 4).map((x): Point => [
              x,
              fromY + down - (i === 0 ? 0 : height / 2),
            ]),
          ),
    isNarrow ? [22, 12] : [16, 0],
  );

  const readings = threads
    .filter(({ isSaid }) => !isSaid)
    .map(({ points }) => {
      const lines = breakEvenly("our reading: the same text, revised", isNarrow ? column : 150);
      return place(
        blockOf(lines.map((line) => [line, "second"] as const)),
        "our reading",
        ({ width: wide, height }) => {
          const places = points.flatMap(([x, y]): Point[] =>
            isNarrow
              ? [[columnX, y - height / 2]]
              : [
                  [x + 10, y + 8],
                  [x - 10 - wide, y - 8 - height],
                ],
          );
          // From the middle of the thread on.
          return [...places.slice(places.length / 2), ...places];
        },
      );
    });

  const lowest = Math.max(bottom, ...taken.map(({ bottom }) => bottom));
  const hasHollow = texts.some(({ text_public }) => text_public === "none");
  const key = hasHollow ? breakText("Filled: published or read out. Hollow: neither.", width) : [];
  return drawingOf(layout, lowest + 10 + key.length * LINE, [
    write(number, 0, 30, "headline"),
    write(unit, widthOf(number, "headline") + 18, 30, "bold"),
    sides.map(({ id }, i) => {
      const [x, y] = at(i, from);
      return [
        <path class="hair" d={isNarrow ? `M${x} ${top}V${bottom}` : `M${left} ${y}H${width}`} />,
        isNarrow
          ? // In turns on two lines, as a name is wider than its lane.
            write(
              nth(seats, i),
              Math.max(x - widthOf(nth(seats, i), "bold") / 2, 0),
              top - (i % 2 === 0 ? 6 : 6 + LINE),
              ofSide(id, "bold own"),
            )
          : write(nth(seats, i), 0, y + 5, ofSide(id, "bold own")),
      ];
    }),
    threads.map(({ points, isSaid }) => <path class={isSaid ? "line" : "line guessed"} d={pathOf(points)} />),
    beads.map(({ draft, time, own, input, ends, low, high }) => {
      const { short, date, by, text_public, based_on } = draft;
      const fill: Fill = text_public === "none" ? "hollow" : "solid";
      const area = boxAround([low, high], r + 3);
      const facts = [labels.publicity[text_public], ...based_on.map(({ how }) => how)];
      return (
        <Linked
          label={[`${short}, ${formatDate(date)}: ${seatsOf(by)}`, ...facts].join("; ")}
          href={hrefs.draft(draft.id)}
          at={[area.left, area.top, area.right - area.left, area.bottom - area.top]}
        >
          {own.length > 1 && <path class="stem" d={pathOf(ends)} />}
          {input.map((lane, i) => {
            const nearest = own.reduce((a, b) => (Math.abs(b - lane) < Math.abs(a - lane) ? b : a));
            return [
              <path class="dotted" d={pathOf([at(nearest, time), at(lane, time)])} />,
              drawDot(...at(lane, time), r, "hollow", draft.input[i]),
            ];
          })}
          {by.map((side) => drawDot(...at(laneOf(side), time), r, fill, side))}
        </Linked>
      );
    }),
    names,
    readings,
    saidWords,
    write(key, 0, lowest + 22, "second"),
  ]);
}

type Size = Record<"width" | "height", number>;

function boxAround(points: readonly Point[], margin: number): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    left: Math.min(...xs) - margin,
    right: Math.max(...xs) + margin,
    top: Math.min(...ys) - margin,
    bottom: Math.max(...ys) + margin,
  };
}

function pathOf(points: readonly Point[]): string {
  return `M${points.map((point) => point.join(" ")).join("L")}`;
}
