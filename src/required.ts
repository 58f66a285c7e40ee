/** The value, if there is one. Throws an Error that names what is missing. */
export function required<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`there is no ${what}`);
  return value;
}

/** The item of a list at an index, from the end if it is negative. Throws a RangeError if there is none. */
export function itemAt<Item>(list: ArrayLike<Item>, index: number): Item {
  const at = index < 0 ? list.length + index : index;
  if (!(at in Object(list))) throw new RangeError(`a list of ${list.length} has no item ${index}`);
  return list[at] as Item;
}

/** The value of a map at a key; where there is none, `make` makes it and the map keeps it. */
export function getOrInsert<Key, Value>(
  map: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
