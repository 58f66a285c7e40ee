import { inflateSync } from "node:zlib";

interface PdfObject {
  dictionary: string;
  stream: string;
}

/** How the codes of a font are written: bytes a code, and the text of each. */
interface Encoding {
  width: number;
  texts: Map<number, string>;
}

/**
 * Text of each page of a PDF that Chromium printed, in the order it was drawn, without white space. It reads what Skia
 * writes (plain objects, deflated streams, ToUnicode tables) and no other PDF. Throws if there is no page.
 */
export function pdfPages(pdf: Buffer): string[] {
  const objects = readObjects(pdf.toString("latin1"));
  const encodings = new Map<string, Encoding>();
  const root = [...objects.values()].find(
    ({ dictionary }) => /\/Type\s*\/Pages/.test(dictionary) && !/\/Parent/.test(dictionary),
  );
  if (!root) throw new Error("no page tree in this PDF");
  const pages = (object: PdfObject): PdfObject[] =>
    /\/Type\s*\/Pages/.test(object.dictionary)
      ? refs(/\/Kids\s*\[([^\]]*)\]/.exec(object.dictionary)?.[1] ?? "").flatMap((id) =>
          pages(objects.get(id)!),
        )
      : [object];
  return pages(root).map((page) => {
    const [contents] = refs(/\/Contents\s+(\d+ 0 R)/.exec(page.dictionary)?.[1] ?? "");
    return contents ? textOf(objects.get(contents)!.stream, page.dictionary, objects, encodings) : "";
  });
}

function readObjects(pdf: string): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const match of pdf.matchAll(/(?:^|[\r\n])(\d+) 0 obj\b([\s\S]*?)(?:endobj|stream\r?\n)/g)) {
    const [whole, id, dictionary] = match as unknown as [string, string, string];
    const length = /\/Length (\d+)(?! \d+ R)/.exec(dictionary)?.[1];
    let stream = "";
    if (!whole.endsWith("endobj") && length) {
      const start = match.index + whole.length;
      const bytes = Buffer.from(pdf.slice(start, start + Number(length)), "latin1");
      stream = /\/FlateDecode/.test(dictionary)
        ? inflateSync(bytes).toString("latin1")
        : bytes.toString("latin1");
    }
    objects.set(id, { dictionary, stream });
  }
  return objects;
}

function refs(text: string): string[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map((match) => match[1]!);
}

/** Text that a content stream draws, with the forms that it calls. `resources` holds the names of its fonts and forms. */
function textOf(
  content: string,
  resources: string,
  objects: Map<string, PdfObject>,
  encodings: Map<string, Encoding>,
): string {
  const ids = new Map(
    [...resources.matchAll(/\/([FX]\d+) (\d+) 0 R/g)].map((match) => [match[1]!, match[2]!]),
  );
  let font: Encoding | undefined;
  let text = "";
  for (const [, name, hex, literal, form] of content
    .replace(ACTUAL_TEXT, "")
    .matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-Fa-f]+)>|\(((?:\\[\s\S]|[^\\)])*)\)|\/(X\d+) Do/g)) {
    if (name) font = encodingOf(ids.get(name), objects, encodings);
    else if (form) {
      const called = objects.get(ids.get(form) ?? "");
      if (called && /\/Subtype\s*\/Form/.test(called.dictionary))
        text += textOf(called.stream, called.dictionary, objects, encodings);
    } else if (font) {
      const bytes = hex ? Buffer.from(hex, "hex") : Buffer.from(unescape(literal!), "latin1");
      for (let i = 0; i + font.width <= bytes.length; i += font.width)
        text += font.texts.get(bytes.readUIntBE(i, font.width)) ?? "";
    }
  }
  // One glyph stands for both characters in the fonts of the site.
  return text.replace(/\s+/g, "").replaceAll("ʼ", "’");
}

/** A note on what a glyph means, beside the glyph itself. */
const ACTUAL_TEXT = /\/ActualText\s*<[\dA-Fa-f]*>/g;

function unescape(literal: string): string {
  const control: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  return literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal?: string, char?: string) =>
    octal ? String.fromCharCode(parseInt(octal, 8)) : (control[char!] ?? char!),
  );
}

function encodingOf(
  id: string | undefined,
  objects: Map<string, PdfObject>,
  encodings: Map<string, Encoding>,
): Encoding | undefined {
  const known = encodings.get(id ?? "");
  if (known || !id) return known;
  const font = objects.get(id)!;
  const [table] = refs(/\/ToUnicode (\d+ 0 R)/.exec(font.dictionary)?.[1] ?? "");
  const cmap = objects.get(table ?? "")?.stream ?? "";
  const texts = new Map<number, string>();
  const decode = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, block] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code, unicode] of block!.matchAll(/<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>/g))
      texts.set(parseInt(code!, 16), decode(unicode!));
  for (const [, block] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, unicode] of block!.matchAll(
      /<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>/g,
    ))
      for (let code = parseInt(from!, 16); code <= parseInt(to!, 16); code++)
        texts.set(code, String.fromCharCode(parseInt(unicode!, 16) + code - parseInt(from!, 16)));
  const encoding = { width: /\/Subtype\s*\/Type0/.test(font.dictionary) ? 2 : 1, texts };
  encodings.set(id, encoding);
  return encoding;
}
