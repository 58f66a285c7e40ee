import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { charts, embeds } from "../../../src/content.ts";
import {
  ADDRESSES,
  ATTRIBUTES,
  EMBED_BYTES,
  MESSAGE,
  MESSAGE_TYPE,
  PARAMETERS,
  SCRIPT_BYTES,
} from "../../../src/embed/contract.ts";
import { oEmbed } from "../../../src/embed/oembed.ts";
import { PNG_WIDTH } from "../../../src/export/pictures.ts";
import { EMBED_WIDTHS, MESSAGE_HEIGHTS, WIDE_FROM, WIDE_MAX } from "../../../src/embed/size.ts";
import { SHORT, THEMES } from "../../../src/embed/snippets.ts";
import { contractTable } from "../../contract-table.ts";

const SITE = resolve(process.env.DIST_DIR ?? "dist");
const contract = readFileSync("docs/contracts/embeds.md", "utf8");
const table = (heading: string) => contractTable("docs/contracts/embeds.md", heading);
const text = (file: string) => readFileSync(join(SITE, file), "utf8");
const sizes = new Map(table("Sizes").map(([what, size]) => [what, size]));

describe("docs/contracts/embeds.md", () => {
  it("names addresses that everything of their kind has in the build", () => {
    const missing = table("Addresses").flatMap(([address]) =>
      embeds.flatMap(({ id, what }) => {
        const [, ...parts] = id.split("/");
        // What stands for the id in an address of this kind; undefined if the address is of another.
        const ids = {
          chart: [/<id>/, id],
          clause: [/<question>/, parts[0]],
        } as const;
        const [name, value] = ids[what];
        const left = address!.replace(name, value!);
        if (left.includes("<") || (left === address && what !== "chart")) return [];
        const file = join(SITE, left.replace(/\/$/, "/index.html"));
        return existsSync(file) && statSync(file).size > 0 ? [] : [file];
      }),
    );
    expect(missing).toEqual([]);
  });

  it("says what /embeds/ says: addresses, parameters, attributes, fields", () => {
    expect(table("Addresses").map(([address]) => address)).toEqual(ADDRESSES.map(([address]) => address));
    expect(table("Parameters of an embed").map(([name]) => name)).toEqual(PARAMETERS.map(([name]) => name));
    expect(table("Attributes of the element").map(([name]) => name)).toEqual(
      ATTRIBUTES.map(([name]) => name),
    );
    expect(table("The message")).toEqual(MESSAGE);
    const page = text("embeds/index.html").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    for (const [name] of [...ADDRESSES, ...PARAMETERS, ...ATTRIBUTES, ...MESSAGE])
      expect(page).toContain(`<code>${name}</code>`);
  });

  it("has the themes, the message and its bounds that the build has", () => {
    expect(table("Parameters of an embed")[0]![1]!.split(", ")).toEqual(THEMES);
    expect(
      table("Attributes of the element")
        .find(([name]) => name === "theme")![1]!
        .split(", "),
    ).toEqual(THEMES);
    const [[, type], [, height]] = table("The message") as [string[], string[]];
    expect(text(`embed/${charts[0]!.id}/index.html`)).toContain(`type:"${type}"`);
    expect(text("embed.js")).toContain(`"${type}"`);
    expect(type).toBe(MESSAGE_TYPE);
    expect(height!.match(/\d+/g)!.map(Number)).toEqual(MESSAGE_HEIGHTS);
  });

  it("has the sizes that the build has", () => {
    const numbers = (what: string) => (sizes.get(what) ?? "").match(/\d+/g)!.map(Number);
    expect(numbers("widths with a published height")).toEqual(EMBED_WIDTHS);
    expect(numbers("narrowest frame")).toEqual([EMBED_WIDTHS[0]]);
    expect(numbers("wide drawing")).toEqual([WIDE_FROM]);
    expect(numbers("widest drawing")).toEqual([WIDE_MAX]);
    expect(numbers("an embed")).toEqual([EMBED_BYTES]);
    expect(numbers("embed.js")).toEqual([SCRIPT_BYTES]);
    expect(numbers("PNG")).toEqual([PNG_WIDTH]);
    expect(numbers("short frame")).toEqual([SHORT]);
    const header = text(`/embeds/index.html`);
    for (const width of EMBED_WIDTHS) expect(header).toContain(`${width} (px)`);
  });

  it("names the fields of oEmbed", () => {
    const section = contract.slice(contract.indexOf("## oEmbed"));
    const named = section
      .slice(0, section.indexOf(". "))
      .match(/`(\w+)`/g)!
      .map((name) => name.replaceAll("`", ""));
    expect(named).toEqual(Object.keys(oEmbed(embeds[0]!, "https://a.example/", { width: 1, height: 1 })));
  });
});

describe.for(embeds)("oEmbed of $id, found from its embed", ({ id, what }) => {
  const page = text(`embed/${id}/index.html`);
  const fromPage = what === "chart" ? text(`charts/${id}/index.html`) : page;
  const link = (type: string) =>
    new RegExp(`<link rel="alternate" type="${type.replace("+", "\\+")}" href="([^"]*)"`).exec(page)?.[1];
  it("is found from the page of a chart, too", () =>
    expect(fromPage).toContain(link("application/json+oembed")));
  const file = (href: string | undefined) => new URL(href!).pathname.slice(1);

  it("is valid JSON of oEmbed 1.0", () => {
    const answer = JSON.parse(text(file(link("application/json+oembed")))) as Record<string, unknown>;
    const url = expect.stringMatching(/^https?:\/\/[^/]+\/.*$/) as unknown;
    const pixels = expect.any(Number) as unknown;
    // The fields of oEmbed 1.0, section 2.3.4, with the types it gives them; those of type `rich` are required.
    expect(answer).toEqual({
      version: "1.0",
      type: "rich",
      title: expect.any(String) as unknown,
      author_name: expect.any(String) as unknown,
      author_url: url,
      provider_name: "Draft by Draft",
      provider_url: url,
      cache_age: pixels,
      thumbnail_url: url,
      thumbnail_width: pixels,
      thumbnail_height: pixels,
      html: expect.stringMatching(
        /^<blockquote><a [^>]*>[^<]*<\/a><\/blockquote><div [^>]*><iframe src="https?:[^"]*" title="[^"]+"[^>]*><\/iframe><\/div>$/,
      ) as unknown,
      width: pixels,
      height: pixels,
    });
    for (const [name, value] of Object.entries(answer))
      if (/width|height|age/.test(name)) expect(Number.isInteger(value) && (value as number) > 0).toBe(true);
    const png = readFileSync(join(SITE, file(answer.thumbnail_url as string)));
    expect([answer.thumbnail_width, answer.thumbnail_height]).toEqual([
      png.readUInt32BE(16),
      png.readUInt32BE(20),
    ]);
  });
});
