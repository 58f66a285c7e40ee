import { status } from "../ledger/fields.ts";
import type { Event, Ledger, Source } from "../ledger/ledger.ts";
import { namedApart, publisherName, receipts } from "../ledger/sources.ts";
import { CITING } from "./citations.ts";
import { childrenOf, idsOf, isComponent, type Node, parseMdx } from "./mdx.ts";

type Status = Event["status"];

/** The one sign after a sentence, which stands for its receipts. */
export interface Sign {
  /** Its place among the signs of the page, from 1. */
  number: number;
  /** Whose reports it stands on, the best first: what is cited by name, and the best of each event. */
  sources: Source[];
  /** What the sentence tells of, where the ledger has events for it. */
  events: Event[];
  /** How far these are established, the least established first; empty where sources are cited alone. */
  statuses: Status[];
}

/** A component of the text that cites, by its ids; the last one of those after a sentence carries the sign for all of them. */
interface Citing {
  id: string;
  sign: Sign | undefined;
}

/** The receipts of an explainer: what cites, the signs, and every source of theirs once in the order of the list at the end. */
export interface PageReceipts {
  citing: Citing[];
  signs: Sign[];
  sources: Source[];
}

/** Of a row of the ledger so many receipts are named, from different newsrooms; its own page has all. */
const NAMED = 2;
const LEAST_FIRST: readonly Status[] = status.options.toReversed();

/** The receipts in the body of an explainer (MDX below its frontmatter), in reading order. Throws if an id does not exist. */
export function pageReceipts(ledger: Ledger, body: string): PageReceipts {
  const runs: { component: string; id: string }[][] = [];
  walk(parseMdx(body), runs);
  const signs: Sign[] = [];
  const citing = runs.flatMap((run) => {
    const sign = signOf(ledger, run, signs.length + 1);
    signs.push(sign);
    return run.map(({ id }, i) => ({ id, sign: i === run.length - 1 ? sign : undefined }));
  });
  const sources = [...new Set(signs.flatMap((sign) => sign.sources))]
    .map((source) => ({ source, publisher: publisherName(ledger, source) }))
    .sort(
      (a, b) => a.publisher.localeCompare(b.publisher, "en") || a.source.id.localeCompare(b.source.id, "en"),
    )
    .map(({ source }) => source);
  return { citing, signs, sources };
}

/** Collects runs of citing components between which there is nothing to read; one that covers words begins a run with its end. */
function walk(node: Node, runs: { component: string; id: string }[][]): void {
  let open: { component: string; id: string }[] | undefined;
  for (const child of childrenOf(node)) {
    if (isComponent(child) && child.name && CITING.has(child.name)) {
      const entry = { component: child.name, id: idsOf(child).join(" ") };
      if (open && child.children.length === 0) open.push(entry);
      else runs.push((open = [entry]));
    } else if (child.type !== "text" || child.value.trim() !== "") open = undefined;
    walk(child, runs);
  }
}

function signOf(ledger: Ledger, run: readonly { component: string; id: string }[], number: number): Sign {
  const cited = run.flatMap(({ component, id }) => CITING.get(component)?.(ledger, id.split(" ")) ?? []);
  const named = cited.flatMap((row) =>
    row.status ? namedApart(ledger, receipts(ledger, row.sources), NAMED).map(({ id }) => id) : row.sources,
  );
  const statuses = new Set(cited.map(({ status }) => status));
  return {
    number,
    sources: receipts(ledger, [...new Set(named)]),
    events: [...new Set(cited.flatMap(({ event }) => event ?? []))],
    statuses: LEAST_FIRST.filter((status) => statuses.has(status)),
  };
}

/** What the components of a page take their signs from while it is rendered. */
export interface ReceiptLocals {
  receipts?: { page: PageReceipts; next: number };
}

/**
 * The sign of the next citing component of the page that is being rendered, or undefined where a later one carries it.
 * Components are rendered in reading order; throws if one is not the next.
 */
export function takeSign({ receipts }: ReceiptLocals, id: string): Sign | undefined {
  const citing = receipts?.page.citing[receipts.next++];
  if (citing?.id !== id)
    throw new Error(`"${id}" is not the next receipt of its page: expected ${JSON.stringify(citing?.id)}`);
  return citing.sign;
}
