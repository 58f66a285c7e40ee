import { STATUS_MEANINGS } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { TOPICS } from "../site.ts";

/** The rows of choices above the timeline, with the events that each choice has on its own; those without are omitted. */
export function timelineFilters(ledger: Ledger) {
  const filter = (name: "topic" | "status", values: readonly string[]) => ({
    name,
    options: values
      .map((value) => ({ value, count: ledger.events.filter((event) => event[name] === value).length }))
      .filter(({ count }) => count > 0),
  });
  return [filter("topic", TOPICS), filter("status", Object.keys(STATUS_MEANINGS))];
}

/** How many events every pair of choices leaves, `all` among them: a style sheet cannot count what is folded. */
export function filterCounts(ledger: Ledger) {
  const [topics = [], statuses = []] = timelineFilters(ledger).map(({ options }) => [
    "all",
    ...options.map(({ value }) => value),
  ]);
  const isLeft = (choice: string, value: string) => choice === "all" || choice === value;
  return topics.flatMap((topic) =>
    statuses.map((status) => {
      const events = ledger.events.filter(
        (event) => isLeft(topic, event.topic) && isLeft(status, event.status),
      );
      return { topic, status, count: events.length };
    }),
  );
}

/**
 * The style sheet that makes the filters work without script: chosen radios `#<name>-<value>` inside `.timeline` hide the items
 * without these classes, and the periods and years in which nothing is left. Without `:has()` every event is shown.
 */
export function filterCss(counts: readonly { topic: string; status: string }[]): string {
  const isFiltered = ":has(:is(#topic-all,#status-all):not(:checked))";
  const filtered = `.timeline${isFiltered}`;
  return [
    ...counts
      .filter(({ topic, status }) => topic !== "all" || status !== "all")
      .flatMap(({ topic, status }) => {
        const timeline = `.timeline:has(#topic-${topic}:checked):has(#status-${status}:checked)`;
        const left = [topic, status].flatMap((value) => (value === "all" ? [] : `.${value}`)).join("");
        return [
          `${timeline} :is(.event:not(${left}),:is(.year,.period):not(:has(${left}))){display:none}`,
          `${timeline} .count-${topic}-${status}{display:inline}`,
        ];
      }),
    // Of another choice no period knows how many are left in it.
    `${filtered} :is(.period summary small,.count-all-all){display:none}`,
    `${filtered} .period summary{list-style:none;pointer-events:none}`,
    `${filtered} .period summary::-webkit-details-marker{display:none}`,
    `${filtered} .period::details-content{content-visibility:visible}`,
    `.timeline:not(${isFiltered}) .timeline__reset{display:none}`,
  ].join("\n");
}
