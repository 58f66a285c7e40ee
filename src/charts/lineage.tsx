import { extent, least, pairs, range, scaleLinear } from "d3";
import { formatDate, formatDateAfter, middleOf } from "../format/dates.ts";
import { capitalize, listOf, plural } from "../format/numbers.ts";
import type { Draft, Ledger } from "../ledger/ledger.ts";
import { draftsInOrder, getRow, latestLine } from "../ledger/lookup.ts";
import { nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { getSite } from "../site.ts";
import { daysBetween, type Layout, sourcesOf, tableOf, type View } from "./chart.ts";
import {
  type Box,
  drawDot,
  drawFinding,
  drawingOf,
  lineAcross,
  Linked,
  ofSide,
  overlaps,
} from "./lib/signs.tsx";
import { blockOf, breakEvenly, LINE, widest, widthOf, write } from "./lib/text.tsx";

type Scene = ReturnType<typeof readLineage>;

function readLineage(ledger: Ledger) {
  const drafts = draftsInOrder(ledger);
  const reworks = ({ based_on: [origin] }: Draft) => origin;
  const line = latestLine(ledger);
  const latest = nth(line, -1);
  const others = drafts.filter((draft) => !line.includes(draft));
  // Texts whose side is not known have a lane of their own.
  const texts = line.map((draft) => (draft.by.length > 0 ? draft : { ...draft, by: [UNKNOWN] }));
  const sides = allSides().filter(({ id }) =>
    texts.some(({ by, input }) => by.includes(id) || input.includes(id)),
  );
  const first = nth(texts, 0);
  const steps = texts.filter(reworks);
  // Who wrote the most of the last steps without a break.
  const [writer, written] = sides
    .map(({ id }): [string, Draft[]] => [
      id,
      steps.slice(steps.findLastIndex(({ by }) => !by.includes(id)) + 1),
    ])
    .reduce((a, b) => (b[1].length > a[1].length ? b : a));
  return { drafts, others, texts, sides, steps, first, latest, writer, written, since: written[0] ?? first };
}

const UNKNOWN = "unknown";

function allSides() {
  const { sides, labels } = getSite();
  const names = sides.map(({ id, name, as_author = name }) => ({ id, name: as_author }));
  return [...names, { id: UNKNOWN, name: capitalize(labels.verdicts.unknown.name) }];
}

export function lineage(ledger: Ledger): View {
  const scene = readLineage(ledger);
  const { drafts, others, texts, steps, first, latest, writer, written, since } = scene;
  return {
    draw: (layout, finding = "") => draw(scene, layout, finding),
    table: tableOf(
      {
        draft: "Text",
        date: "Date",
        by: "By",
        input: "By some accounts with",
        points: capitalize(getSite().labels.parts),
        text: "Its text",
        from: "Reworks",
        how: "How",
      },
      drafts.map(({ id, short, date, authors, by, input, points, text_public, based_on }) => ({
        draft: { text: short, href: hrefs.draft(id) },
        date,
        by: authorsOf(by) || authors,
        input: authorsOf(input) || null,
        points,
        text: getSite().labels.publicity[text_public],
        from: based_on.map(({ draft }) => getRow(ledger, "drafts", draft).short).join("; ") || null,
        how: based_on.map(howOf).join("; ") || null,
      })),
    ),
    values: {
      ...(first.points && { first: first.points }),
      ...(latest.points && { last: latest.points }),
      steps: steps.length,
      ...daysBetween(first, latest),
      writer: authorsOf([writer]),
      since: since.short,
      written: written.length,
      way: listOf(texts.map(({ short }) => short)),
      others: others.length,
      from: formatDate(first.date),
      to: formatDate(latest.date),
    },
    sources: sourcesOf(...drafts.flatMap((draft) => [draft, ...draft.based_on])),
  };
}

function howOf({ how, known }: Draft["based_on"][number]) {
  return `${how}${known === "inferred" ? " (our reading)" : ""}`;
}

function authorsOf(sides: readonly string[]) {
  const named = allSides().filter(({ id }) => sides.includes(id));
  return listOf(named.map(({ name }) => name));
}

type Point = readonly [x: number, y: number];

const PIECES = 14;

function draw({ others, texts, sides, steps }: Scene, layout: Layout, finding: string) {
  const { labels } = getSite();
  const { width, isNarrow } = layout;
  const authors = sides.map(({ name }) => name);
  const r = isNarrow ? 8 : 9;
  const lane = isNarrow ? Math.min(38, 170 / sides.length) : Math.min(88, 330 / sides.length);
  const said = drawFinding(finding, 0, 17, width);
  const top = said.bottom + (isNarrow ? 50 : 34);
  const left = isNarrow ? lane / 2 : widest(authors, "bold") + 26;
  const bottom = isNarrow ? 432 : top + lane * (sides.length - 1);
  const columnX = lane * sides.length + 4;
  const from = middleOf(nth(texts, 0).date);
  const to = Math.max(from + 1, middleOf(nth(texts, -1).date));
  const day = scaleLinear([from, to], isNarrow ? [top + 24, bottom - 18] : [left + r + 2, width - 62]);
  const laneOf = (side: string) => sides.findIndex(({ id }) => id === side);
  const at = (lanes: number, time: number): Point =>
    isNarrow ? [left + lanes * lane, day(time)] : [day(time), top + lanes * lane];
  const apart = day.invert(3 * r) - day.invert(0);
  /** The dots of a lane lie side by side, with a line between them. */
  const times = texts.reduce<number[]>((times, { date, by, input }) => {
    const sides = [...by, ...input];
    const isNear = (other: Draft) => [...other.by, ...other.input].some((side) => sides.includes(side));
    const after = times.map((time, j) => (isNear(nth(texts, j)) ? time + apart : time));
    return [...times, Math.max(middleOf(date), ...after)];
  }, []);
  const beads = texts.map((draft, i) => {
    const [time, own, input] = [nth(times, i), draft.by.map(laneOf), draft.input.map(laneOf)];
    const [low = 0, high = 0] = extent(own);
    const box = boxAround(
      [...own, ...input].map((lane) => at(lane, time)),
      r + 2,
    );
    return { draft, time, own, input, ends: [low, high], middle: (low + high) / 2, box };
  });
  const threads = beads.flatMap(({ draft, middle, time }) =>
    draft.based_on.map(({ draft, known }) => {
      const from = nth(
        beads,
        beads.findIndex((bead) => bead.draft.id === draft),
      );
      const points = range(PIECES + 1).map((i) => {
        const t = i / PIECES;
        const eased = t * t * (3 - 2 * t);
        return at(from.middle + eased * (middle - from.middle), from.time + t * (time - from.time));
      });
      return { points, isSaid: known === "said" };
    }),
  );

  const taken: Box[] = [
    { left: 0, right: width, top: -Infinity, bottom: isNarrow ? top - 6 : said.bottom },
    ...threads.flatMap(({ points }) => pairs(points, (a, b) => boxAround([a, b], 6))),
    ...beads.map(({ box }) => box),
    ...sides.map((_, i) => boxAround([at(i, from), isNarrow ? at(i, to) : [width, top + i * lane]], 1)),
  ];
  /** Words at the first free place: in the column as near to `y` as can be or, in wide layouts, one of `places`. */
  const place = (
    parts: Parameters<typeof blockOf>[0],
    y: number,
    places: (width: number, height: number) => Iterable<Point>,
  ) => {
    const block = blockOf(parts, isNarrow ? width - columnX - 4 : Infinity);
    const [wide, height] = [block.width + 4, block.height + 2];
    const inColumn = range(0, 480, 3).flatMap((far) =>
      [far, -far].map((far): Point => [columnX, y + far - height / 2]),
    );
    const under = range(bottom + 60, bottom + 360, 6).flatMap((y) =>
      range(left, width - wide, 12).map((x): Point => [x, y]),
    );
    for (const [left, top] of isNarrow ? inColumn : [...places(wide, height), ...under]) {
      const box = { left, top, right: left + wide, bottom: top + height };
      if (taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      return block.draw(left + 2, top + 15);
    }
    throw new Error(`no place is free for “${nth(parts, 0)[0]}”`);
  };

  const names = beads.map(({ draft: { short, date, points, input }, time, box }, i) => {
    const facts = [
      formatDateAfter(beads[i - 1]?.draft.date, date),
      // Longer words would have no room.
      ...(points === undefined || labels.parts.length > 9 ? [] : [plural(points, labels.part, labels.parts)]),
    ];
    const lines = isNarrow || input.length > 0 ? [facts.join(", ")] : facts;
    return place(
      [
        [short, "bold"],
        ...lines.map((line) => [line, "second"] as const),
        ...input.map((side) => [`with ${authorsOf([side])}, reportedly`, ofSide(side, "own")] as const),
      ],
      day(time),
      function* (wide, height) {
        const x = (box.left + box.right) / 2;
        // Beside the highest two beads, else below or above all.
        if (input.length > 0 && box.right + 6 + wide <= width)
          yield [box.right + 6, box.top + r + 2 + (lane - height) / 2];
        for (const y of [box.bottom + 1, box.top - 1 - height, ...range(box.bottom - 2, bottom + 60, 6)])
          for (const offset of [-wide / 2, -r, r - wide, r + 6, -r - 6 - wide])
            yield [Math.min(Math.max(x + offset, left - r), width - wide), y];
      },
    );
  });

  const lowest = Math.max(bottom, ...taken.map(({ bottom }) => bottom));
  const hollow = [
    texts.some(({ text_public }) => text_public === "none") && `text ${labels.publicity.none}`,
    texts.some(({ input }) => input.length > 0) && "role only reported",
  ].filter(Boolean);
  const isReading = threads.some(({ isSaid }) => !isSaid);
  const key = breakEvenly(
    [
      hollow.length > 0 ? `Hollow: ${hollow.join(", or ")}.` : "Circle: who wrote it.",
      steps.some(({ by }) => by.length > 1) && "The line to a text of several runs between them.",
      isReading && "Dotted between texts: our reading.",
      // More would be a list.
      [1, 2].includes(others.length) && `Not drawn: ${listOf(others.map(({ short }) => short))}.`,
    ]
      .filter(Boolean)
      .join(" "),
    width,
  );
  return drawingOf(layout, lowest + 10 + key.length * LINE, [
    said.body,
    sides.map(({ id }, i) => {
      const [[x, y], author] = [at(i, from), nth(authors, i)];
      const own = ofSide(id, "bold own");
      // Narrow: in turns on two lines, as a name is wider than its lane.
      return isNarrow
        ? [
            <path class="hair" d={`M${x} ${top}V${bottom}`} />,
            write(author, Math.max(x - widthOf(author, "bold") / 2, 0), top - 6 - (i % 2) * LINE, own),
          ]
        : [lineAcross("hair", y, width, left), write(author, 0, y + 5, own)];
    }),
    threads.map(({ points, isSaid }) => <path class={isSaid ? "line" : "line guessed"} d={pathOf(points)} />),
    beads.map(({ draft, time, own, input, ends, box }) => {
      const { short, date, authors, by, text_public, based_on } = draft;
      const facts = [labels.publicity[text_public], ...based_on.map(howOf)];
      return (
        <Linked
          label={[`${short}, ${formatDate(date)}: ${authors}`, ...facts].join("; ")}
          href={hrefs.draft(draft.id)}
          at={[box.left, box.top, box.right - box.left, box.bottom - box.top]}
        >
          {own.length > 1 && <path class="stem" d={pathOf(ends.map((lane) => at(lane, time)))} />}
          {input.map((lane, i) => {
            const nearest = least(own, (own) => Math.abs(own - lane)) ?? lane;
            return [
              <path class="dotted" d={pathOf([at(nearest, time), at(lane, time)])} />,
              drawDot(...at(lane, time), r, "hollow", draft.input[i]),
            ];
          })}
          {by.map((side) =>
            drawDot(...at(laneOf(side), time), r, text_public === "none" ? "hollow" : "solid", side),
          )}
        </Linked>
      );
    }),
    names,
    write(key, 0, lowest + 22, "second"),
  ]);
}

function boxAround(points: readonly Point[], margin: number): Box {
  const [left = 0, right = 0] = extent(points, ([x]) => x);
  const [top = 0, bottom = 0] = extent(points, ([, y]) => y);
  return { left: left - margin, right: right + margin, top: top - margin, bottom: bottom + margin };
}

function pathOf(points: readonly Point[]) {
  return `M${points.map((point) => point.join(" ")).join("L")}`;
}
