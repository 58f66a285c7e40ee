/** Why an XML text is not well-formed, or undefined: tags that do not pair, a bare `&` or `<`, characters that XML 1.0 forbids. */
export function malformed(xml: string): string | undefined {
  const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml);
  if (forbidden) return `the character U+${forbidden[0].codePointAt(0)!.toString(16).padStart(4, "0")} is not allowed`;
  const body = xml.replace(/^<\?xml[^>]*\?>\s*/, "");
  const open: string[] = [];
  let end = 0;
  let roots = 0;
  for (const match of body.matchAll(/<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g)) {
    const [tag, close, name, attributes, empty] = match as unknown as [string, string, string, string, string];
    const wrong = loose(body.slice(end, match.index)) ?? loose(attributes);
    if (wrong) return wrong;
    end = match.index + tag.length;
    if (close) {
      const last = open.pop();
      if (last !== name) return `</${name}> closes <${last ?? "nothing"}>`;
    } else {
      if (open.length === 0 && roots++ > 0) return `a second root <${name}>`;
      if (!empty) open.push(name);
    }
  }
  if (open.length > 0) return `<${open.at(-1)}> is not closed`;
  return loose(body.slice(end)) ?? (roots === 0 ? "there is no element" : undefined);
}

function loose(text: string): string | undefined {
  const found = /<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(text);
  return found ? `\`${text.slice(found.index, found.index + 40)}\` is no markup and not escaped` : undefined;
}
