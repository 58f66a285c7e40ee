import { describe, expect, test } from "vitest";
import type { SiteChange } from "../ledger/changes.ts";
import { atomFeed } from "./atom.ts";
import { changeEntries } from "./entries.ts";
import type { Feed } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";
import { escapeXml } from "./xml.ts";

const first: SiteChange = {
  id: "first-published",
  date: "2026-11-24",
  page: "/",
  kind: "addition",
  note: "First published.",
};
const correction: SiteChange = {
  id: "cap",
  date: "2026-12-01",
  page: "/plan/",
  kind: "correction",
  note: 'The cap was "wrong" & is mended',
  before: "600,000 < 800,000",
  after: "800,000 ]]> &amp;",
};

function feedOf(changes: SiteChange[], host = "https://site.example"): Feed {
  return {
    key: "feed",
    title: "A & B",
    subtitle: "What <changed>",
    author: "A",
    rights: "CC BY 4.0",
    home: `${host}/changes/`,
    atom: `${host}/feed.xml`,
    json: `${host}/feed.json`,
    entries: changeEntries(changes, (path) => host + path),
  };
}

describe("the Atom feed", () => {
  test("is well-formed and holds every text as it was", () => {
    const texts = textsOf(atomFeed(feedOf([correction, first])));
    for (const text of [
      "A & B",
      "What <changed>",
      'The cap was "wrong" & is mended',
      "600,000 < 800,000",
      "800,000 ]]> &amp;",
    ])
      expect(texts).toContain(text);
  });

  test("has what RFC 4287 asks for, once", () => {
    const feed = atomFeed(feedOf([first]));
    const [head, entry] = feed.split("<entry>") as [string, string];
    for (const part of [head, entry])
      for (const tag of ["title", "id", "updated"])
        expect(part.match(new RegExp(`<${tag}>`, "g")), tag).toHaveLength(1);
    expect(head).toContain(
      '<link rel="self" type="application/atom+xml" href="https://site.example/feed.xml"/>',
    );
    expect(head).toContain("<author><name>A</name></author>");
    expect(entry).toContain('href="https://site.example/changes/#first-published"');
  });

  test("takes its date from the latest change, not from the clock", () => {
    const feed = atomFeed(feedOf([correction, first]));
    expect(feed.match(/<updated>[^<]*/g)).toEqual([
      "<updated>2026-12-01T00:00:00Z",
      "<updated>2026-12-01T00:00:00Z",
      "<updated>2026-11-24T00:00:00Z",
    ]);
    expect(atomFeed(feedOf([correction, first]))).toBe(feed);
  });

  test("has ids that stay when the site moves or a note is reworded, and differ between changes", () => {
    const ids = (feed: string) => feed.match(/<id>[^<]*/g)!;
    const moved = atomFeed(feedOf([{ ...correction, note: "Reworded" }, first], "https://other.example"));
    expect(ids(moved)).toEqual(ids(atomFeed(feedOf([correction, first]))));
    expect(new Set(ids(moved)).size).toBe(3);
    for (const id of ids(moved))
      expect(id).toMatch(
        /^<id>urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
  });

  test("keeps the last word of a long title where the cut falls behind it", () => {
    const note = `${"a".repeat(94)} whole sentence`;
    expect(changeEntries([{ ...first, note }], String)[0]!.title).toBe(`${"a".repeat(94)} whole …`);
  });

  test("cuts a long title between words", () => {
    const [, title] = /<entry>\s<title>([^<]*)/.exec(
      atomFeed(feedOf([{ ...first, note: "word ".repeat(60).trim() }])),
    )!;
    expect(title).toMatch(/^(word )+…$/);
    expect(title!.length).toBeLessThanOrEqual(102);
  });

  test("says in the title of an entry that it is a correction", () => {
    expect(atomFeed(feedOf([correction, first])).match(/<entry>\s<title>[^<]{10}/g)).toEqual([
      expect.stringContaining("Correction"),
      expect.stringContaining("First publ"),
    ]);
  });

  test("refuses to exist without an entry", () => {
    expect(() => atomFeed(feedOf([]))).toThrow("the feed `feed` needs an entry");
  });
});

describe("the JSON feed", () => {
  test("has what JSON Feed 1.1 asks for, and the ids and dates of its Atom twin", () => {
    const feed = JSON.parse(jsonFeed(feedOf([correction, first])));
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      title: "A & B",
      feed_url: "https://site.example/feed.json",
    });
    const atomIds = atomFeed(feedOf([correction, first]))
      .match(/<entry>[\s\S]*?<id>[^<]*/g)!
      .map((entry) => entry.replace(/[\s\S]*<id>/, ""));
    expect(feed.items.map((item: { id: string }) => item.id)).toEqual(atomIds);
    expect(feed.items[0]).toMatchObject({
      date_published: "2026-12-01T00:00:00Z",
      url: "https://site.example/changes/#cap",
      tags: ["correction"],
    });
  });

  test("escapes texts in its HTML, not in its titles", () => {
    const [item] = JSON.parse(jsonFeed(feedOf([correction]))).items;
    expect(item.title).toBe('Correction: The cap was "wrong" & is mended');
    expect(item.content_html).toContain("600,000 &lt; 800,000");
  });
});

describe("escapeXml", () => {
  test("escapes what XML reads as markup, in content and in attributes", () => {
    expect(escapeXml(`<a href="x" b='y'>&amp;</a>`)).toBe(
      "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;",
    );
  });

  test("drops characters that XML 1.0 does not allow and keeps all others", () => {
    expect(escapeXml("a\u0000\u0008\u000b\ufffe\ud800b")).toBe("ab");
    expect(escapeXml("Київ 🕊 é\t\n")).toBe("Київ 🕊 é\t\n");
  });
});

/** Texts between the tags of an XML document, unescaped. Throws if tags do not pair. */
function textsOf(xml: string): string[] {
  const open: string[] = [];
  const texts: string[] = [];
  for (const [, text, close, name, empty] of xml
    .replace(/^<\?xml[^>]*\?>/, "")
    .matchAll(/([^<]*)(?:<(\/?)([\w:]+)(?:\s[\w:]+="[^"<]*")*(\/?)>|$)/g)) {
    expect(text).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
    if (text!.trim())
      texts.push(
        text!
          .replace(/^(Before|Now): $/, "")
          .replace(/&lt;/g, "<")
          .replace(/&gt;/g, ">")
          .replace(/&quot;/g, '"')
          .replace(/&#39;/g, "'")
          .replace(/&amp;/g, "&"),
      );
    if (close) expect(open.pop()).toBe(name);
    else if (name && !empty) open.push(name);
  }
  expect(open).toEqual([]);
  return texts;
}
