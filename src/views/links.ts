import { formatSpan } from "../i18n/dates.ts";
import { draftsInOrder } from "../ledger/drafts.ts";
import type { Draft, Ledger } from "../ledger/ledger.ts";
import { actorName, find, get, getClause } from "../ledger/lookup.ts";
import { letterOf, type Use } from "../ledger/sources.ts";
import { itemAt } from "../required.ts";
import { pathOf, routeOf, routesOf } from "../routes.ts";
import { routes, to, topicName } from "../site.ts";
import { meetingPlace } from "./meetings.ts";

export interface Link {
  href: string;
  label: string;
}

/** Where a clause is followed through all drafts. Throws if no theme asks it. */
export function clauseHref(ledger: Ledger, clause: string): string {
  return `${routes.theme(getClause(ledger, clause).theme.id)}#${clause}`;
}

/** Where the answer of a draft is shown: its row in the clause. Throws if no theme asks the clause. */
export function answerHref(ledger: Ledger, { draft, clause }: { draft: string; clause: string }): string {
  return `${clauseHref(ledger, clause)}--${draft}`;
}

/** Address of the comparison of two drafts, in the order of their dates. */
export function compareHref(ledger: Ledger, a: Draft, b: Draft): string {
  const drafts = draftsInOrder(ledger);
  return drafts.indexOf(a) < drafts.indexOf(b) ? routes.compare(a.id, b.id) : routes.compare(b.id, a.id);
}

/** The page of a theme, or the place of a clause on it. Throws if the id is neither. */
export function clauseLink(ledger: Ledger, id: string): Link {
  return (
    subjectLink(ledger, id, ["themes"]) ?? {
      href: clauseHref(ledger, id),
      label: getClause(ledger, id).clause.text,
    }
  );
}

/** Address of a source: its entry on the page of its publisher’s letter. Throws if the ledger has no such source. */
export function sourceLink(ledger: Ledger, id: string): string {
  const { publisher } = get(ledger, "sources", id);
  return routes.source(letterOf(get(ledger, "publishers", publisher)), id);
}

/** Address of the page of a letter, or of a publisher on it. */
export function letterPath(letter: string, publisher?: string): string {
  return to(`${pathOf("sourceLetter", letter)}${publisher ? `#by-${publisher}` : ""}`);
}

/** The page of a row: its event or else its first source. */
export function eventOrSource(
  ledger: Ledger,
  { event, sources }: { event?: string | undefined; sources: readonly string[] },
): string {
  return event ? routes.event(event) : sourceLink(ledger, itemAt(sources, 0));
}

/** Collections whose rows have pages, with the routes of these. */
const SUBJECTS = {
  events: "event",
  drafts: "draft",
  themes: "theme",
  people: "person",
  organisations: "organisation",
} as const;
type Subject = keyof typeof SUBJECTS;
const COLLECTIONS = Object.keys(SUBJECTS) as Subject[];

/** The page of a row of one of these collections; undefined for the id of anything else. */
function subjectLink(
  ledger: Ledger,
  id: string,
  collections: readonly Subject[] = COLLECTIONS,
): Link | undefined {
  for (const collection of collections) {
    const row = find(ledger, collection, id);
    if (row) return { href: routes[SUBJECTS[collection]](id), label: "title" in row ? row.title : row.name };
  }
  return undefined;
}

/** The text of a link to a page; `charts` has the titles of charts by id. Throws for a path without a page. */
export function pageName(path: string, ledger: Ledger, charts: ReadonlyMap<string, string>): string {
  const id = path.split("/").at(-2) ?? "";
  const [route] = routesOf(path);
  const subjects = COLLECTIONS.filter((collection) => SUBJECTS[collection] === route);
  const name =
    route === "front"
      ? "the whole site"
      : route === "explainer"
        ? topicName(id)
        : route === "chart"
          ? charts.get(id)
          : (routeOf(path)?.name ?? subjectLink(ledger, id, subjects)?.label);
  if (!name) throw new Error(`no page has the path \`${path}\``);
  return name;
}

/** Where a row is shown: on its own page, with what it belongs to, or else in its table. Throws if there is no such row. */
export function pageOfUse(ledger: Ledger, { collection, key }: Use): Link {
  const table = { href: to(`/data/#${collection}`), label: `Table: ${collection.replaceAll("-", " ")}` };
  const [draft = "", rest = ""] = key.split("--");
  const ofDraft = (label: string) => `${get(ledger, "drafts", draft).short}: ${label}`;
  const subject = (id = "") => subjectLink(ledger, id) ?? table;
  const proceeding = (id: string) => {
    const { person, name } = get(ledger, "proceedings", id);
    return { href: `${routes.person(person)}#${id}`, label: `${actorName(ledger, person)}: ${name}` };
  };
  switch (collection) {
    case "points":
      return { href: `${routes.draft(draft)}#point-${rest}`, label: ofDraft(`point ${rest}`) };
    case "answers":
      return {
        href: answerHref(ledger, { draft, clause: rest }),
        label: ofDraft(getClause(ledger, rest).clause.text),
      };
    case "meetings": {
      const meeting = get(ledger, "meetings", key);
      return {
        href: `${subject(meeting.participants[0]).href}#${key}`,
        label: `${meetingPlace(meeting)}, ${formatSpan(meeting.date, meeting.end)}`,
      };
    }
    case "positions": {
      const { actor, theme } = get(ledger, "positions", key);
      const label = `${actorName(ledger, actor)} on ${get(ledger, "themes", theme).name}`;
      return { href: `${routes.theme(theme)}#positions`, label };
    }
    case "disagreements": {
      const { about, subject: matter } = get(ledger, "disagreements", key);
      const { href } = about.map((id) => subjectLink(ledger, id)).find((link) => link) ?? table;
      return { href, label: `Sources disagree: ${matter}` };
    }
    case "exits":
      return subject(get(ledger, "exits", key).person);
    case "proceedings":
      return proceeding(key);
    case "case-steps": {
      const { proceedings, persons } = get(ledger, "case-steps", key);
      return proceedings[0] ? proceeding(proceedings[0]) : subject(persons[0]);
    }
    case "reasons":
      return { href: routes.reason(key), label: get(ledger, "reasons", key).title };
    case "series":
      return { href: to(`/data/#${key}`), label: `Table: ${get(ledger, "series", key).title}` };
    default:
      return subject(key);
  }
}
