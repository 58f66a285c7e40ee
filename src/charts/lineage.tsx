import { range, scaleLinear } from "d3";
import type { VNode } from "preact";
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
import { breakEvenly, LINE, metricsOf, write, widest, widthOf } from "./lib/text.tsx";

const lineageOptions = z
  .strictObject({
    headline: z
      .enum(["points", "texts"])
      .describe("The large number: points of the first and the last text, or how many texts there are."),
  })
  .default({ headline: "texts" });

/** The texts that became the latest one, each in the lanes of its authors; a thread leads from text to text. */
export const lineage = withOptions(lineageOptions, (ledger, { headline }): View => {
  const drafts = draftsInOrder(ledger);
  const latest = latestText(ledger);
  const way = wayTo(ledger, latest);
  const first = nth(way, 0);
  const family = new Set([latest, ...reworkedDrafts(ledger, latest)]);
  const texts = drafts.filter((draft) => family.has(draft));
  const sides = getSite().sides.filter(({ id }) =>
    texts.some(({ by, input }) => by.includes(id) || input.includes(id)),
  );
  // Who wrote the most of the last steps without a break.
  const [writer, steps] = sides
    .map(({ id }): [string, Draft[]] => [id, way.slice(way.findLastIndex(({ by }) => !by.includes(id)) + 1)])
    .reduce((a, b) => (b[1].length > a[1].length ? b : a));
  const howOf = ({ based_on }: Draft) => based_on.map(({ how }) => how);
  const days = Math.round((middleOf(latest.date) - middleOf(first.date)) / 86_400_000);
  const [number, unit] =
    headline === "points"
      ? [`${first.points} to ${latest.points}`, `${getSite().labels.parts} in ${days} days`]
      : [String(texts.length), `texts in ${days} days`];
  const origins = (draft: Draft) =>
    draft.based_on.map(({ draft, known }) => ({ origin: getRow(ledger, "drafts", draft), known }));
  return {
    draw: (layout, finding = "") => {
      const scene = {
        texts,
        sides,
        writer,
        from: nth(steps, 0),
        hasPoints: headline === "points",
        number,
        unit,
        finding,
        origins,
        howOf,
      };
      return draw(scene, layout);
    },
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
      drafts.map((draft) => ({
        draft: { text: draft.short, href: hrefs.draft(draft.id) },
        date: draft.date,
        by: seatsOf(draft.by),
        input: seatsOf(draft.input) || null,
        points: draft.points,
        text: getSite().labels.publicity[draft.text_public],
        from:
          origins(draft)
            .map(({ origin }) => origin.short)
            .join("; ") || null,
        how: howOf(draft).join("; ") || null,
      })),
    ),
    values: {
      first: first.points ?? 0,
      last: latest.points ?? 0,
      steps: way.length - 1,
      days,
      writer: seatsOf([writer]),
      since: nth(steps, 0).short,
      written: steps.length,
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
  return listOf(
    getSite()
      .sides.filter(({ id }) => sides.includes(id))
      .map(({ name, seat = name }) => seat),
  );
}

/** Ancestors of a draft, earliest first, then the draft; follows the first ancestor that each text names. */
function wayTo(ledger: Ledger, draft: Draft): Draft[] {
  const [origin] = draft.based_on;
  return origin ? [...wayTo(ledger, getRow(ledger, "drafts", origin.draft)), draft] : [draft];
}

interface Scene {
  texts: readonly Draft[];
  sides: ReturnType<typeof getSite>["sides"];
  writer: string;
  /** The first text of the finding. */
  from: Draft;
  /** Whether points are counted. */
  hasPoints: boolean;
  number: string;
  unit: string;
  finding: string;
  origins: (draft: Draft) => { origin: Draft; known: string }[];
  howOf: (draft: Draft) => string[];
}

type Point = readonly [x: number, y: number];

/** Pieces of a thread between two texts. */
const PIECES = 14;

const KEY = ["Filled: published or read out.", "Hollow: not published."];

/** Wide: lanes are rows and days go across. Narrow: lanes are columns and days go down. */
function draw(scene: Scene, layout: Layout) {
  const { texts, sides, writer, from, hasPoints, number, unit, finding, origins, howOf } = scene;
  const { parts } = getSite().labels;
  const { width, isNarrow } = layout;
  const seats = sides.map(({ name, short, seat = name, short_seat = short }) =>
    isNarrow ? short_seat : seat,
  );
  const r = isNarrow ? 8 : 9;
  const lane = isNarrow ? Math.min(42, 170 / sides.length) : Math.min(88, 330 / sides.length);
  const top = isNarrow ? 66 : 90;
  const left = isNarrow ? lane / 2 : widest(seats, "bold") + 26;
  const bottom = isNarrow ? 452 : top + lane * (sides.length - 1);
  const columnX = lane * sides.length + 4;
  const day = scaleLinear(
    [middleOf(nth(texts, 0).date), middleOf(nth(texts, -1).date)],
    isNarrow ? [top + 24, bottom - 18] : [left + r + 2, width - 62],
  );
  const laneOf = (side: string) => sides.findIndex(({ id }) => id === side);
  /** A point on a lane, which may be between two, at a time. */
  const at = (lanes: number, time: number): Point =>
    isNarrow ? [left + lanes * lane, day(time)] : [day(time), top + lanes * lane];
  const beads = texts.map((draft) => {
    const own = draft.by.map(laneOf).sort((a, b) => a - b);
    const input = draft.input.map(laneOf);
    const [from, to] = [nth(own, 0), nth(own, -1)];
    const time = middleOf(draft.date);
    const all = [...own, ...input].sort((a, b) => a - b);
    return {
      draft,
      time,
      own,
      input,
      from,
      to,
      middle: (from + to) / 2,
      low: nth(all, 0),
      high: nth(all, -1),
    };
  });
  const beadOf = (draft: Draft) => beads[texts.indexOf(draft)] ?? nth(beads, 0);
  const threads = beads.flatMap((bead) =>
    origins(bead.draft).map(({ origin, known }) => {
      const from = beadOf(origin);
      const points = Array.from({ length: PIECES + 1 }, (_, i) => {
        const t = i / PIECES;
        const eased = t * t * (3 - 2 * t);
        return at(from.middle + eased * (bead.middle - from.middle), from.time + t * (bead.time - from.time));
      });
      return { points, known };
    }),
  );

  // What labels may not touch.
  const taken: Box[] = [
    { left: 0, right: width, top: 0, bottom: 38 },
    ...threads.flatMap(({ points }) =>
      points.slice(1).map((point, i) => boxAround([point, nth(points, i)], 6)),
    ),
    ...beads.flatMap(({ low, high, time }) => boxAround([at(low, time), at(high, time)], r + 2)),
    ...sides.map((_, i) =>
      boxAround(
        [at(i, day.domain()[0] ?? 0), isNarrow ? at(i, day.domain()[1] ?? 0) : [width, top + i * lane]],
        1,
      ),
    ),
  ];
  const place = (size: Parameters<typeof placeFree>[0], places: Iterable<Point>) => {
    const box = placeFree(size, places, taken);
    taken.push(box);
    return box;
  };

  const column = width - columnX - 4;
  const labels = beads.map(({ draft, time, low, high }): VNode => {
    const { short, date, points, input } = draft;
    const facts = [formatDays(date), ...(points === undefined || !hasPoints ? [] : [`${points} ${parts}`])];
    const hands = input.map((side) => `${seatsOf([side])}’s hand, it is said`);
    const isFlat = isNarrow || hands.length > 0;
    const lines = isFlat ? breakEvenly(facts.join(", "), isNarrow ? column : width) : facts;
    const size = {
      words: short,
      width: Math.max(widthOf(short, "bold"), widest([...lines, ...hands])) + 4,
      height: (1 + lines.length + hands.length) * LINE + 2,
    };
    const box = place(size, placesOf(at(low, time), at(high, time), size, hands.length > 0));
    const [x, y] = [box.left + 2, box.top + 15];
    return (
      <>
        {write([short], x, y, "bold")}
        {write(lines, x, y + LINE, "second")}
        {hands.map((words, i) =>
          write([words], x, y + (1 + lines.length + i) * LINE, ofSide(input[i], "own")),
        )}
      </>
    );
  });

  /** Places for the label of beads: beside, below or above them. */
  function* placesOf(
    [, fromY]: Point,
    [toX, toY]: Point,
    { width: wide, height }: { width: number; height: number },
    isBetween: boolean,
  ): Generator<Point> {
    for (let far = 0; isNarrow && far < 90; far += 3) {
      yield [columnX, fromY - height / 2 + far];
      yield [columnX, fromY - height / 2 - far];
    }
    const between = (fromY + Math.min(toY, fromY + lane) - height) / 2;
    if (isBetween && toX + r + 8 + wide <= width) yield [toX + r + 8, between];
    for (const y of [toY + r + 3, fromY - r - 3 - height, ...range(toY, bottom + 60, 6)])
      for (const offset of [-wide / 2, -r, r - wide, r + 6, -r - 6 - wide])
        yield [Math.min(Math.max(toX + offset, left - r), width - wide), y];
  }

  const { step } = metricsOf("finding");
  const said = breakEvenly(finding, isNarrow ? column : 190, "finding");
  const margin = isNarrow ? 6 : 0;
  const saidSize = {
    words: finding,
    width: widest(said, "finding") + 4,
    height: said.length * step + 2 * margin,
  };
  const [fromX, fromY] = at(laneOf(writer), middleOf(from.date));
  const places = isNarrow
    ? range(fromY, bottom, 3).map((y): Point => [columnX, y])
    : // Below the lane of who is named, else in the middle between two lanes, the nearest first.
      [4, lane / 2, -lane / 2, 1.5 * lane, -1.5 * lane].flatMap((down, i) =>
        range(fromX + r, width - saidSize.width, 4).map((x): Point => [
          x,
          fromY + down - (i === 0 ? 0 : saidSize.height / 2),
        ]),
      );
  const saidBox = finding === "" ? undefined : place(saidSize, places);

  const readings = threads.flatMap(({ points, known }): VNode[] => {
    if (known === "said") return [];
    const lines = breakEvenly("our reading: the same text, revised", isNarrow ? column : 150);
    const [wide, height] = [widest(lines) + 4, lines.length * LINE + 2];
    const places = points.flatMap(([x, y]) =>
      isNarrow
        ? [[columnX, y - height / 2] as const]
        : [[x + 10, y + 8] as const, [x - 10 - wide, y - 8 - height] as const],
    );
    // From the middle of the thread on.
    const sorted = [...places.slice(places.length / 2), ...places];
    const { left, top } = place({ words: "our reading", width: wide, height }, sorted);
    return write(lines, left + 2, top + 15, "second");
  });

  const lowest = Math.max(bottom, ...taken.map(({ bottom }) => bottom));
  const hasHollow = texts.some(({ text_public }) => text_public === "none");
  const key = !hasHollow ? [] : isNarrow ? KEY : [KEY.join(" ")];

  return drawingOf(
    layout,
    lowest + 10 + key.length * LINE,
    <>
      {write([number], 0, 30, "headline")}
      {write([unit], widthOf(number, "headline") + 10, 30, "bold")}
      {sides.map(({ id }, i) => {
        const [x, y] = at(i, day.domain()[0] ?? 0);
        return (
          <>
            <path class="hair" d={isNarrow ? `M${x} ${top}V${bottom}` : `M${left} ${y}H${width}`} />
            {write(
              seats.slice(i, i + 1),
              isNarrow ? x : 0,
              isNarrow ? top - 6 : y + 5,
              ofSide(id, isNarrow ? "bold middle own" : "bold own"),
            )}
          </>
        );
      })}
      {threads.map(({ points, known }) => (
        <path class={known === "said" ? "line" : "line guessed"} d={pathOf(points)} />
      ))}
      {beads.map(({ draft, time, own, input, from, to, low, high }) => {
        const fill: Fill = draft.text_public === "none" ? "hollow" : "solid";
        const area = boxAround([at(low, time), at(high, time)], r + 3);
        const label = [
          `${draft.short}, ${formatDate(draft.date)}: ${seatsOf(draft.by)}`,
          getSite().labels.publicity[draft.text_public],
          ...howOf(draft),
        ].join("; ");
        const inputs = draft.input.map((side, i): VNode => {
          const nearest = own.reduce((a, b) =>
            Math.abs(b - nth(input, i)) < Math.abs(a - nth(input, i)) ? b : a,
          );
          return (
            <>
              <path class="dotted" d={pathOf([at(nearest, time), at(nth(input, i), time)])} />
              {bead(at(nth(input, i), time), "hollow", side)}
            </>
          );
        });
        return (
          <Linked
            label={label}
            href={hrefs.draft(draft.id)}
            at={[area.left, area.top, area.right - area.left, area.bottom - area.top]}
          >
            {to > from && <path class="stem" d={pathOf([at(from, time), at(to, time)])} />}
            {inputs}
            {draft.by.map((side) => bead(at(laneOf(side), time), fill, side))}
          </Linked>
        );
      })}
      {labels}
      {readings}
      {saidBox &&
        write(said, saidBox.left + 2, saidBox.top + margin + 16, `finding ${ofSide(writer, "own")}`)}
      {write(key, 0, lowest + 22, "second")}
    </>,
  );

  function bead([x, y]: Point, fill: Fill, side: string): VNode {
    return drawDot(x, y, r, fill, side);
  }
}

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
  return `M${points.map(([x, y]) => `${x} ${y}`).join("L")}`;
}
