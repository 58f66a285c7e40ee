/** The family name with its particle or suffix (“van der Berg”, “King Jr.”), or the whole name. */
export function familyName(name: string): string {
  return (
    / ((?:(?:von|van|der|den|de|du|la|le|di) )*\S+(?: (?:[JS]r\.|junior|senior))?)$/i.exec(name)?.[1] ?? name
  );
}

/** The name as in an index: “Curie, Marie”, “King Jr., Martin”. */
export function familyNameFirst(name: string): string {
  const family = familyName(name);
  return family === name ? name : `${family}, ${name.slice(0, -family.length - 1)}`;
}
