/** The first element inside `root` that a selector finds. Throws an Error that names the selector if there is none. */
export function part<Type extends Element = HTMLElement>(root: ParentNode, selector: string): Type {
  const found = root.querySelector<Type>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
}
