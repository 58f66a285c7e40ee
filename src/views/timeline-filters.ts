import type { Event, Ledger } from "../ledger/ledger.ts";
import { byYearAndMonth } from "../ledger/timeline.ts";
import { TOPIC_NAMES } from "../site.ts";
import { words } from "../words/words.ts";

/** One row of choices above the timeline, of which one is taken at a time. */
export interface Filter {
  name: "topic" | "status" | "year";
  /** Heading of the row. */
  label: string;
  options: { value: string; label: string; count: number }[];
}

/** The three filters with how many events each choice has by itself. Choices without events are left out. */
export function timelineFilters(ledger: Ledger): Filter[] {
  const count = (test: (event: Event) => boolean) => ledger.events.filter(test).length;
  const filters: Filter[] = [
    {
      name: "topic",
      label: "Story",
      options: Object.entries(TOPIC_NAMES).map(([value, label]) => ({ value, label, count: count((event) => event.topic === value) })),
    },
    {
      name: "status",
      label: "Status",
      options: Object.keys(words.status.meanings).map((value) => ({
        value,
        label: value,
        count: count((event) => event.status === value),
      })),
    },
    {
      name: "year",
      label: "Year",
      options: byYearAndMonth(ledger.events).map(({ year }) => ({
        value: year,
        label: year,
        count: count((event) => event.date.startsWith(year)),
      })),
    },
  ];
  return filters.map((filter) => ({ ...filter, options: filter.options.filter((option) => option.count > 0) }));
}

/**
 * The style sheet that makes the filters work without script: a chosen radio `#<name>-<value>` inside `.timeline` hides
 * the items without that class, the years that are not chosen, and the months and years in which nothing is left. A
 * browser that does not know `:has()` drops the rules and shows every event.
 */
export function filterCss(filters: readonly Filter[]): string {
  const chosen = (name: string, value: string) => `:has(#${name}-${value}:checked)`;
  const values = (name: Filter["name"]) => filters.find((filter) => filter.name === name)?.options.map((option) => option.value) ?? [];
  const hide = (when: string, what: string) => `.timeline${when} ${what}{display:none}`;
  const empty = (classes: string) => `:is(.year,.month):not(:has(${classes}))`;
  const topics = values("topic").map((value) => ({ when: chosen("topic", value), is: `.${value}` }));
  const statuses = values("status").map((value) => ({ when: chosen("status", value), is: `.${value}` }));
  return [
    ...[...topics, ...statuses].flatMap(({ when, is }) => [hide(when, `.event:not(${is})`), hide(when, empty(is))]),
    ...topics.flatMap((topic) => statuses.map((status) => hide(topic.when + status.when, empty(topic.is + status.is)))),
    ...values("year").map((year) => hide(chosen("year", year), `.year:not(#in-${year})`)),
  ].join("\n");
}
