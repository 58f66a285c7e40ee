import { type Certainty, certaintyKey, type CertaintyWords, refuseRows } from "../certainty.ts";
import { type Kind, reasons, type Row } from "../drawing.ts";
import { isWithin, periodOf } from "../time-axis.tsx";
import { drawAcross } from "./lanes-across.tsx";
import { drawDown } from "./lanes-down.tsx";

/** A strand of events. */
export interface Lane {
  id: string;
  label: string;
  /** Which side of the time axis: above or below it where time runs across, left or right of it where time runs down. */
  side: "above" | "below";
}

/** One event; it says what happened, without its date. */
export interface LaneRow extends Row {
  /** Id of its lane. */
  lane: string;
  /** Partial ISO date; to the month, it is drawn as a dashed line over the month. */
  date: string;
  /** Last day, if it lasted. */
  end?: string | undefined;
  /** A few words that stand at the mark if there is room; empty for none. */
  label: string;
  certainty: Certainty;
  /** 0 is labelled first. */
  rank: number;
}

/** Events in lanes along one time axis, `from` and `to` included (ISO dates). */
export interface LanesData {
  from: string;
  to: string;
  lanes: Lane[];
  rows: LaneRow[];
  words: CertaintyWords;
}

/**
 * Lanes of events on both sides of a time axis, which runs across in wide layouts and down in narrow ones. Positions
 * are proportional to time; marks that would overlap move away from the axis. The most important events are labelled as
 * far as labels find room. Refuses rows of unknown lanes, dates that are none or lie outside the axis, ends before
 * beginnings, repeated ids, and a certainty without its word for the key.
 */
export const lanes: Kind<LanesData> = {
  refuse: reasons(function* ({ from, to, lanes, rows, words }) {
    if (!(periodOf(from)[0] < periodOf(to)[1])) return yield `the axis runs from ${from} to ${to}`;
    const known = new Set(lanes.map((lane) => lane.id));
    if (known.size < lanes.length) yield "two lanes have one id";
    yield* refuseRows(rows, words);
    for (const { id, lane, date, end, rank } of rows) {
      if (!known.has(lane)) yield `row \`${id}\` is in the unknown lane \`${lane}\``;
      if (!isWithin(from, to, date, end)) yield `row \`${id}\` lies outside ${from} to ${to}: ${date}${end ? ` to ${end}` : ""}`;
      if (periodOf(end ?? date)[0] < periodOf(date)[0]) yield `row \`${id}\` ends on ${end} before it begins on ${date}`;
      if (!Number.isFinite(rank)) yield `row \`${id}\` has the rank ${rank}`;
    }
  }),
  key: ({ rows, words }) => certaintyKey(rows, words),
  draw: (data, layout) => (layout.name === "narrow" ? drawDown(data, layout) : drawAcross(data, layout)),
};
