import type { Event, Ledger } from "../ledger/ledger.ts";
import { TOPICS } from "../site.ts";
import { words } from "../words/words.ts";

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

const STATUSES = Object.keys(words.status.meanings);

/** The filters with how many events each choice has by itself. Choices without events are left out. */
export function timelineFilters(ledger: Ledger): Filter[] {
  const count = (test: (event: Event) => boolean) => ledger.events.filter(test).length;
  const filters: Filter[] = [
    {
      name: "topic",
      options: TOPICS.map((value) => ({ value, count: count((event) => event.topic === value) })),
    },
    {
      name: "status",
      options: STATUSES.map((value) => ({ value, count: count((event) => event.status === value) })),
    },
  ];
  return filters.map((filter) => ({
    ...filter,
    options: filter.options.filter((option) => option.count > 0),
  }));
}

/** What every pair of choices leaves, "all" among them: counted when built, since a style sheet cannot count what is folded. */
export function filterCounts(ledger: Ledger): Count[] {
  const [topics = [], statuses = []] = timelineFilters(ledger).map(({ options }) => [
    "all",
    ...options.map(({ value }) => value),
  ]);
  return topics.flatMap((topic) =>
    statuses.map((status) => ({
      topic,
      status,
      count: ledger.events.filter((event) => isChosen(topic, event.topic) && isChosen(status, event.status))
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
  const values = (name: Filter["name"]) =>
    filters.find((filter) => filter.name === name)?.options.map((option) => option.value) ?? [];
  const hide = (when: string, what: string) => `.timeline${when} ${what}{display:none}`;
  const empty = (classes: string) => `:is(.year,.period):not(:has(${classes}))`;
  const topics = values("topic").map((value) => ({ when: chosen("topic", value), is: `.${value}` }));
  const statuses = values("status").map((value) => ({ when: chosen("status", value), is: `.${value}` }));
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
    `.timeline${anything} .period summary::before{visibility:hidden}`,
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

function isChosen(choice: string, value: string): boolean {
  return choice === "all" || choice === value;
}
