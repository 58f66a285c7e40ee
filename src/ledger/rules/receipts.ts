import { originOf } from "../sources.ts";
import { type Rule, ruleOf } from "./rule.ts";

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
      "the row stands on state-controlled outlets alone",
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
export const notOnWeakPageAlone: Rule = ({ collection, value }, report, known) => {
  if (!["events", "positions", "reasons"].includes(collection) || value.accepted !== undefined) return;
  const ids = receiptsOf(value);
  const sources = ids.flatMap((id) => known.source(id) ?? []);
  if (sources.length < ids.length || new Set(sources.map(originOf)).size > 1) return;
  const isWeak = ({ publisher, seen, carries }: (typeof sources)[number]) =>
    seen === "headline" || (known.publisher(publisher)?.kind === "aggregator" && carries === undefined);
  if (sources.every(isWeak))
    report(
      ["sources"],
      `the row stands on ${sources.some(({ seen }) => seen === "headline") ? "a headline" : "an aggregator’s page"} alone: \`${ids.join("`, `")}\``,
      "add a better source, or say in `accepted` why this one is enough",
    );
};

function receiptsOf({ sources }: Record<string, unknown>): string[] {
  return Array.isArray(sources) ? (sources as string[]) : [];
}

/** What makes a receipt good enough for what stands on it. */
export const receiptRules: readonly Rule[] = [
  hasTitleOrDescription,
  saysWhoseWorkItCarries,
  noStateAlone,
  noHeadlineAlone,
];
