import { formatDate, timeOf } from "../../i18n/dates.ts";
import { plural } from "../../i18n/numbers.ts";
import { isBefore } from "../fields.ts";
import { type Known, type Rule, ruleOf } from "../integrity.ts";
import { collections, type Row } from "../schema.ts";
import { originOf } from "../sources.ts";

const hasTitleOrDescription = ruleOf("sources", ({ title, about }, report) => {
  if (!title && !about)
    report(
      [],
      "the source has neither `title` nor `about`",
      "add the title as published, or say in `about` what the page is",
    );
});

const saysWhoseWorkItCarries = ruleOf("sources", (source, report, known) => {
  if (source.relays.length > 0) return;
  if (known.publisher(source.publisher)?.kind === "aggregator")
    report(
      ["publisher"],
      "the page of an aggregator has no `relays`, whose work it carries",
      "name the origin in `relays`, or `unnamed`",
    );
  if (source.carries)
    report(
      ["carries"],
      "`carries` stands without `relays`, whose text the page carries",
      "name the origin in `relays`",
    );
});

/** Collections whose rows say in themselves whose words they give. */
const VOICED = new Set(["positions", "meetings", "point-counts"]);

const noStateAlone: Rule = ({ collection, value }, report, known) => {
  const receipts = receiptsOf(value);
  const voiced = value.attributed_to || value.certainty === "claimed" || VOICED.has(collection);
  if (receipts.length > 0 && !voiced && receipts.every((id) => known.standing(id) === "state-controlled"))
    report(
      ["sources"],
      "every source is a state-controlled outlet",
      "add another source, or attribute the statement to that state",
    );
};

const noHeadlineAlone: Rule = ({ value }, report, known) => {
  const key = ["status", "certainty"].find((name) => value[name] === "confirmed");
  const ids = receiptsOf(value);
  const sources = ids.map(known.source);
  // A source that does not exist is reported as such.
  if (
    !key ||
    !sources.every((source) => source !== undefined) ||
    !sources.every(({ seen }) => seen === "headline")
  )
    return;
  if (
    sources.length > 0 &&
    !ids.some((id) => known.standing(id) === "official") &&
    new Set(sources.map(originOf)).size < 2
  )
    report(
      [key],
      "the row is confirmed on the headline of one newsroom alone",
      "add a page that was read, a second newsroom or an official body, or write `reported` and who reports it",
    );
};

/** Leadership, motive and number do not rest on a digest or a headline alone. */
const notOnWeakPageAlone: Rule = ({ collection, value }, report, known) => {
  if (!["events", "positions", "reasons"].includes(collection) || value.accepted !== undefined) return;
  const ids = receiptsOf(value);
  const sources = ids.flatMap((id) => known.source(id) ?? []);
  if (sources.length < ids.length || new Set(sources.map(originOf)).size > 1) return;
  const isWeak = ({ publisher, seen, carries }: (typeof sources)[number]) =>
    seen === "headline" || (known.publisher(publisher)?.kind === "aggregator" && carries === undefined);
  if (sources.every(isWeak))
    report(
      ["sources"],
      `the row rests on ${sources.some(({ seen }) => seen === "headline") ? "a headline" : "an aggregator’s page"} alone: \`${ids.join("`, `")}\``,
      "add a better source, or say in `accepted` why this one is enough",
    );
};

function receiptsOf({ sources }: Record<string, unknown>): string[] {
  return Array.isArray(sources) ? (sources as string[]) : [];
}

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

/** Field for the status of a row without an event. */
const OWN_STATUS = { meetings: "status", "case-steps": "status", deliveries: "certainty" } as const;

const eventOrOwnStatus: Rule = ({ collection, value }, report) => {
  if (!(collection in OWN_STATUS)) return;
  const field = OWN_STATUS[collection as keyof typeof OWN_STATUS];
  if (value.event === undefined && value[field] === undefined)
    report([], `the row has neither \`event\` nor \`${field}\``, `name its event, or add \`${field}\``);
  if (value.event !== undefined && value[field] !== undefined)
    report([field], "`event` already has a status", `remove \`${field}\``);
};

