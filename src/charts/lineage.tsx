import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatDays } from "../i18n/dates.ts";
import { countInWords, listOf } from "../i18n/numbers.ts";
import { draftsInOrder, latestText } from "../ledger/drafts.ts";
import type { Draft, Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { routes, site } from "../site.ts";
import { keyOf, type Layout, px } from "./lib/drawing.ts";
import { drawingOf, Mark } from "./lib/marks.tsx";
import { textLines, widest, widthOf } from "./lib/text.tsx";
import { sourcesOf, tableOf, type View, withOptions } from "./view.ts";

const PUBLICITY = {
  full: { sign: "stated", label: "published" },
  partial: { sign: "softened", label: "read out" },
  none: { sign: "block-open", label: "only described" },
} as const;

interface Text {
  draft: Draft;
  /** Indexes of the earlier texts that it reworks; `step` numbers those on the way from the first to the latest. */
  from: { at: number; said: boolean; step: number | undefined }[];
  /** Reworks no text, and no text reworks it. */
  isLoose: boolean;
  says: string;
}

/** Who wrote each text, and which was made from which; the way from the first text to the latest in numbered steps. */
export const lineage = withOptions(z.strictObject({}), (ledger): View => {
  const drafts = draftsInOrder(ledger);
  const latest = latestText(ledger);
  const line = lineTo(ledger, latest);
  const first = line[0] ?? latest;
  const names = (sides: readonly string[]) =>
    listOf(site.sides.filter(({ id }) => sides.includes(id)).map(({ seat }) => seat));
  const origins = new Set(drafts.flatMap(({ based_on }) => based_on.map(({ draft }) => draft)));
  const texts = drafts.map((draft): Text => {
    const onLine = line.indexOf(draft);
    return {
      draft,
      from: draft.based_on.map(({ draft: id, known }) => ({
        at: drafts.findIndex((other) => other.id === id),
        said: known === "said",
        step: onLine > 0 && line[onLine - 1]?.id === id ? onLine : undefined,
      })),
      isLoose: draft.based_on.length === 0 && !origins.has(draft.id),
      says: [
        `${draft.name}, ${formatDate(draft.date)}: ${names(draft.by)}`,
        ...draft.based_on.map(({ how }) => how),
      ].join("; "),
    };
  });
  const from = texts.flatMap((text) => text.from);
  return {
    key: keyOf(
      ...(["full", "partial", "none"] as const)
        .filter((known) => drafts.some(({ text_public }) => text_public === known))
        .map((known) => ({ glyph: PUBLICITY[known].sign, label: PUBLICITY[known].label })),
      drafts.some(({ input }) => input.length > 0) && {
        glyph: "ring",
        label: "had a hand in it by some accounts, or gave input",
      },
      from.some(({ said }) => said) && { glyph: "changed", label: "reworked into" },
      from.some(({ said }) => !said) && {
        glyph: "gap",
        label: "the same by name and number; nobody says so",
      },
    ),
    draw: (layout) => draw(texts, layout),
    table: tableOf(
      {
        draft: "Text",
        date: "Date",
        by: "By",
        text: "How public it is",
        from: "Reworks",
        how: "What is said of it",
      },
      drafts,
      (draft) => [
        { text: draft.name, href: routes.draft(draft.id) },
        draft.date,
        names(draft.by),
        PUBLICITY[draft.text_public].label,
        draft.based_on.map((origin) => get(ledger, "drafts", origin.draft).name).join("; ") || null,
        draft.based_on.map(({ how }) => how).join("; ") || null,
      ],
    ),
    description:
      `From ${first.name} to ${latest.name} in ${countInWords(line.length - 1)} steps, by way of ` +
      `${listOf(line.slice(1, -1).map(({ short }) => short))}. ` +
      `For ${countInWords(drafts.filter(({ based_on }) => based_on.length === 0).length)} of ${drafts.length} texts no earlier text is known that they rework.`,
    values: {
      first: String(first.points ?? ""),
      last: String(latest.points ?? ""),
      steps: countInWords(line.length - 1),
      from: formatDate(first.date),
      to: formatDate(drafts.at(-1)?.date ?? latest.date),
    },
    numbers: { steps: line.length - 1, first: first.points ?? 0, last: latest.points ?? 0 },
    sources: sourcesOf(...drafts.flatMap((draft) => [draft, ...draft.based_on])),
  };
});

/** The texts that a draft goes back to, the earliest first, itself last: at each step the first that is named. */
function lineTo(ledger: Ledger, draft: Draft): Draft[] {
  const origin = draft.based_on[0];
  return origin ? [...lineTo(ledger, get(ledger, "drafts", origin.draft)), draft] : [draft];
}

type Place = readonly [x: number, y: number];
type PlaceOf = (text: number, side: string) => Place;

/** Texts below one another, each with its date and name on one line, their authors in lanes at the right. */
function draw(texts: readonly Text[], layout: Layout) {
  const { width } = layout;
  const narrow = layout.name === "narrow";
  const days = widest(texts.map(({ draft }) => formatDays(draft.date, undefined))) + 8;
  const names = widest(texts.map(({ draft }) => draft.short));
  const left = narrow ? days + names + 6 : Math.max(days + names + 20, width * 0.42);
  const step = 36;
  const lane = (width - left) / Math.max(1, site.sides.length);
  const top = 28;
  const end = top + step * texts.length;
  const place: PlaceOf = (text, side) => [
    left + lane * (site.sides.findIndex(({ id }) => id === side) + 0.5),
    top + step * (text + 0.5),
  ];
  return drawingOf(
    layout,
    Math.ceil(end + 4),
    <>
      {site.sides.map(({ id, seat, short_seat }) => (
        <>
          <path class="hair" d={`M${px(place(0, id)[0])} ${top}V${px(end)}`} />
          {textLines(
            [widthOf(seat, "bold") + 6 < lane ? seat : short_seat],
            place(0, id)[0],
            15,
            "bold middle",
          )}
        </>
      ))}
      {drawArrows(texts, place)}
      {texts.map((text, i) => (
        <Mark
          of={{ id: text.draft.id, says: text.says, href: routes.draft(text.draft.id) }}
          y={top + step * i}
          width={width}
          height={step}
        >
          {textLines([formatDays(text.draft.date, undefined)], 0, top + step * (i + 0.5) + 5, "second")}
          {textLines([text.draft.short], days, top + step * (i + 0.5) + 5, text.isLoose ? "gone" : undefined)}
          {drawSigns(text, i, place)}
        </Mark>
      ))}
    </>,
  );
}

/** The sign of a text in the lane of each author, joined where several wrote it. */
function drawSigns({ draft, isLoose }: Text, at: number, place: PlaceOf): VNode {
  const own = draft.by.map((side) => place(at, side)).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const [from, to] = [own[0], own.at(-1)];
  return (
    <g class={isLoose ? "loose" : undefined}>
      {own.length > 1 && from && to && <path class="joined" d={pathOf([from, to])} />}
      {own.map(([x, y]) => (
        <>
          <rect class="paper" x={px(x - 6)} y={px(y - 6)} width={12} height={12} />
          <use href={`#${PUBLICITY[draft.text_public].sign}`} x={px(x)} y={px(y)} />
        </>
      ))}
      {draft.input.map((side) => {
        const [x, y] = place(at, side);
        return <use href="#ring" x={px(x)} y={px(y)} />;
      })}
    </g>
  );
}

/** An arrow from each text to those that rework it, with its number where it is a step of the way. */
function drawArrows(texts: readonly Text[], place: PlaceOf): VNode[] {
  return texts.flatMap(({ draft, from }, i) =>
    from.map(({ at, said, step }) => {
      const ends = (texts[at]?.draft.by ?? []).flatMap((a) =>
        draft.by.map((b) => [place(at, a), place(i, b)] as const),
      );
      const [start, end] = ends.reduce((best, pair) => (lengthOf(pair) < lengthOf(best) ? pair : best));
      const length = lengthOf([start, end]) || 1;
      const [along, over] = [(end[0] - start[0]) / length, (end[1] - start[1]) / length];
      const point = (from: Place, by: number, side = 0): Place => [
        from[0] + along * by - over * side,
        from[1] + over * by + along * side,
      ];
      const tip = point(end, -9);
      // The number does not fit on a short arrow.
      const isShort = length < 50;
      const [x, y] = point(start, length / 2, isShort ? -15 : 0);
      return (
        <>
          <path class={said ? "arrow" : "arrow dashed"} d={pathOf([point(start, 8), tip])} />
          <path class="arrow" d={pathOf([point(end, -16, 5), tip, point(end, -16, -5)])} />
          {step !== undefined && (
            <>
              {!isShort && <circle class="paper" cx={px(x)} cy={px(y)} r={9} />}
              {textLines([String(step)], x, y + 5, "bold accent middle")}
            </>
          )}
        </>
      );
    }),
  );
}

function pathOf(places: readonly Place[]): string {
  return `M${places.map(([x, y]) => `${px(x)} ${px(y)}`).join("L")}`;
}

function lengthOf([from, to]: readonly [Place, Place]): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1]);
}
