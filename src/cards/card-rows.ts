import type { MarkedRun } from "../charts/lib/text.tsx";
import type { Day } from "../ledger/day.ts";
import { followClause, summarizeClause } from "../ledger/follow-clause.ts";
import type { Ledger, Theme } from "../ledger/ledger.ts";
import { TOPIC_NAMES, TOPICS } from "../site.ts";
import { absenceText } from "../views/answers.ts";
import { words } from "../words/words.ts";
import type { CardRow } from "./draw-rows.tsx";

/** The questions of a theme, each from its first answer to its last; those that one draft alone answers are left out. */
export function rowsOfTheme(ledger: Ledger, theme: Theme): CardRow[] {
  return theme.questions.flatMap(({ id, text }) => {
    const summary = summarizeClause(ledger, followClause(ledger, id));
    if (!summary) return [];
    const { first, last, struck, runs } = summary;
    const kept = (text: string): MarkedRun => ({ kind: "kept", text });
    const marked =
      last.provision.status === "open"
        ? [...struck, kept(`[${runs.map((run) => run.text).join(" ")}]`)]
        : last.provision.absent
          ? [...runs, kept(absenceText(last.draft, last.provision))]
          : runs;
    return { label: words.cards.followed(text, first.draft, last.draft), runs: marked };
  });
}

/** The events of a day: the first of each story, then the second. */
export function rowsOfDay({ events }: Day): CardRow[] {
  return TOPICS.flatMap((topic) =>
    events.filter((event) => event.topic === topic).map((event, place) => ({ event, place })),
  )
    .toSorted((a, b) => a.place - b.place)
    .map(({ event }) => ({
      label: words.cards.story(TOPIC_NAMES[event.topic], event),
      runs: [{ kind: "kept", text: event.title }],
    }));
}
