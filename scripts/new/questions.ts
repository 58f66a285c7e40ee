import { z } from "zod";
import { chartSpec } from "../../src/views/spec.ts";
import { explainerSchema } from "../../src/explainers/schema.ts";
import { explainIssue } from "../../src/ledger/explain-issue.ts";
import { id } from "../../src/ledger/fields.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { find } from "../../src/ledger/lookup.ts";
import { collections } from "../../src/ledger/schema.ts";
import { itemAt } from "../../src/required.ts";

/** What may be made new. */
export const KINDS = ["event", "source", "publisher", "chart", "explainer"] as const;
export type Kind = (typeof KINDS)[number];

/** Answers so far, by key. Lists are lists. */
export type Answers = Record<string, string | string[]>;

/** A question of the form, in the order in which the keys stand in the file. */
export interface Question {
  key: string;
  /** What is asked, in a few words. */
  ask: string;
  /** Whether there is no row without it; so it is, unless this says otherwise. */
  required?: boolean | ((answers: Answers) => boolean);
  /** Several ids, separated by spaces. */
  list?: boolean;
  /** What stands there if nothing is answered. */
  suggest?: (answers: Answers) => string;
  /** Shape of the answer. */
  schema: z.ZodType;
  /** Why an answer of the right shape will not do; undefined if it does. */
  refuse?: (answer: string | string[]) => string | undefined;
}

