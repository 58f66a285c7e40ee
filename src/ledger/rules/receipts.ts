import { originOf } from "../receipts.ts";
import type { Row } from "../schema.ts";
import { type Rule, rowOf } from "./rule.ts";

type Source = Row<"sources">;

const hasTitleOrDescription: Rule = (row, report) => {
  const source = rowOf(row, "sources");
  if (source && !source.title && !source.about)
    report(
      [],
      "the source has neither `title` nor `about`",
      "one of them",
      "add the title as published, or say in `about` what the page is",
    );
};

const relaySaysOfWhom: Rule = (row, report) => {
  const source = rowOf(row, "sources");
  if (source?.standing === "relay" && !source.relays)
    report(["standing"], "a relay does not say whose work it carries", "`relays`", "name the newsroom in `relays`");
};

/** Collections whose rows say in themselves whose words they give. */
const VOICED = new Set(["positions", "meetings", "point-counts"]);

const noStateAlone: Rule = ({ collection, value }, report, known) => {
  const receipts = receiptsOf(value);
  const voiced = value.attributed_to || value.certainty === "claimed" || VOICED.has(collection);
  if (receipts.length > 0 && !voiced && receipts.every((id) => known.source(id)?.standing === "state-controlled"))
    report(
      ["sources"],
      "stands on state-controlled outlets alone",
      "another receipt, or attribution to that state",
      "add a source, or attribute the statement",
    );
};

const noHeadlineAlone: Rule = ({ value }, report, known) => {
  const key = ["status", "certainty"].find((name) => value[name] === "confirmed");
  const sources = receiptsOf(value).map(known.source);
  // A source that does not exist is reported as such.
  if (!key || !sources.every((source) => source !== undefined) || !sources.every(({ seen }) => seen === "headline")) return;
  if (sources.length > 0 && !sources.some(isOfficial) && new Set(sources.map(originOf)).size < 2)
    report(
      [key],
      "confirmed on the headline of one newsroom",
      "a page that was read, two newsrooms, or an official body",
      "add a receipt, or write `reported` and who reports it",
    );
};

function isOfficial({ standing }: Source): boolean {
  return standing === "official";
}

function receiptsOf({ sources }: Record<string, unknown>): string[] {
  return Array.isArray(sources) ? (sources as string[]) : [];
}

/** What makes a receipt good enough for what stands on it. */
export const receiptRules: readonly Rule[] = [hasTitleOrDescription, relaySaysOfWhom, noStateAlone, noHeadlineAlone];
