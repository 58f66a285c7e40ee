import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import subsetFont from "subset-font";

const FAMILIES = { "source-serif-4": "Source Serif 4", "source-sans-3": "Source Sans 3" } as const;

/** Characters of each file, of which no two share one. What a page holds beyond them is drawn in the reader's own font. */
const SCRIPTS: Readonly<Record<string, readonly (readonly [first: number, last: number])[]>> = {
  latin: [
    [0x20, 0x7e],
    [0xa0, 0xff],
    [0x131, 0x131],
    [0x152, 0x153],
    [0x2bb, 0x2bc],
    [0x2000, 0x206f],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2212, 0x2212],
  ],
  // The alphabets of Europe and of Ukrainian and Russian names in Latin letters.
  "latin-ext": [
    [0x100, 0x130],
    [0x132, 0x151],
    [0x154, 0x17f],
    [0x218, 0x21b],
    [0x1e6, 0x1e7],
    [0x1e9e, 0x1e9e],
  ],
  cyrillic: [
    [0x301, 0x301],
    [0x400, 0x45f],
    [0x490, 0x491],
    [0x2116, 0x2116],
  ],
};

/** Weights that the styles use; the whole axis would weigh a third more. */
const WEIGHTS = { min: 400, max: 600 };

/**
 * Writes the fonts of the site into `folder`, one per family and script (`source-sans-3-latin.woff2`), and `faces.css`.
 * Does nothing if the fonts and settings have not changed.
 */
export async function subsetFonts(folder: string): Promise<void> {
  const files = Object.entries(FAMILIES).flatMap(([family, name]) =>
    Object.entries(SCRIPTS).map(([script, ranges]) => ({
      name: `${family}-${script}.woff2`,
      family: name,
      source: readFileSync(
        join("node_modules/@fontsource-variable", family, "files", `${family}-${script}-wght-normal.woff2`),
      ),
      ranges,
    })),
  );
  const faces = files.map(faceOf).join("");
  const stamp = createHash("sha256").update(JSON.stringify([SCRIPTS, WEIGHTS]) + faces);
  for (const { source } of files) stamp.update(source);
  const madeFrom = stamp.digest("hex");
  const note = join(folder, "made-from");
  if (existsSync(note) && readFileSync(note, "utf8") === madeFrom) return;
  mkdirSync(folder, { recursive: true });
  for (const { name, source, ranges } of files) {
    const codes = ranges.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, i) => first + i),
    );
    const options = { targetFormat: "woff2", variationAxes: { wght: WEIGHTS } } as const;
    writeFileSync(join(folder, name), await subsetFont(source, String.fromCodePoint(...codes), options));
  }
  writeFileSync(join(folder, "faces.css"), faces);
  writeFileSync(note, madeFrom);
}

type Ranges = (typeof SCRIPTS)[string];

/**
 * `optional` never moves a line: the preloaded Latin files are there in time, or the fallback of the same measures stays for
 * that visit.
 */
function faceOf({ name, family, ranges }: { name: string; family: string; ranges: Ranges }): string {
  const codes = ranges
    .map((range) => `U+${[...new Set(range)].map((code) => code.toString(16)).join("-")}`)
    .join(", ");
  return `@font-face {
  font-family: "${family}";
  src: url("./${name}") format("woff2");
  font-weight: ${WEIGHTS.min} ${WEIGHTS.max};
  font-display: optional;
  unicode-range: ${codes};
}
`;
}
