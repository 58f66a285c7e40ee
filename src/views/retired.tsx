import { formatDate } from "../i18n/dates.ts";
import { absolute } from "../site.ts";
import { words } from "../words/words.ts";
import { type Embeddable, embeddableChart } from "./embeddable.ts";
import type { Chart } from "./read-charts.ts";
import type { RetiredChart } from "./retired-file.ts";
import { tableOf } from "./view.ts";

/** What stands at the addresses of a chart that was taken out: its successor, with a word on that. */
export function retiredEmbed(
  { id, title, date, chart, page = "/" }: RetiredChart,
  charts: readonly Chart[],
): Embeddable {
  const files = `/charts/${id}`;
  const successor = charts.find((other) => other.id === chart);
  if (successor) {
    const embed = embeddableChart(successor);
    return {
      ...embed,
      id,
      files,
      subtitle: words.embeds.retired.subtitle(title, formatDate(date), embed.subtitle),
    };
  }
  // The narrowest picture has no room for an anchor; links and the table have it.
  const moved = words.embeds.retired.moved(formatDate(date), absolute(page.replace(/#.*/, "")));
  return {
    ...{ what: "chart", id, path: page, files, topic: "plan", notes: [], sources: [] },
    ...{ title: words.embeds.retired.title(title), subtitle: moved, description: moved },
    table: tableOf({ page: words.embeds.retired.column }, [absolute(page)], (address) => [address]),
    draw: ({ width }) => ({ width, height: 0, hits: [], body: <g /> }),
    key: () => [],
  };
}
