import type { Ledger } from "../ledger/ledger.ts";
import { TOPICS } from "../site.ts";
import { STATUS_MEANINGS } from "../ledger/fields.ts";

/** One row of choices above the timeline, of which one is taken at a time. */
export interface Filter {
  name: "topic" | "status";
  options: { value: string; count: number }[];
}

/** How many events a choice in each row leaves; `all` where nothing is chosen. */
export interface Count {
  topic: string;
  status: string;
  count: number;
}

/** The filters, with the events that each choice has on its own. Choices without events are omitted. */
export function timelineFilters(ledger: Ledger): Filter[] {
  const filter = (name: Filter["name"], values: readonly string[]): Filter => ({
    name,
    options: values
      .map((value) => ({ value, count: ledger.events.filter((event) => event[name] === value).length }))
      .filter(({ count }) => count > 0),
  });
  return [filter("topic", TOPICS), filter("status", Object.keys(STATUS_MEANINGS))];
}

/** What every pair of choices leaves, "all" among them: counted when built, since a style sheet cannot count what is folded. */
export function filterCounts(ledger: Ledger): Count[] {
  const [topics = [], statuses = []] = timelineFilters(ledger).map(({ options }) => [
    "all",
    ...options.map(({ value }) => value),
  ]);
  const leaves = (choice: string, value: string) => choice === "all" || choice === value;
  return topics.flatMap((topic) =>
    statuses.map((status) => ({
      topic,
      status,
      count: ledger.events.filter((event) => leaves(topic, event.topic) && leaves(status, event.status))
        .length,
    })),
  );
}

/**
 * The style sheet that makes the filters work without script: a chosen radio `#<name>-<value>` inside `.timeline` hides the
 * items without that class, and the periods and years in which nothing is left; it unfolds what stays, and shows the one
 * count `.count-<topic>-<status>` that is true. A browser that does not know `:has()` drops the rules, shows every event
 * and the count of all.
 */
export function filterCss(filters: readonly Filter[], counts: readonly Count[]): string {
  const chosen = (name: string, value: string) => `:has(#${name}-${value}:checked)`;
  const hide = (when: string, what: string) => `.timeline${when} ${what}{display:none}`;
  const empty = (classes: string) => `:is(.year,.period):not(:has(${classes}))`;
  const [topics = [], statuses = []] = filters.map(({ name, options }) =>
    options.map(({ value }) => ({ when: chosen(name, value), is: `.${value}` })),
  );
  const anything = `:has(:is(${filters.map(({ name }) => `#${name}-all`).join()}):not(:checked))`;
  return [
    ...[...topics, ...statuses].flatMap(({ when, is }) => [
      hide(when, `.event:not(${is})`),
      hide(when, empty(is)),
    ]),
    ...topics.flatMap((topic) =>
      statuses.map((status) => hide(topic.when + status.when, empty(topic.is + status.is))),
    ),
    // Of another choice no period knows how many are left in it.
    hide(anything, ".period summary small"),
    `.timeline${anything} .period summary{list-style:none;pointer-events:none}`,
    `.timeline${anything} .period summary::-webkit-details-marker{display:none}`,
    `.timeline${anything} .period::details-content{content-visibility:visible}`,
    hide(`:not(${anything})`, ".timeline__reset"),
    hide(anything, ".count-all-all"),
    ...counts
      .filter(({ topic, status }) => topic !== "all" || status !== "all")
      .map(
        ({ topic, status }) =>
          `.timeline${chosen("topic", topic)}${chosen("status", status)} .count-${topic}-${status}{display:inline}`,
      ),
  ].join("\n");
}
