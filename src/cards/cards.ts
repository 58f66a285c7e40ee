import { charts, embedOf, ledger, through } from "../content.ts";
import { formatDate } from "../i18n/dates.ts";
import { draftsInOrder } from "../ledger/drafts.ts";
import { themesInOrder } from "../ledger/lookup.ts";
import { absolute, SITE_DESCRIPTION, SITE_NAME, type Topic, TOPIC_NAMES } from "../site.ts";
import { cardName } from "./card-path.ts";
import { type CardWords, drawChart, drawWords } from "./draw-card.tsx";

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

/** Every card of the site: the default one, and one for each explainer, draft, theme and chart. */
export function cardsOf(explainers: readonly ExplainerWords[]): Card[] {
  const corner = `Covers events up to ${formatDate(through)}`;
  const words = (path: string, words: CardWords): Card => ({ name: cardName(path), draw: () => drawWords(words) });
  return [
    words("/", {
      kicker: "Every claim with its receipt",
      title: SITE_NAME,
      summary: SITE_DESCRIPTION.replace(/ Every claim with its receipt\.$/, ""),
      corner: new URL(absolute("/")).host,
    }),
    ...explainers.map(({ id, title, description, topic }) =>
      words(`/${id}/`, { topic, kicker: TOPIC_NAMES[topic], title, summary: description, corner }),
    ),
    ...draftsInOrder(ledger).map(({ id, name, date, summary }) =>
      words(`/plan/drafts/${id}/`, { topic: "plan", kicker: `A draft of the plan`, title: name, summary, corner: formatDate(date) }),
    ),
    ...themesInOrder(ledger).map(({ id, name, summary }) =>
      words(`/plan/themes/${id}/`, { topic: "plan", kicker: "A theme, draft by draft", title: name, summary, corner }),
    ),
    ...charts.map((chart) => ({ name: cardName(`/charts/${chart.id}/`), draw: () => drawChart(embedOf(chart.id)) })),
  ];
}
