import { type Rule, rowOf } from "./rule.ts";

const saysWhoSaysSo: Rule = (row, report) => {
  const event = rowOf(row, "events") ?? rowOf(row, "reasons");
  if (event && event.status !== "confirmed" && !event.attributed_to)
    report(
      ["status"],
      `the status is ${event.status} and nobody is named who says so`,
      "`attributed_to`",
      "name the person, body or outlet",
    );
};

// Of dates that are not equally exact, as much is compared as both say.
const endsAfterItBegins: Rule = ({ value: { date, end } }, report) => {
  if (typeof end === "string" && typeof date === "string" && end < date.slice(0, end.length))
    report(["end"], `\`end\` ${end} lies before \`date\` ${date}`, "a later day", "correct one of them");
};

const figuresHaveIdsOfTheirOwn: Rule = (row, report) => {
  const ids = rowOf(row, "events")?.figures.map((figure) => figure.id) ?? [];
  ids.forEach((id, i) => {
    if (ids.indexOf(id) < i)
      report(
        ["figures", i, "id"],
        `the figure \`${id}\` stands twice`,
        "an id unique among the figures of the event",
        "choose another id",
      );
  });
};

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
];
