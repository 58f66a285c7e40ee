/** A label that wants its middle at `wish` and takes up `size`, px. */
export interface Wish {
  wish: number;
  size: number;
}

/**
 * Places labels along a line so that none overlaps and each is as near its wish as the others let it (least squares).
 * Their order follows the wishes; between `from` and `to` if they fit there, else they run over `to`. Returns the
 * middle of each, in the order given.
 */
export function spread(labels: readonly Wish[], from: number, to: number): number[] {
  const order = labels.map((label, i) => ({ ...label, i })).sort((a, b) => a.wish - b.wish || a.i - b.i);
  // Labels that touch move as one block; a block stands where its labels' wishes are met best on average.
  const blocks: { members: typeof order; size: number; middle: number }[] = [];
  for (const label of order) {
    let block = settle([label], from, to);
    for (
      let before = blocks.at(-1);
      before && before.middle + before.size / 2 > block.middle - block.size / 2;
      before = blocks.at(-1)
    ) {
      blocks.pop();
      block = settle([...before.members, ...block.members], from, to);
    }
    blocks.push(block);
  }
  const middles: number[] = [];
  for (const { members, size, middle } of blocks) {
    let at = middle - size / 2;
    for (const member of members) {
      middles[member.i] = at + member.size / 2;
      at += member.size;
    }
  }
  return middles;
}

function settle<Label extends Wish>(members: Label[], from: number, to: number) {
  let size = 0;
  let wished = 0;
  for (const member of members) {
    wished += member.wish - (size + member.size / 2);
    size += member.size;
  }
  const start = Math.max(from, Math.min(wished / members.length, to - size));
  return { members, size, middle: start + size / 2 };
}

/** A rectangle; `right` and `bottom` are not part of it. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Whether two rectangles share an area. */
export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
