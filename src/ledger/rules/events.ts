import { isBefore } from "../fields.ts";
import type { Row } from "../schema.ts";
import { type Known, type Rule, ruleOf } from "./rule.ts";

const saysWhoSaysSo: Rule = ({ collection, value: { status, attributed_to } }, report) => {
  if (["events", "reasons"].includes(collection) && status !== "confirmed" && !attributed_to)
    report(
      ["status"],
      `the status is ${String(status)}, but \`attributed_to\` does not name who says so`,
      "name the person, body or outlet",
    );
};

const endsAfterItBegins: Rule = ({ value: { date, end } }, report) => {
  if (typeof end === "string" && typeof date === "string" && isBefore(end, date))
    report(["end"], `\`end\` ${end} lies before \`date\` ${date}`, "correct one of them");
};

const figuresHaveIdsOfTheirOwn = ruleOf("events", ({ figures }, report) => {
  const ids = figures.map(({ id }) => id);
  ids.forEach((id, i) => {
    if (ids.indexOf(id) < i)
      report(["figures", i, "id"], `the figure \`${id}\` stands twice`, "choose another id");
  });
});

/** Whether one disagreement is about both rows. */
function areKnownToDiffer(known: Known, a: string, b: string): boolean {
  return known.rows("disagreements").some(({ about }) => about.includes(a) && about.includes(b));
}

const NAME_BOTH = "name both in `about` of a row of disagreements";

/** Two rows that give one figure of one day, or one office at one time, differently: the reader must be told. */
const sameQuantityIsOneNumber: Rule = ({ collection, value }, report, known) => {
  if (collection !== "events" && collection !== "reasons") return;
  const row = value as Row<"events" | "reasons">;
  const others = [...known.rows("events"), ...known.rows("reasons")].filter(
    ({ id, date }) => id < row.id && date === row.date,
  );
  row.figures.forEach((figure, i) => {
    for (const other of others)
      for (const { id, unit, value } of other.figures)
        if (
          id === figure.id &&
          unit === figure.unit &&
          value !== figure.value &&
          !areKnownToDiffer(known, row.id, other.id)
        )
          report(
            ["figures", i, "value"],
            `\`${id}\` is ${figure.value} here and ${value} in \`${other.id}\`, of the same day`,
            `correct one of them, give them ids of their own, or ${NAME_BOTH}`,
          );
  });
};

const sameOfficeIsOnePerson = ruleOf("people", (person, report, known) => {
  const others = known.rows("people").filter(({ id }) => id < person.id);
  person.roles.forEach((role, i) => {
    for (const other of others)
      for (const { title, from, to } of other.roles)
        if (
          title === role.title &&
          from !== undefined &&
          role.from !== undefined &&
          (to === undefined || isBefore(role.from, to)) &&
          (role.to === undefined || isBefore(from, role.to)) &&
          !areKnownToDiffer(known, person.id, other.id)
        )
          report(
            ["roles", i],
            `\`${other.id}\` holds the office “${title}” at the same time`,
            `correct the dates or the title, or ${NAME_BOTH}`,
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
        "correct the date, or add the reading that found it to `readings`",
      );
  }
};

const quantityIsSure = ruleOf("deliveries", ({ quantity, quantity_certainty }, report) => {
  if (quantity !== undefined && quantity_certainty === undefined)
    report(
      ["quantity"],
      "the row has a `quantity` but no `quantity_certainty`",
      "add it: confirmed or reported",
    );
});

/** Field by which a row says how far it is established where it has no event. */
const OWN_STATUS = { meetings: "status", "case-steps": "status", deliveries: "certainty" } as const;

const eventOrOwnStatus: Rule = ({ collection, value }, report) => {
  if (!(collection in OWN_STATUS)) return;
  const field = OWN_STATUS[collection as keyof typeof OWN_STATUS];
  if (value.event === undefined && value[field] === undefined)
    report(
      [],
      `the row has neither \`event\` nor \`${field}\`, which says how far it is established`,
      `name the event that tells of it, or add \`${field}\``,
    );
  if (value.event !== undefined && value[field] !== undefined)
    report([field], `\`${field}\` stands beside \`event\`, which has a status`, `remove \`${field}\``);
};

/** What makes a row about something that happened complete. */
export const eventRules: readonly Rule[] = [
  sameQuantityIsOneNumber,
  sameOfficeIsOnePerson,
  saysWhoSaysSo,
  endsAfterItBegins,
  figuresHaveIdsOfTheirOwn,
  eventOrOwnStatus,
  quantityIsSure,
  isWithinReach,
];
