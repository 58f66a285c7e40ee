import { charts, embedOf, ledger, through } from "../content.ts";
import { formatDate } from "../i18n/dates.ts";
import { dayOf, daysOf, standingOn } from "../ledger/day.ts";
import { countChanges, diffDrafts } from "../ledger/diff-drafts.ts";
import { draftsInOrder } from "../ledger/drafts.ts";
import type { Draft } from "../ledger/ledger.ts";
import { themesInOrder } from "../ledger/lookup.ts";
import { pathOf } from "../routes.ts";
import { absolute, SITE_DESCRIPTION, SITE_NAME, type Topic, TOPIC_NAMES } from "../site.ts";
import { countMoved } from "../views/compare-filters.ts";
import { talksOfDay } from "../views/talks-of-day.ts";
import { words } from "../words/words.ts";
import { cardName } from "./card-path.ts";
import { type CardRow, drawRows } from "./draw-rows.tsx";
import { type CardWords, drawChart, drawWords } from "./draw-card.tsx";
import { rowsOfDay, rowsOfPair, rowsOfTheme } from "./card-rows.ts";

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

/** Every card of the site: the default one, and one for each explainer, draft, theme, pair of drafts, day and chart. */
export function cardsOf(explainers: readonly ExplainerWords[]): Card[] {
  const corner = words.cards.coverage(through);
  const card = (path: string, said: CardWords): Card => ({
    name: cardName(path),
    draw: () => drawWords(said),
  });
  const drafts = draftsInOrder(ledger);
  return [
    card("/", {
      kicker: kickers.site,
      title: SITE_NAME,
      summary: SITE_DESCRIPTION.replace(/ Every claim with its receipt\.$/, ""),
      corner: new URL(absolute("/")).host,
    }),
    ...explainers.map(({ id, title, description, topic }) =>
      card(`/${id}/`, { topic, kicker: TOPIC_NAMES[topic], title, summary: description, corner }),
    ),
    ...drafts.map(({ id, name, date, summary }) =>
      card(`/plan/drafts/${id}/`, {
        topic: "plan",
        kicker: kickers.draft,
        title: name,
        summary,
        corner: formatDate(date),
      }),
    ),
    ...themesInOrder(ledger).map((theme): Card => {
      const said = { topic: "plan", kicker: kickers.clause, title: theme.name, corner } as const;
      const draw = () => withRows({ ...said, summary: theme.summary }, rowsOfTheme(ledger, theme));
      return { name: cardName(pathOf("theme", theme.id)), draw };
    }),
    ...drafts.flatMap((before, i) => drafts.slice(i + 1).map((after) => pairCard(before, after))),
    ...daysOf(ledger).map(dayCard),
    ...charts.map((chart) => ({
      name: cardName(`/charts/${chart.id}/`),
      draw: () => drawChart(embedOf(chart.id)),
    })),
  ];
}

/** The rows where there are any, else the summary. */
function withRows({ summary, ...said }: CardWords, [first, ...others]: readonly CardRow[]): string {
  return first ? drawRows({ ...said, rows: [first, ...others] }) : drawWords({ ...said, summary });
}

function pairCard(before: Draft, after: Draft): Card {
  const draw = () => {
    const diff = diffDrafts(ledger, before, after);
    const answers = diff.flatMap((entry) => entry.answers);
    const corner = words.cards.changed(countMoved(countChanges(diff)), answers.length);
    const summary = words.compare.description(
      before.name,
      formatDate(before.date),
      after.name,
      formatDate(after.date),
    );
    const title = words.cards.compared(before.name, after.name);
    return withRows({ topic: "plan", kicker: kickers.compare, title, summary, corner }, rowsOfPair(answers));
  };
  return { name: cardName(pathOf("compare", before.id, after.id)), draw };
}

/** Events are listed below what sort of day it was; where that names the only one, its statement stands instead. */
function dayCard(date: string): Card {
  const draw = () => {
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
    if (first && places.length + calls + day.drafts.length + day.steps.length === 0)
      return drawRows({ ...said, topic: only?.topic, rows: [first] });
    return drawWords({
      ...said,
      topic: only?.topic,
      summary: only ? `${summary} ${only.statement}` : summary,
    });
  };
  return { name: cardName(pathOf("day", date)), draw };
}
