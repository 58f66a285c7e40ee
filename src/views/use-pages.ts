import { formatSpan } from "../i18n/dates.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { actorName, find, get } from "../ledger/lookup.ts";
import type { Use } from "../ledger/sources.ts";
import { routes, to } from "../site.ts";
import { answerHref, askedBy } from "./clause-href.ts";
import { meetingPlace } from "./meeting-words.ts";
import { itemAt, required } from "../required.ts";

/** A place where the reader meets a row of the ledger. */
export interface UsePage {
  href: string;
  label: string;
}

/** Where a row is shown: on its own page, with what it belongs to, or else in its table. Throws if there is no such row. */
export function pageOfUse(ledger: Ledger, { collection, key }: Use): UsePage {
  const table = { href: to(`/data/#${collection}`), label: `Table: ${collection.replaceAll("-", " ")}` };
  const [draft = "", rest = ""] = key.split("--");
  const ofDraft = (anchor: string, words: string) => ({
    href: `${routes.draft(draft)}#${anchor}`,
    label: `${get(ledger, "drafts", draft).short}: ${words}`,
  });
  switch (collection) {
    case "points":
      return ofDraft(`point-${rest}`, `point ${rest}`);
    case "provisions":
      return {
        href: answerHref(ledger, { draft, question: rest }),
        label: `${get(ledger, "drafts", draft).short}: ${askedBy(ledger, rest).question.text}`,
      };
    case "meetings": {
      const meeting = get(ledger, "meetings", key);
      const page = required(
        subjectPage(ledger, itemAt(meeting.participants, 0)),
        `page of who took part in ${key}`,
      );
      const label = `${meetingPlace(meeting)}, ${formatSpan(meeting.date, meeting.end)}`;
      return { href: `${page.href}#${key}`, label };
    }
    case "positions": {
      const { actor, theme } = get(ledger, "positions", key);
      return {
        href: `${routes.theme(theme)}#positions`,
        label: `${actorName(ledger, actor)} on ${get(ledger, "themes", theme).name}`,
      };
    }
    case "disagreements": {
      const { about, subject } = get(ledger, "disagreements", key);
      const page = about.map((id) => subjectPage(ledger, id)).find((page) => page !== undefined);
      return { href: (page ?? table).href, label: `Sources disagree: ${subject}` };
    }
    case "exits":
      return required(subjectPage(ledger, get(ledger, "exits", key).person), `page of the person of ${key}`);
    case "proceedings":
      return proceedingPage(ledger, key);
    case "case-steps": {
      const { proceedings, persons } = get(ledger, "case-steps", key);
      if (proceedings[0]) return proceedingPage(ledger, proceedings[0]);
      return subjectPage(ledger, persons[0] ?? "") ?? table;
    }
    case "reasons":
      return { href: routes.reason(key), label: get(ledger, "reasons", key).title };
    case "series":
      return { href: to(`/data/#${key}`), label: `Table: ${get(ledger, "series", key).title}` };
    default:
      return subjectPage(ledger, key) ?? table;
  }
}

const SUBJECTS = [
  ["events", routes.event],
  ["drafts", routes.draft],
  ["themes", routes.theme],
  ["people", routes.person],
  ["organisations", routes.organisation],
] as const;

/** The page of an event, a draft, a theme, a person or an organisation; undefined for anything else. */
function subjectPage(ledger: Ledger, id: string): UsePage | undefined {
  for (const [collection, hrefOf] of SUBJECTS) {
    const row = find(ledger, collection, id);
    if (row) return { href: hrefOf(id), label: "title" in row ? row.title : row.name };
  }
  return undefined;
}

/** The place on a person's page where proceedings against them are told. */
function proceedingPage(ledger: Ledger, id: string): UsePage {
  const { person, name } = get(ledger, "proceedings", id);
  return { href: `${routes.person(person)}#${id}`, label: `${actorName(ledger, person)}: ${name}` };
}
