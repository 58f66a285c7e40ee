import { formatDate, formatShortDate } from "../i18n/dates.ts";
import { capital, countInWords } from "../i18n/numbers.ts";
import { draftsInOrder, latestText } from "../ledger/drafts.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { routes } from "../site.ts";
import { columnsOf, unique, type View } from "./view.ts";

const PUBLIC_WORDS = { full: "published", partial: "read out in part", none: "described, not published" } as const;

/** How many points each draft has, and whether anybody outside the talks has seen them. */
export function pointsPerDraft(ledger: Ledger): View<"lollipop"> {
  const drafts = draftsInOrder(ledger);
  const counted = drafts.filter((draft) => draft.points !== undefined);
  const uncounted = drafts.length - counted.length;
  const most = counted.reduce((a, b) => (b.points! > a.points! ? b : a));
  const unpublished = drafts.filter((draft) => draft.text_public === "none").length;
  const fewest = counted.reduce((a, b) => (b.points! < a.points! ? b : a));
  return {
    kind: "lollipop",
    data: {
      words: { confirmed: "text public, whole or in part", reported: "text not public: number as described" },
      rows: drafts.map((draft) => ({
        id: draft.id,
        label: draft.short,
        detail: formatShortDate(draft.date),
        value: draft.points ?? null,
        text: draft.points === undefined ? "no number of its own" : String(draft.points),
        certainty: draft.text_public === "none" ? "reported" : "confirmed",
        href: routes.draft(draft.id),
      })),
    },
    table: {
      columns: columnsOf({ draft: "Draft", date: "Date", points: "Points", text: "Text" }),
      rows: drafts.map((draft) => [
        { text: draft.name, href: routes.draft(draft.id) },
        draft.date,
        draft.points ?? null,
        PUBLIC_WORDS[draft.text_public],
      ]),
    },
    description: `Most points: ${most.name}, ${formatDate(most.date)}, ${most.points}. Fewest: ${fewest.name}, ${formatDate(fewest.date)}, ${fewest.points}. ${uncounted === 0 ? "Every draft has numbered points." : `${capital(countInWords(uncounted))} of the drafts ${uncounted === 1 ? "has" : "have"} no numbered points of ${uncounted === 1 ? "its" : "their"} own.`}`,
    values: {
      first: String(counted[0]!.points),
      last: String(latestText(ledger).points),
      unpublished: String(unpublished),
      drafts: String(drafts.length),
    },
    numbers: { first: counted[0]!.points!, last: latestText(ledger).points!, unpublished },
    sources: unique(drafts.flatMap((draft) => draft.sources)),
  };
}