/** The form for something new, given what is known. `taken` says whether an id of that kind exists. */
export function questionsFor(
  kind: Kind,
  ledger: Ledger,
  views: readonly string[],
  taken: (id: string) => boolean,
): Question[] {
  const unique = (answer: string | string[]) =>
    taken(String(answer)) ? `\`${String(answer)}\` is taken; expected an id that is new` : undefined;
  const known =
    (names: readonly ("sources" | "publishers" | "people" | "organisations")[]) =>
    (answer: string | string[]) => {
      const missing = [answer].flat().filter((one) => !names.some((name) => find(ledger, name, one)));
      return missing.length > 0
        ? `\`${missing.join("`, `")}\` does not exist; expected ids among ${names.join(", ")}${names.length === 1 ? ` (npm run new -- ${itemAt(names, 0).slice(0, -1)} adds one)` : ""}`
        : undefined;
    };
  if (kind === "event") {
    const shape = collections.events.shape;
    return [
      { key: "topic", ask: "Which story", schema: shape.topic },
      { key: "date", ask: "When it happened: YYYY-MM-DD, or less if no more is known", schema: shape.date },
      { key: "end", ask: "Last day, if it lasted", required: false, schema: shape.end },
      { key: "title", ask: "Headline, neutral, at most 90 characters", schema: shape.title },
      { key: "id", ask: "Id", schema: shape.id, suggest: ({ title }) => slug(String(title)), refuse: unique },
      {
        key: "statement",
        ask: "What happened, in one to three sentences of your own",
        schema: shape.statement,
      },
      { key: "status", ask: "How far it is established", schema: shape.status },
      {
        key: "attributed_to",
        ask: "Who says so",
        required: ({ status }) => status !== "confirmed",
        schema: shape.attributed_to,
      },
      {
        key: "actors",
        ask: "People and organisations involved, ids",
        required: false,
        list: true,
        schema: shape.actors,
        refuse: known(["people", "organisations"]),
      },
      {
        key: "sources",
        ask: "Receipts, ids of sources",
        list: true,
        schema: shape.sources,
        refuse: known(["sources"]),
      },
      { key: "note", ask: "A caveat that the reader needs", required: false, schema: shape.note },
    ];
  }
  if (kind === "source") {
    const shape = collections.sources.shape;
    return [
      { key: "topic", ask: "Which story it is for", schema: explainerSchema.shape.topic },
      { key: "publisher", ask: "Publisher, its id", schema: shape.publisher, refuse: known(["publishers"]) },
      {
        key: "title",
        ask: "Title as published; leave it empty if you did not see it",
        required: false,
        schema: shape.title,
      },
      {
        key: "about",
        ask: "What the page is, in your words",
        required: ({ title }) => !title,
        schema: shape.about,
      },
      { key: "url", ask: "Address", schema: shape.url },
      {
        key: "published",
        ask: "Date of publication, as exact as is known",
        required: false,
        schema: shape.published,
      },
      {
        key: "id",
        ask: "Id: publisher, date and a word",
        schema: shape.id,
        suggest: ({ publisher, published, title, about }) =>
          slug([publisher, published, String(title ?? about).split(" ")[0]].filter(Boolean).join(" ")),
        refuse: unique,
      },
      { key: "lang", ask: "Language of the page", schema: shape.lang, suggest: () => "en" },
      { key: "kind", ask: "What it is", schema: shape.kind, suggest: () => "news" },
      { key: "seen", ask: "How much of it you read", schema: shape.seen },
      {
        key: "relays",
        ask: "Whose work it carries, ids of publishers, the origin first; `unnamed` if it does not say",
        required: ({ publisher }) => find(ledger, "publishers", String(publisher))?.kind === "aggregator",
        list: true,
        schema: shape.relays,
        refuse: known(["publishers"]),
      },
      {
        key: "carries",
        ask: "whole, if it prints that text word for word",
        required: false,
        schema: shape.carries.unwrap(),
      },
    ];
  }
  if (kind === "publisher") {
    const shape = collections.publishers.shape;
    return [
      { key: "name", ask: "Name, as readers know it", schema: shape.name },
      { key: "id", ask: "Id", schema: shape.id, suggest: ({ name }) => slug(String(name)), refuse: unique },
      { key: "kind", ask: "What it is", schema: shape.kind },
      {
        key: "state_controlled_by",
        ask: "State that sets what it says",
        required: false,
        schema: shape.state_controlled_by,
      },
      { key: "country", ask: "Country, two letters", required: false, schema: shape.country },
      {
        key: "languages",
        ask: "Languages of its pages",
        required: false,
        list: true,
        schema: shape.languages,
      },
    ];
  }
  if (kind === "chart") {
    const shape = chartSpec.shape;
    return [
      { key: "view", ask: "View of the ledger that feeds it", schema: z.enum(views) },
      { key: "id", ask: "Id", schema: id, suggest: ({ view }) => String(view), refuse: unique },
      { key: "topic", ask: "Which story", schema: shape.topic },
      {
        key: "title",
        ask: "The finding, a sentence without a full stop, at most 110 characters",
        schema: shape.title,
      },
      { key: "subtitle", ask: "What is drawn: unit, period", schema: shape.subtitle },
    ];
  }
  const { shape } = explainerSchema;
  return [
    { key: "topic", ask: "Which story", schema: shape.topic },
    { key: "title", ask: "The question that it answers, at most 90 characters", schema: shape.title },
    {
      key: "id",
      ask: "Id, its address on the site",
      schema: id,
      suggest: ({ title }) => slug(String(title)),
      refuse: unique,
    },
    {
      key: "description",
      ask: "One sentence for search engines, at most 200 characters",
      schema: shape.description,
    },
    { key: "answer", ask: "The answer in one sentence, at most 260 characters", schema: shape.answer },
  ];
}

/** The answer in the shape of its field, or why it is refused. */
export function judge(question: Question, text: string): { answer: string | string[] } | { refused: string } {
  const answer = question.list ? text.split(/[\s,]+/).filter(Boolean) : text.trim();
  const parsed = question.schema.safeParse(answer);
  if (!parsed.success) {
    const { wrong, expected } = explainIssue(itemAt(parsed.error.issues, 0), answer);
    return { refused: `${wrong.replace("the row", `\`${question.key}\``)}; expected ${expected}` };
  }
  const refused = question.refuse?.(answer);
  return refused ? { refused } : { answer };
}

/** The choices of a question, if it has any. */
export function choicesOf({ schema }: Question): string[] {
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

/** "Talks in Geneva end" → `talks-in-geneva-end`, at most 60 characters. */
function slug(text: string): string {
  const words = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const whole = (words ?? []).join("-");
  return whole.length > 60 ? whole.slice(0, 60).replace(/-[^-]*$/, "") : whole;
}