/** An inference rests on other rows, so its status cannot exceed theirs. */
const restsOnOthers = ruleOf("reasons", (reason, report, known) => {
  reason.inference?.forEach((id, i) => {
    if (id === reason.id)
      report(["inference", i], "the row rests on itself", "name the rows that it is drawn from");
    const ground = [...known.rows("reasons"), ...known.rows("events")].find((other) => other.id === id);
    if (ground && reason.status === "confirmed" && ground.status !== "confirmed")
      report(
        ["status"],
        `the row is confirmed, and \`${id}\`, on which it rests, is ${ground.status}`,
        `write ${ground.status}`,
      );
  });
});

const rowIsAsWideAsTable = ruleOf("series", ({ columns, rows }, report) => {
  rows.forEach((cells, i) => {
    if (cells.length !== columns.length)
      report(
        ["rows", i],
        `the row has ${plural(cells.length, "cell")} for ${plural(columns.length, "column")}`,
        "add or remove cells; write null for no value",
      );
  });
});

/** “No … found”, “we found no”, “not found”, “not known”; that a text “does not mention” something needs no search. */
const NOT_FOUND =
  /\bno(?:ne)?\b(?! doubt)[^.;:!?]*?(?<!\bhad been )\bfound\b|\bwe found no\b|\bnot (?:found|known)\b/i;

/** Fields that tell nothing of the matter itself. */
const OTHER_FIELDS = ["quote", "searched", "accepted", "offer"];

function speaksOfSearch(value: unknown): PropertyKey[] | undefined {
  if (typeof value === "string") return NOT_FOUND.test(value) ? [] : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (OTHER_FIELDS.includes(key)) continue;
    const path = speaksOfSearch(inner);
    if (path) return [Array.isArray(value) ? Number(key) : key, ...path];
  }
  return undefined;
}

const MAX_AGE_DAYS = 180;
const DAY_MS = 86_400_000;

/** The next query may find it, so the row must say when it was last searched for. */
const saysWhenSearched: Rule = ({ collection, value }, report) => {
  if (value.searched !== undefined || !("searched" in collections[collection].shape)) return;
  const where = collection === "unknowns" ? [] : speaksOfSearch(value);
  if (where)
    report(
      where,
      "the row says that something is unknown or not found, but has no `searched`",
      "search again, and add `searched: { date: 'YYYY-MM-DD', languages: [en] }`",
    );
};

const searchIsRecent: Rule = ({ value: { searched } }, report, known) => {
  const newest = newestEvent(known);
  if (!searched || !newest) return;
  const { date } = searched as { date: string };
  const days = Math.round((timeOf(newest) - timeOf(date)) / DAY_MS);
  if (days > MAX_AGE_DAYS)
    report(
      ["searched", "date"],
      `the search of ${formatDate(date)} is ${days} days older than the newest event, more than ${MAX_AGE_DAYS}`,
      "search again, and move `searched.date` on",
    );
};

function newestEvent(known: Known): string | undefined {
  return known
    .rows("events")
    .map(({ date, end }) => end ?? date)
    .sort()
    .at(-1);
}

/** What makes a row of any collection complete, and its receipts good enough for what it says. */
export const rowRules: readonly Rule[] = [
  hasTitleOrDescription,
  saysWhoseWorkItCarries,
  noStateAlone,
  noHeadlineAlone,
  sameQuantityIsOneNumber,
  sameOfficeIsOnePerson,
  saysWhoSaysSo,
  endsAfterItBegins,
  figuresHaveIdsOfTheirOwn,
  eventOrOwnStatus,
  quantityIsSure,
  isWithinReach,
  restsOnOthers,
  rowIsAsWideAsTable,
  saysWhenSearched,
];

/** What an editor is told and may publish all the same. */
export const rowWarnings: readonly Rule[] = [notOnWeakPageAlone, searchIsRecent];
