/** A start tag of a page. */
export interface Tag {
  name: string;
  /** Values with their entities resolved; an attribute without a value is an empty text. */
  attributes: ReadonlyMap<string, string>;
  /** What stands between the tags of a script or style; empty for all others. */
  text: string;
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const TAG =
  /<!--[\s\S]*?-->|<(script|style)\b((?:"[^"]*"|'[^']*'|[^"'>])*)>([\s\S]*?)<\/\1\s*>|<([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  colon: ":",
  tab: "\t",
  newline: "\n",
};

/** Every start tag of an HTML or SVG text, in order; comments are skipped. */
export function tagsOf(html: string): Tag[] {
  return [...html.matchAll(TAG)].flatMap(([, raw, rawAttributes, text, name, attributes]) => {
    const found = raw ?? name;
    if (!found) return [];
    const list = [...(rawAttributes ?? attributes ?? "").matchAll(ATTRIBUTE)];
    return {
      name: found.toLowerCase(),
      attributes: new Map(list.map((match) => [match[1]!.toLowerCase(), resolve(match[2] ?? match[3] ?? match[4] ?? "")])),
      text: text ?? "",
    };
  });
}

/** Text with numeric entities resolved, and the named ones that writers of HTML use, or that could hide a scheme. */
export function resolve(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|colon|tab|newline));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return ENTITIES[name.toLowerCase()]!;
      const code = decimal ? Number(decimal) : parseInt(hex!, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
