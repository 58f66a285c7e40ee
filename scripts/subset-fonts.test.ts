import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf } from "./pages.fixture.ts";
import { subsetFonts } from "./subset-fonts.ts";

test(
  "fonts are made once, are smaller than what they come from, and are the same each time",
  { timeout: 60_000 },
  async () => {
    const [one, two] = [folderOf({}), folderOf({})];
    await subsetFonts(one);
    await subsetFonts(two);
    const names = readdirSync(one).filter((name) => name.endsWith(".woff2"));
    expect(names).toHaveLength(6);
    for (const name of names) {
      const [, family, script] = /^(source-\w+-\d)-(.*)\.woff2$/.exec(name)!;
      const font = readFileSync(join(one, name));
      expect(font.toString("latin1", 0, 4)).toBe("wOF2");
      expect(font.equals(readFileSync(join(two, name))), name).toBe(true);
      expect(font.length).toBeLessThan(
        statSync(`node_modules/@fontsource-variable/${family}/files/${family}-${script}-wght-normal.woff2`)
          .size,
      );
    }
    const faces = readFileSync(join(one, "faces.css"), "utf8");
    for (const name of names) expect(faces).toContain(`url("./${name}")`);
    expect(faces).toContain("unicode-range: U+301, U+400-45f, U+490-491, U+2116;");
    writeFileSync(join(one, names[0]!), "kept");
    await subsetFonts(one);
    expect(readFileSync(join(one, names[0]!), "utf8")).toBe("kept");
    writeFileSync(join(one, "made-from"), "other fonts");
    await subsetFonts(one);
    expect(readFileSync(join(one, names[0]!)).equals(readFileSync(join(two, names[0]!)))).toBe(true);
  },
);
