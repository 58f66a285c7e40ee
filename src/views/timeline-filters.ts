import { STATUS_MEANINGS } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { TOPICS } from "../site.ts";

/** Rows of filter choices, each with the number of its events; empty choices are omitted. */
export function timelineFilters(ledger: Ledger) {
  const filter = (name: "topic" | "status", values: readonly string[]) => ({
    name,
    options: values
      .map((value) => ({ value, count: ledger.events.filter((event) => event[name] === value).length }))
      .filter(({ count }) => count > 0),
  });
  return [filter("topic", TOPICS), filter("status", Object.keys(STATUS_MEANINGS))];
}

/** Number of events for every pair of choices, including `all`: CSS cannot count folded items. */
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
 * CSS that makes the filters work without script: radio `#<name>-<value>` inside `.timeline` hides items
 * without its class, and periods and years that become empty. Browsers without `:has()` show every event.
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
    // The counts of periods are known only for the unfiltered list.
    `${filtered} :is(.period summary small,.count-all-all){display:none}`,
    `${filtered} .period summary{list-style:none;pointer-events:none}`,
    `${filtered} .period summary::-webkit-details-marker{display:none}`,
    `${filtered} .period::details-content{content-visibility:visible}`,
    `.timeline:not(${isFiltered}) .timeline__reset{display:none}`,
  ].join("\n");
}
