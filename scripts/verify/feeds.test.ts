import { describe, expect, test } from "vitest";
import { checkFeeds } from "./feeds.ts";
import { folderOf, goodHead, pageOf } from "./page.fixture.ts";

const SITE = "https://draft-by-draft.example";

describe("feeds", () => {
  const head =
    `${goodHead("/a/")}<link rel="alternate" type="application/atom+xml" href="/f.xml">` +
    '<link rel="alternate" type="application/feed+json" href="/f.json">';
  const updated = "<updated>2026-01-01T00:00:00Z</updated>";
  const entry =
    `<entry><title>T</title><id>urn:1</id>${updated}` +
    `<link rel="alternate" type="text/html" href="${SITE}/a/"/></entry>`;
  const atom =
    `<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><id>urn:0</id>${updated}` +
    `<author><name>A</name></author><link rel="self" type="application/atom+xml" href="${SITE}/f.xml"/>${entry}</feed>`;
  const item = {
    id: "urn:1",
    url: `${SITE}/a/`,
    content_html: "<p>x</p>",
    date_published: "2026-01-01T00:00:00Z",
  };
  const json = {
    version: "https://jsonfeed.org/version/1.1",
    title: "F",
    feed_url: `${SITE}/f.json`,
    items: [item],
  };
  const check = (xml: string, feed: unknown) =>
    checkFeeds(
      [pageOf("/a/", "", head)],
      folderOf({
        "f.xml": xml,
        "f.json": typeof feed === "string" ? feed : JSON.stringify(feed),
        "a/index.html": "",
      }),
    );

  test("that are whole pass", () => {
    expect(check(atom, json)).toEqual([]);
  });

  test.each([
    [atom.replace("urn:1", ""), json, "f.xml: the id  is empty or stands twice"],
    [atom.replace(entry, entry + entry), json, "the id urn:1 is empty or stands twice"],
    [
      atom.replace(`href="${SITE}/a/"`, `href="${SITE}/gone/"`),
      json,
      "leads to `https://draft-by-draft.example/gone/`",
    ],
    [atom.replace("<title>F", "<title>F & G"), json, "& G</title>"],
    [atom.replace("f.xml", "other.xml"), json, "as its own address"],
    [atom, { ...json, items: [] }, "has no entries"],
    [atom, { ...json, items: [{ ...item, url: undefined }] }, "leads to `undefined`"],
    [atom, "{", "does not parse"],
  ])("a broken one is named (%#)", (xml, feed, message) => {
    expect(check(xml, feed).join("\n")).toContain(message);
  });

  test("that are announced must be there, and some must be announced", () => {
    expect(checkFeeds([pageOf("/a/", "", head)], folderOf({}))).toEqual([
      expect.stringContaining("f.xml: announced, but not there"),
      expect.stringContaining("f.json"),
    ]);
    expect(checkFeeds([pageOf("/a/")], folderOf({}))).toEqual([
      expect.stringContaining("no page announces a feed"),
    ]);
  });
});
