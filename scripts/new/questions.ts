import { z } from "zod";
import { slug } from "../../src/data/tables.ts";
import { explainerSchema } from "../../src/explainers/schema.ts";
import { explainIssue } from "../../src/ledger/explain-issue.ts";
import { id } from "../../src/ledger/fields.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { find } from "../../src/ledger/lookup.ts";
import { collections } from "../../src/ledger/schema.ts";
import { itemAt } from "../../src/required.ts";
import { chartSpec } from "../../src/views/spec.ts";

/** What may be made new. */
export const KINDS = ["event", "source", "publisher", "chart", "explainer"] as const;
export type Kind = (typeof KINDS)[number];

type Answer = string | string[];

/** Answers so far, by key. Lists are lists. */
export type Answers = Record<string, Answer>;

/** A question of the form. */
export interface Question {
  key: string;
  /** What is asked, in a few words. */
  ask: string;
  /** Shape of the answer. One that takes nothing may stay empty. */
  schema: z.ZodType;
  /** Whether it may not stay empty after these answers, whatever the shape. */
  required?: (answers: Answers) => boolean;
  /** What stands there if nothing is answered. */
  suggest?: (answers: Answers) => string;
  /** Why an answer of the right shape will not do; undefined if it does. */
  refuse?: (answer: Answer) => string | undefined;
}

/**
 * The form for something new, in the order in which the keys stand in the file, given what is known. `taken` says whether an id
 * of that kind exists.
 */
export function questionsFor(
  kind: Kind,
  ledger: Ledger,
  views: readonly string[],
  taken: (id: string) => boolean,
): Question[] {
  const unique = {
    refuse: (answer: Answer) =>
      taken(String(answer)) ? `\`${String(answer)}\` is taken; expected an id that is new` : undefined,
  };
  const known = (...names: ("sources" | "publishers" | "people" | "organisations")[]) => ({
    refuse: (answer: Answer) => {
      const missing = [answer].flat().filter((one) => !names.some((name) => find(ledger, name, one)));
      if (missing.length === 0) return undefined;
      const adds = names.length === 1 ? ` (npm run new -- ${itemAt(names, 0).slice(0, -1)} adds one)` : "";
      return `\`${missing.join("`, `")}\` does not exist; expected ids among ${names.join(", ")}${adds}`;
    },
  });
  const { topic } = explainerSchema.shape;
  const forms: Record<Kind, () => Question[]> = {
    event: () =>
      form(collections.events.shape, [
        ["topic", "Which story"],
        ["date", "When it happened: YYYY-MM-DD, or less if no more is known"],
        ["end", "Last day, if it lasted"],
        ["title", "Headline, neutral, at most 60 characters"],
        ["id", "Id", { suggest: ({ title }) => shortSlug(title), ...unique }],
        ["statement", "What happened, in one to three sentences of your own"],
        ["status", "How far it is established"],
        ["attributed_to", "Who says so", { required: ({ status }) => status !== "confirmed" }],
        ["actors", "People and organisations involved, ids", known("people", "organisations")],
        ["sources", "Receipts, ids of sources", known("sources")],
        ["note", "A caveat that the reader needs"],
      ]),
    source: () =>
      form({ ...collections.sources.shape, topic }, [
        ["topic", "Which story it is for"],
        ["publisher", "Publisher, its id", known("publishers")],
        ["title", "Title as published; leave it empty if you did not see it"],
        ["about", "What the page is, in your words", { required: ({ title }) => !title }],
        ["url", "Address"],
        ["published", "Date of publication, as exact as is known"],
        [
          "id",
          "Id: publisher, date and a word",
          {
            suggest: ({ publisher, published, title, about }) =>
              shortSlug(publisher, published, String(title ?? about).split(" ")[0]),
            ...unique,
          },
        ],
        ["lang", "Language of the page", { suggest: () => "en" }],
        ["kind", "What it is", { suggest: () => "news" }],
        ["seen", "How much of it you read"],
        [
          "relays",
          "Whose work it carries, ids of publishers, the origin first; `unnamed` if it does not say",
          {
            required: ({ publisher }) => find(ledger, "publishers", String(publisher))?.kind === "aggregator",
            ...known("publishers"),
          },
        ],
        ["carries", "whole, if it prints that text word for word"],
      ]),
    publisher: () =>
      form(collections.publishers.shape, [
        ["name", "Name, as readers know it"],
        ["id", "Id", { suggest: ({ name }) => shortSlug(name), ...unique }],
        ["kind", "What it is"],
        ["state_controlled_by", "State that sets what it says"],
        ["country", "Country, two letters"],
        ["languages", "Languages of its pages"],
      ]),
    chart: () =>
      form({ ...chartSpec.shape, view: z.enum(views), id }, [
        ["view", "View of the ledger that feeds it"],
        ["id", "Id", { suggest: ({ view }) => String(view), ...unique }],
        ["topic", "Which story"],
        ["title", "The finding, a sentence without a full stop, at most 110 characters"],
        ["subtitle", "What is drawn: unit, period"],
      ]),
    explainer: () =>
      form({ ...explainerSchema.shape, id }, [
        ["topic", "Which story"],
        ["title", "The question that it answers, at most 90 characters"],
        ["id", "Id, its address on the site", { suggest: ({ title }) => shortSlug(title), ...unique }],
        ["description", "One sentence for search engines, at most 200 characters"],
        ["answer", "The answer in one sentence, at most 260 characters"],
      ]),
  };
  return forms[kind]();
}

function form<Shape extends Record<string, z.ZodType>>(
  shape: Shape,
  questions: (readonly [key: keyof Shape & string, ask: string, more?: Partial<Question>])[],
): Question[] {
  return questions.map(([key, ask, more]) => ({ key, ask, schema: shape[key] as z.ZodType, ...more }));
}

/** Whether the question must be answered, given the answers before it. */
export function isRequired({ required, schema }: Question, answers: Answers): boolean {
  return required?.(answers) ?? !schema.safeParse(undefined).success;
}

/** The answer in the shape of its field, or why it is refused. Items of a list stand apart by spaces or commas. */
export function judge(
  { key, schema, refuse }: Question,
  text: string,
): { answer: Answer } | { refused: string } {
  const answer = inner(schema) instanceof z.ZodArray ? text.split(/[\s,]+/).filter(Boolean) : text.trim();
  const parsed = schema.safeParse(answer);
  if (!parsed.success) {
    const { wrong, expected } = explainIssue(itemAt(parsed.error.issues, 0), answer);
    return { refused: `${wrong.replace("the row", `\`${key}\``)}; expected ${expected}` };
  }
  const refused = refuse?.(answer);
  return refused ? { refused } : { answer };
}

/** The choices of a question, if it has any. */
export function choicesOf({ schema }: Question): string[] {
  const shape = inner(schema);
  return shape instanceof z.ZodEnum ? shape.options.map(String) : [];
}

function inner(schema: z.ZodType): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? schema.unwrap() : schema;
}

/** "Talks in Geneva end" → `talks-in-geneva-end`, at most 60 characters. */
function shortSlug(...texts: (Answer | undefined)[]): string {
  const whole = slug(texts.filter(Boolean).join(" "), "-");
  return whole.length > 60 ? whole.slice(0, 60).replace(/-[^-]*$/, "") : whole;
}
