/** Neighbours that share a name: the first of them, where it stands, and how many they are. */
export function runsOf<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): { first: Item; start: number; length: number }[] {
  const runs: { first: Item; start: number; length: number }[] = [];
  items.forEach((item, start) => {
    const last = runs.at(-1);
    if (last && nameOf(last.first) === nameOf(item)) last.length++;
    else runs.push({ first: item, start, length: 1 });
  });
  return runs;
}
