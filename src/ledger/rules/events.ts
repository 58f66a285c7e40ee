import { isBefore } from "../fields.ts";
import { type Rule, ruleOf } from "./rule.ts";

const saysWhoSaysSo: Rule = ({ collection, value: { status, attributed_to } }, report) => {
  if (["events", "reasons"].includes(collection) && status !== "confirmed" && !attributed_to)
    report(
      ["status"],
      `the status is ${String(status)} and nobody is named who says so`,
      "`attributed_to`",
      "name the person, body or outlet",
    );
};

const endsAfterItBegins: Rule = ({ value: { date, end } }, report) => {
  if (typeof end === "string" && typeof date === "string" && isBefore(end, date))
    report(["end"], `\`end\` ${end} lies before \`date\` ${date}`, "a later day", "correct one of them");
};

const figuresHaveIdsOfTheirOwn = ruleOf("events", ({ figures }, report) => {
  const ids = figures.map(({ id }) => id);
  ids.forEach((id, i) => {
    if (ids.indexOf(id) < i)
      report(
        ["figures", i, "id"],
        `the figure \`${id}\` stands twice`,
        "an id unique among the figures of the event",
        "choose another id",
      );
  });
});

/** One slip in a year would move the day up to which the site says that it covers events. */
const isWithinReach: Rule = ({ collection, value }, report, known) => {
  const last = known
    .rows("readings")
    .map(({ reaches }) => reaches)
    .sort()
    .at(-1);
  if (last === undefined || collection === "readings") return;
  for (const key of ["date", "end", "published"]) {
    const date = value[key];
    if (typeof date === "string" && date > last)
      report(
        [key],
        `\`${key}\` ${date} lies after the last reading of the sources`,
        `a date up to ${last}`,
        "correct the date, or add the reading that found it to `readings`",
      );
  }
};

const quantityIsSure = ruleOf("deliveries", ({ quantity, quantity_certainty }, report) => {
  if (quantity !== undefined && quantity_certainty === undefined)
    report(
      ["quantity"],
      "nothing says how sure the number is",
      "`quantity_certainty`",
      "add it: confirmed or reported",
    );
});

/** Field by which a row says how far it is established where it has no event. */
const OWN_STATUS = { meetings: "status", "case-steps": "status", deliveries: "certainty" } as const;

const eventOrOwnStatus: Rule = ({ collection, value }, report) => {
  if (!(collection in OWN_STATUS)) return;
  const field = OWN_STATUS[collection as keyof typeof OWN_STATUS];
  const expected = `either \`event\` or \`${field}\``;
  if (value.event === undefined && value[field] === undefined)
    report(
      [],
      "nothing says how far the row is established",
      expected,
      `name the event that tells of it, or add \`${field}\``,
    );
  if (value.event !== undefined && value[field] !== undefined)
    report(
      [field],
      `\`${field}\` stands beside \`event\`, which has a status`,
      expected,
      `remove \`${field}\``,
    );
};

/** What makes a row about something that happened complete. */
export const eventRules: readonly Rule[] = [
  saysWhoSaysSo,
  endsAfterItBegins,
  figuresHaveIdsOfTheirOwn,
  eventOrOwnStatus,
  quantityIsSure,
  isWithinReach,
];
