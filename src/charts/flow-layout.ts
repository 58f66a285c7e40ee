import { sankey, sankeyLeft } from "d3-sankey";

/** A flow between two named ends. */
export interface Link {
  id: string;
  from: string;
  to: string;
}

/** One connected part of a flow diagram: its nodes by rank, sources first, each rank in an order without needless crossings. */
export interface FlowPart<Row extends Link> {
  ranks: string[][];
  rows: Row[];
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
 * Ranks and order of the nodes of one connected part, by d3-sankey. All flows count the same: only the order is taken
 * from it, no width. Throws an Error if the flows run in a circle.
 */
export function rankNodes<Row extends Link>(rows: readonly Row[]): FlowPart<Row> {
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
  return { ranks, rows: [...rows] };
}
