import { charts, embedOf, ledger, through } from "../content.ts";
import { formatDate } from "../i18n/dates.ts";
import { dayOf, daysOf, standingOn } from "../ledger/day.ts";
import { draftsInOrder } from "../ledger/drafts.ts";
import { themesInOrder } from "../ledger/lookup.ts";
import { pathOf } from "../routes.ts";
import { absolute, SITE_DESCRIPTION, SITE_NAME, type Topic, TOPIC_NAMES } from "../site.ts";
import { talksOfDay } from "../views/talks-of-day.ts";
import { words } from "../words/words.ts";
import { cardName } from "./card-path.ts";
import { type CardRow, drawRows } from "./draw-rows.tsx";
import { type CardWords, drawChart, drawWords } from "./draw-card.tsx";
import { rowsOfDay, rowsOfTheme } from "./card-rows.ts";

/** A picture that stands for a page where somebody shares it. */
export interface Card {
  name: string;
  /** SVG of 1200 × 630 px. */
  draw: () => string;
}

/** What a card needs of an explainer. */
export interface ExplainerWords {
  id: string;
  title: string;
  description: string;
  topic: Topic;
}

const { kickers } = words.cards;

/** Every card of the site: the default one, and one for each explainer, draft, theme, day and chart. */
export function cardsOf(explainers: readonly ExplainerWords[]): Card[] {
  const corner = words.cards.coverage(through);
  const card = (path: string, draw: () => string): Card => ({ name: cardName(path), draw });
  const wordsAt = (path: string, said: CardWords) => card(path, () => drawWords(said));
  const drafts = draftsInOrder(ledger);
  return [
    wordsAt("/", {
      kicker: kickers.site,
      title: SITE_NAME,
      summary: SITE_DESCRIPTION.replace(/ Every claim with its receipt\.$/, ""),
      corner: new URL(absolute("/")).host,
    }),
    ...explainers.map(({ id, title, description: summary, topic }) =>
      wordsAt(`/${id}/`, { topic, kicker: TOPIC_NAMES[topic], title, summary, corner }),
    ),
    ...drafts.map(({ id, name: title, date, summary }) =>
      wordsAt(pathOf("draft", id), {
        topic: "plan",
        kicker: kickers.draft,
        title,
        summary,
        corner: formatDate(date),
      }),
    ),
    ...themesInOrder(ledger).map((theme) => {
      const { name: title, summary } = theme;
      const said = { topic: "plan", kicker: kickers.clause, title, summary, corner } as const;
      return card(pathOf("theme", theme.id), () => withRows(said, rowsOfTheme(ledger, theme)));
    }),
    ...daysOf(ledger).map((date) => card(pathOf("day", date), () => drawDay(date))),
    ...charts.map(({ id }) => card(pathOf("chart", id), () => drawChart(embedOf(id)))),
  ];
}

/** The rows where there are any, else the summary. */
function withRows({ summary, ...said }: CardWords, [first, ...others]: readonly CardRow[]): string {
  return first ? drawRows({ ...said, rows: [first, ...others] }) : drawWords({ ...said, summary });
}

/** Events are listed below what sort of day it was; where that names the only one, its statement stands instead. */
function drawDay(date: string): string {
  const day = dayOf(ledger, date);
  const { places, calls } = talksOfDay(day);
  const summary = words.days.sentence(day, places, calls);
  const said = {
    kicker: words.days.weekday(date),
    title: formatDate(date),
    corner: words.cards.latestText(standingOn(ledger, date, "army-cap").text),
  };
  const [first, ...others] = rowsOfDay(day);
  const [only] = day.events;
  if (first && others.length > 0) return drawRows({ ...said, summary, rows: [first, ...others] });
  const topic = only?.topic;
  if (first && places.length + calls + day.drafts.length + day.steps.length === 0)
    return drawRows({ ...said, topic, rows: [first] });
  return drawWords({ ...said, topic, summary: only ? `${summary} ${only.statement}` : summary });
}
