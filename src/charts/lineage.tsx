import { cross, least } from "d3";
import type { VNode } from "preact";
import { formatDate } from "../i18n/dates.ts";
import { listOf } from "../i18n/numbers.ts";
import { draftsInOrder, get, latestText } from "../ledger/lookup.ts";
import type { Draft, Ledger } from "../ledger/ledger.ts";
import { itemAt } from "../required.ts";
import { routes } from "../routes.ts";
import { site } from "../site.ts";
import { keyOf, px, sourcesOf, tableOf, type View } from "./chart.ts";
import { drawSideGrid, type GridPlace, type GridRow } from "./lib/side-grid.tsx";
import { textLines } from "./lib/text.tsx";

const PUBLICITY = {
  full: { sign: "stated", label: "published" },
  partial: { sign: "softened", label: "read out" },
  none: { sign: "block-open", label: "only described" },
} as const;

/** Authors and ancestry of each text, with numbered steps from the first text to the latest. */
export function lineage(ledger: Ledger): View {
  const drafts = draftsInOrder(ledger);
  const latest = latestText(ledger);
  const way = wayTo(ledger, latest);
  const first = itemAt(way, 0);
  const origins = drafts.flatMap(({ based_on }) => based_on);
  const names = (sides: readonly string[]) =>
    listOf(site.sides.filter(({ id }) => sides.includes(id)).map(({ seat }) => seat));
  const howOf = ({ based_on }: Draft) => based_on.map(({ how }) => how);
  const rows = drafts.map((draft): GridRow => {
    const isLoose = draft.based_on.length === 0 && !origins.some((origin) => origin.draft === draft.id);
    const sign = { sign: PUBLICITY[draft.text_public].sign, isJoined: true };
    return {
      date: draft.date,
      name: draft.short,
      nameLook: isLoose ? "gone" : undefined,
      signsLook: isLoose ? "loose" : undefined,
      signs: new Map<string, { sign: string; isJoined: boolean }>([
        ...draft.input.map((side) => [side, { sign: "ring", isJoined: false }] as const),
        ...draft.by.map((side) => [side, sign] as const),
      ]),
      label: [`${draft.name}, ${formatDate(draft.date)}: ${names(draft.by)}`, ...howOf(draft)].join("; "),
      href: routes.draft(draft.id),
    };
  });
  return {
    key: keyOf({
      ...Object.fromEntries(
        Object.entries(PUBLICITY).map(([known, { sign, label }]) => [
          sign,
          drafts.some(({ text_public }) => text_public === known) && label,
        ]),
      ),
      ring:
        drafts.some(({ input }) => input.length > 0) && "had a hand in it by some accounts, or gave input",
      changed: origins.some(({ known }) => known === "said") && "reworked into",
      gap: origins.some(({ known }) => known !== "said") && "the same by name and number; nobody says so",
    }),
    draw: (layout) =>
      drawSideGrid(
        layout,
        site.sides.map(({ id, seat, short_seat }) => ({ id, name: seat, short: short_seat })),
        rows,
        36,
        { under: (place) => drawArrows(drafts, way, place) },
      ),
    table: tableOf(
      {
        draft: "Text",
        date: "Date",
        by: "By",
        text: "How public it is",
        from: "Reworks",
        how: "What is said of it",
      },
      drafts.map((draft) => ({
        draft: { text: draft.name, href: routes.draft(draft.id) },
        date: draft.date,
        by: names(draft.by),
        text: PUBLICITY[draft.text_public].label,
        from: draft.based_on.map((origin) => get(ledger, "drafts", origin.draft).name).join("; ") || null,
        how: howOf(draft).join("; ") || null,
      })),
    ),
    values: {
      first: first.points ?? 0,
      last: latest.points ?? 0,
      steps: way.length - 1,
      firstName: first.name,
      lastName: latest.name,
      via: listOf(way.slice(1, -1).map(({ short }) => short)),
      alone: drafts.filter(({ based_on }) => based_on.length === 0).length,
      texts: drafts.length,
      from: formatDate(first.date),
      to: formatDate(itemAt(drafts, -1).date),
    },
    sources: sourcesOf(...drafts.flatMap((draft) => [draft, ...draft.based_on])),
  };
}

/** Ancestors of a draft, earliest first, then the draft; follows the first ancestor that each text names. */
function wayTo(ledger: Ledger, draft: Draft): Draft[] {
  const [origin] = draft.based_on;
  return origin ? [...wayTo(ledger, get(ledger, "drafts", origin.draft)), draft] : [draft];
}

function drawArrows(drafts: readonly Draft[], way: readonly Draft[], { x, y }: GridPlace): VNode {
  const arrows = drafts.flatMap((draft, row) =>
    draft.based_on.map(({ draft: id, known }) => {
      const at = drafts.findIndex((other) => other.id === id);
      const step = way.indexOf(draft);
      const isStep = step > 0 && way[step - 1]?.id === id;
      const sides = least(cross(itemAt(drafts, at).by, draft.by), ([a, b]) => Math.abs(x(a) - x(b)));
      const [from = "", to = ""] = sides ?? [];
      const [dx, dy] = [x(to) - x(from), y(row) - y(at)];
      const length = Math.hypot(dx, dy);
      // The number does not fit on a short arrow.
      const numberY = length < 50 ? -15 : 0;
      const [sin, cos] = [dy / length, dx / length];
      const [numberX, numberAt] = [
        x(from) + (cos * length) / 2 - sin * numberY,
        y(at) + (sin * length) / 2 + cos * numberY,
      ];
      return (
        <>
          <g transform={`translate(${x(from)} ${y(at)}) rotate(${px((Math.atan2(dy, dx) * 180) / Math.PI)})`}>
            <path class={known === "said" ? "arrow" : "arrow dashed"} d={`M8 0H${px(length - 9)}`} />
            <path class="arrow" d={`M${px(length - 16)} 5l7 -5l-7 -5`} />
          </g>
          {isStep && (
            <>
              {numberY === 0 && <circle class="paper" cx={numberX} cy={numberAt} r={9} />}
              {textLines([String(step)], numberX, numberAt + 5, "bold accent middle")}
            </>
          )}
        </>
      );
    }),
  );
  return <>{arrows}</>;
}
