import { wordGrid } from "./kinds/word-grid.tsx";
import { z } from "zod";
import { formatDate, formatShortDate } from "../i18n/dates.ts";
import { id } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import type { Row } from "../ledger/schema.ts";
import { routes } from "../site.ts";
import { words } from "../words/words.ts";
import { sourcesOf, tableOf, drawnAs, type View, withOptions } from "./view.ts";

/** Who, in which order, and on which themes; the theme that the title speaks of. */
const wantsOptions = z.strictObject({
  actors: z.array(id).min(1),
  themes: z.array(id).min(1),
  title: id,
});

/** The newest stance of each actor on each theme, in brief. */
export const whoWantsWhat = withOptions(wantsOptions, (ledger, options): View => {
  const themes = options.themes.map((theme) => get(ledger, "themes", theme));
  const rows = options.actors.map((id) => {
    const actor = get(ledger, "organisations", id);
    const stances = themes.map((theme) => {
      const position = newestOf(ledger, id, theme.id);
      return position && { actor, theme, position, brief: briefOf(position) };
    });
    return { actor, stances, count: stances.filter(Boolean).length };
  });
  const stances = rows.flatMap(({ stances }) => stances.filter((stance) => stance !== undefined));
  const most = rows.reduce((a, b) => (b.count > a.count ? b : a));
  const onTitle = stances.filter(({ theme }) => theme.id === options.title);
  return {
    ...drawnAs(wordGrid, {
      columns: themes.map(({ id, name }) => ({ id, label: name })),
      rows: rows.map(({ actor: { id, name }, stances }) => ({
        id,
        label: name,
        cells: stances.map((cell) => {
          if (!cell) return null;
          const { theme, brief, position } = cell;
          const says = `${name}, ${formatDate(position.date)}: ${position.stance}`;
          const detail = formatShortDate(position.date);
          return { id: position.id, text: brief, detail, says, href: routes.theme(theme.id) };
        }),
      })),
      empty: words.positions.empty,
    }),
    table: tableOf(words.positions.columns, stances, ({ actor, theme, position, brief }) => [
      actor.name,
      { text: theme.name, href: routes.theme(theme.id) },
      position.date,
      brief,
      position.stance,
    ]),
    description: words.positions.coverage({
      stances: stances.length,
      cells: rows.length * themes.length,
      most: { actor: most.actor.name, count: most.count },
      question: get(ledger, "themes", options.title).name,
      on: onTitle
        .slice(0, 2)
        .map(({ actor, position, brief }) => ({ actor: actor.name, date: formatDate(position.date), brief })),
    }),
    values: { from: formatDate(stances.map(({ position }) => position.date).sort()[0] ?? "") },
    // The day of each newest stance on the theme of the title, as a number: a newer one wants a new title.
    numbers: Object.fromEntries(
      onTitle.map(({ actor, position }) => [
        actor.id.replaceAll("-", "_"),
        Number(position.date.replaceAll("-", "")),
      ]),
    ),
    sources: sourcesOf(...stances.map(({ position }) => position)),
  };
});

/** The latest position of an actor on a theme; of one day the one that stands last. */
function newestOf(ledger: Ledger, actor: string, theme: string): Row<"positions"> | undefined {
  return ledger.positions
    .filter((position) => position.actor === actor && position.theme === theme)
    .reduce<Row<"positions"> | undefined>((a, b) => (a && a.date > b.date ? a : b), undefined);
}

function briefOf({ id, brief }: Row<"positions">): string {
  if (!brief) throw new Error(`the position \`${id}\` is the newest on its theme and has no \`brief\``);
  return brief;
}
