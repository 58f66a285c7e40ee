export function expectDefined<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`there is no ${what}`);
  return value;
}

/** Like `at()`, but throws a RangeError if the index is out of range. */
export function nth<Item>(list: ArrayLike<Item>, index: number): Item {
  const at = index < 0 ? list.length + index : index;
  if (!(at in Object(list))) throw new RangeError(`a list of ${list.length} has no item ${index}`);
  return list[at] as Item;
}

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
