import { sankey, sankeyLeft } from "d3-sankey";

/** A flow between two named ends. */
interface Link {
  from: string;
  to: string;
}

/** The parts of a diagram that no flow connects, in order of their first row. */
export function connectedParts<Row extends Link>(rows: readonly Row[]): Row[][] {
  const parts: { nodes: Set<string>; rows: Row[] }[] = [];
  for (const row of rows) {
    const touched = parts.filter(({ nodes }) => nodes.has(row.from) || nodes.has(row.to));
    const part = touched[0] ?? { nodes: new Set<string>(), rows: [] };
    if (touched.length === 0) parts.push(part);
    for (const other of touched.slice(1)) {
      for (const node of other.nodes) part.nodes.add(node);
      part.rows.push(...other.rows);
      parts.splice(parts.indexOf(other), 1);
    }
    part.nodes.add(row.from).add(row.to);
    part.rows.push(row);
  }
  return parts.map((part) => part.rows);
}

/**
 * The nodes of one connected part by rank, sources first, each rank in an order without needless crossings, by d3-sankey.
 * All flows count the same: only the order is taken from it, no width. Throws an Error if the flows run in a circle.
 */
export function rankNodes(rows: readonly Link[]): string[][] {
  const names = [...new Set(rows.flatMap((row) => [row.from, row.to]))];
  const { nodes } = sankey<{ id: string }, { value: number }>()
    .nodeId((node) => node.id)
    .nodeAlign(sankeyLeft)
    .extent([
      [0, 0],
      [1000, 1000],
    ])
    .nodePadding(1)({
    nodes: names.map((id) => ({ id })),
    links: rows.map((row) => ({ source: row.from, target: row.to, value: 1 })),
  });
  const ranks: string[][] = [];
  for (const node of [...nodes].sort((a, b) => a.y0! - b.y0! || a.index! - b.index!)) (ranks[node.depth!] ??= []).push(node.id);
  return ranks;
}
