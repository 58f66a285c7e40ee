import { XMLParser, XMLValidator } from "fast-xml-parser";

/** Characters that XML 1.0 forbids, and an `&` that begins no reference: what the validator lets pass. */
const FORBIDDEN =
  /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/u;

/** An XML text as objects, an attribute under its name with a `@`; each of `lists` as a list. A string if it is not well-formed: why. */
export function readXml(xml: string, lists: readonly string[]): Record<string, unknown> | string {
  const found = FORBIDDEN.exec(xml);
  if (found)
    return `${JSON.stringify(xml.slice(found.index, found.index + 40))} begins with what XML does not allow`;
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return `line ${valid.err.line}: ${valid.err.msg}`;
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    parseTagValue: false,
    isArray: (name) => lists.includes(name),
  }).parse(xml) as Record<string, unknown>;
}
