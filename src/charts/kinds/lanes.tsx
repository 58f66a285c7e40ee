import { type Certainty, certaintyKey, type CertaintyWords, refuseRows } from "../certainty.ts";
import type { Drawing, Kind, Layout } from "../drawing.ts";
import { periodOf } from "../time-axis.tsx";
import { drawAcross } from "./lanes-across.tsx";
import { drawDown } from "./lanes-down.tsx";

/** A strand of events. */
export interface Lane {
  id: string;
  label: string;
  /** Which side of the time axis: above or below it where time runs across, left or right of it where time runs down. */
  side: "above" | "below";
}

/** One event. */
export interface LaneRow {
  id: string;
  /** Id of its lane. */
  lane: string;
  /** Partial ISO date; to the month, it is drawn as a dashed line over the month. */
  date: string;
  /** Last day, if it lasted. */
  end?: string | undefined;
  /** A few words that stand at the mark if there is room; empty for none. */
  label: string;
  /** What happened, in a sentence, without its date. */
  says: string;
  certainty: Certainty;
  /** 0 is labelled first. */
  rank: number;
  href?: string | undefined;
}

/** Events in lanes along one time axis, `from` and `to` included (ISO dates). */
export interface LanesData {
  from: string;
  to: string;
  lanes: Lane[];
  rows: LaneRow[];
  /** Words for each certainty that occurs, for the key. */
  words: CertaintyWords;
}

/**
 * Lanes of events on both sides of a time axis, which runs across in wide layouts and down in narrow ones. Positions
 * are proportional to time; marks that would overlap move away from the axis. The most important events are labelled as
 * far as labels find room. Refuses rows of unknown lanes, dates that are none or lie outside the axis, ends before
 * beginnings, repeated ids, and a certainty without its word for the key.
 */
export const lanes: Kind<LanesData> = {
  refuse({ from, to, lanes, rows, words }) {
    const [start, end] = [periodOf(from)[0], periodOf(to)[1]];
    if (!(start < end)) return [`the axis runs from ${from} to ${to}`];
    const known = new Set(lanes.map((lane) => lane.id));
    return [
      ...(known.size < lanes.length ? ["two lanes have one id"] : []),
      ...refuseRows(rows, words),
      ...rows.flatMap((row) => {
        const first = periodOf(row.date);
        const last = periodOf(row.end ?? row.date);
        return [
          ...(known.has(row.lane) ? [] : [`row \`${row.id}\` is in the unknown lane \`${row.lane}\``]),
          ...(first[0] >= start && last[1] <= end
            ? []
            : [`row \`${row.id}\` lies outside ${from} to ${to}: ${row.date}${row.end ? ` to ${row.end}` : ""}`]),
          ...(last[0] < first[0] ? [`row \`${row.id}\` ends on ${row.end} before it begins on ${row.date}`] : []),
          ...(Number.isFinite(row.rank) ? [] : [`row \`${row.id}\` has the rank ${row.rank}`]),
        ];
      }),
    ];
  },
  key: ({ rows, words }) => certaintyKey(rows, words),
  draw: (data: LanesData, layout: Layout): Drawing => (layout.name === "narrow" ? drawDown(data, layout) : drawAcross(data, layout)),
};
