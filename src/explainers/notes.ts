import { firstSentence } from "../i18n/sentences.ts";
import type { Term } from "../ledger/glossary.ts";
import type { Ledger, Source } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { capital, plural } from "../i18n/numbers.ts";
import { STATUS_MEANINGS } from "../ledger/fields.ts";
import { routes } from "../site.ts";
import { mentionsIn, parseMdx } from "./mdx.ts";
import type { PageReceipts } from "./signs.ts";

/** What the popovers of an explainer say beyond what stands on its page; asked for when the first one opens. */
export interface Notes {
  /** For each sign in reading order: how far it is established, in words, and the pages of its events. */
  signs: { status: string[]; events: [href: string, title: string][] }[];
  /** For each entry of the list of sources: title of the page, and how it was read. */
  sources: string[];
  /** For each link to a term, a person or a draft: a sentence on it. */
  links: Record<string, string>;
}

/** The notes of an explainer, from its body (MDX below its frontmatter) and its receipts. Throws if an id does not exist. */
export function notesOf(
  ledger: Ledger,
  glossary: readonly Term[],
  body: string,
  { signs, sources }: PageReceipts,
): Notes {
  return {
    signs: signs.map(({ statuses, events, sources }) => ({
      status: statuses.map((status) => `${capital(status)}: ${STATUS_MEANINGS[status]}.`),
      events: events.map(({ id, title, sources: all }) => {
        const shown = new Set(sources.map((source) => source.id));
        return [
          routes.event(id),
          all.every((source) => shown.has(source)) ? title : `${title}: all ${plural(all.length, "source")}`,
        ];
      }),
    })),
    sources: sources.map(titleOfSource),
    links: Object.fromEntries(
      mentionsIn(parseMdx(body)).flatMap(({ component, ids }) =>
        ids.flatMap((id) => about(component, id) ?? []),
      ),
    ),
  };

  function about(component: string, id: string): [href: string, sentence: string][] | undefined {
    if (component === "Term")
      return glossary
        .filter((term) => term.id === id)
        .map((term) => [routes.term(id), firstSentence(term.definition)]);
    if (component === "Person") return [[routes.person(id), get(ledger, "people", id).role]];
    if (component === "Draft") return [[routes.draft(id), firstSentence(get(ledger, "drafts", id).summary)]];
    return undefined;
  }
}

/** Title of a source as published, or else what it is about; and that it was read in part. */
function titleOfSource({ title, about, seen }: Source): string {
  const name = title ? `“${title}”.` : about && `${about}.`;
  return [name, seen === "part" && "An excerpt was read."].filter(Boolean).join(" ");
}
