import { formatSpan } from "../i18n/dates.ts";
import { draftsInOrder } from "../ledger/drafts.ts";
import type { Clause, Draft, Ledger, Theme } from "../ledger/ledger.ts";
import { actorName, eventOf, find, get, clausesInOrder } from "../ledger/lookup.ts";
import { letterOf, type Use } from "../ledger/sources.ts";
import { itemAt, required } from "../required.ts";
import { pathOf, type Route, type RouteName, ROUTES, routesOf } from "../routes.ts";
import { routes, to, topicName } from "../site.ts";
import { meetingPlace } from "./meetings.ts";

/** Where a clause is answered by every draft: its clause. Throws if no theme asks it. */
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

/** Where a clause is followed, and its name: a theme, or a clause under its theme. Throws if the id is neither. */
export function clauseLink(ledger: Ledger, id: string): { href: string; label: string } {
  const theme = find(ledger, "themes", id);
  return theme
    ? { href: routes.theme(id), label: theme.name }
    : { href: clauseHref(ledger, id), label: getClause(ledger, id).clause.text };
}

/** A clause with the theme that asks it. Throws if none does. */
export function getClause(ledger: Ledger, clause: string): { theme: Theme; clause: Clause } {
  const found = clausesInOrder(ledger).find((entry) => entry.clause.id === clause);
  if (!found)
    throw new Error(`no theme asks \`${clause}\` (expected a clause of themes/*.yaml). Fix: correct the id.`);
  return found;
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
  row: { event?: string | undefined; sources: readonly string[] },
): string {
  const event = eventOf(ledger, row);
  return event ? routes.event(event.id) : sourceLink(ledger, itemAt(row.sources, 0));
}

/**
 * The text of a link to a page; `charts` has the titles of charts by id, including retired ones.
 * Throws for a path without a page.
 */
export function pageName(path: string, ledger: Ledger, charts: ReadonlyMap<string, string>): string {
  const id = path.split("/").at(-2) ?? "";
  const names: Partial<Record<RouteName, () => string | undefined>> = {
    front: () => "the whole site",
    explainer: () => topicName(id),
    chart: () => charts.get(id),
    draft: () => get(ledger, "drafts", id).name,
    theme: () => get(ledger, "themes", id).name,
    event: () => get(ledger, "events", id).title,
    person: () => get(ledger, "people", id).name,
    organisation: () => get(ledger, "organisations", id).name,
  };
  const [route] = routesOf(path);
  const name = route && (names[route]?.() ?? (ROUTES[route] as Route).name);
  if (!name) throw new Error(`no page has the path \`${path}\``);
  return name;
}

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
    case "answers":
      return {
        href: answerHref(ledger, { draft, clause: rest }),
        label: `${get(ledger, "drafts", draft).short}: ${getClause(ledger, rest).clause.text}`,
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
