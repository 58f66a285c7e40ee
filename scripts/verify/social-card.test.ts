import { describe, expect, test } from "vitest";
import { folderOf, goodHead, pageOf, pngOf } from "./page.fixture.ts";
import { checkSocialCards } from "./head.ts";

const SITE = "https://draft-by-draft.example";

describe("the social card", () => {
  const page = pageOf("/a/");
  test.each([
    ["right", pngOf(1200, 630), undefined],
    ["too small", pngOf(600, 315), "is 600 × 315 pixels, expected 1200 × 630"],
    ["no PNG", Buffer.from("<svg></svg>".repeat(3)), "is no PNG"],
  ])("%s", (_, card, message) => {
    const problems = checkSocialCards([page], folderOf({ "cards/default.png": card }));
    expect(problems).toEqual(message ? [expect.stringContaining(message)] : []);
  });

  test("missing, or elsewhere", () => {
    expect(checkSocialCards([page], folderOf({}))).toEqual([
      expect.stringContaining("`https://draft-by-draft.example/cards/default.png` does not exist"),
    ]);
    const elsewhere = pageOf("/a/", "", goodHead("/a/").replace(`${SITE}/cards/`, "https://cdn.example/"));
    expect(checkSocialCards([elsewhere], folderOf({}))).toEqual([
      expect.stringContaining("is no full address of this site"),
    ]);
  });

  test("tags that are missing are named, and an address of another page", () => {
    const root = folderOf({ "cards/default.png": pngOf(1200, 630) });
    const bare = pageOf(
      "/a/",
      "",
      goodHead("/a/")
        .replace(/<meta property="og:image:alt"[^>]*>/, "")
        .replace(`og:url" content="${SITE}/a/`, `og:url" content="${SITE}/b/`),
    );
    expect(checkSocialCards([bare], root)).toEqual([
      expect.stringContaining("no `og:image:alt`"),
      expect.stringContaining("`og:url` is https://draft-by-draft.example/b/"),
    ]);
  });
});
