import { describe, expect, test } from "vitest";
import { checkAddresses } from "./addresses.ts";
import { checkHead } from "./head.ts";
import { goodHead, pageOf } from "./page.fixture.ts";
import { checkPolicy } from "./policy.ts";

const addresses = (pages: Parameters<typeof checkAddresses>[0]) => checkAddresses(pages, "nowhere").problems;
/** The good page at /a/ with a part of its head replaced. */
const withHead = (old: string | RegExp, now: string) =>
  pageOf("/a/", undefined, goodHead("/a/").replace(old, now));

describe("a good page", () => {
  const page = pageOf(
    "/a/",
    '<p id="c"><a href="https://x.example/?a=1&amp;b=2#c">x</a><a href="#c">y</a><a href="/a/#c">z</a>',
  );

  test("passes every check", () => {
    for (const check of [checkHead, checkPolicy, addresses]) expect(check([page])).toEqual([]);
  });
});

describe("the head", () => {
  test.each([
    ["no title", withHead(/<title>.*<\/title>/, ""), "a/index.html: 0 <title>s"],
    ["a short title", withHead(/<title>.*<\/title>/, "<title>Page</title>"), "the title has 4 characters"],
    [
      "a long title",
      withHead(/<title>.*<\/title>/, `<title>${"word ".repeat(30)}</title>`),
      "expected 10 to 60",
    ],
    ["no description", withHead(/<meta name="description"[^>]*>/, ""), "0 meta descriptions"],
    [
      "a long description",
      withHead(/(name="description" content=")[^"]*/, `$1${"word ".repeat(33)}`),
      "expected 40 to 160",
    ],
    [
      "a short description",
      withHead(/(name="description" content=")[^"]*/, "$1Short"),
      "the description has 5 characters",
    ],
    ["no canonical address", withHead(/<link rel="canonical"[^>]*>/, ""), "canonical address is missing"],
    [
      "another page's canonical address",
      withHead(/(<link rel="canonical" href=")[^"]*/, "$1https://draft-by-draft.example/b/"),
      "expected `https://draft-by-draft.example/a/`",
    ],
    [
      "a script after its end",
      { ...pageOf("/a/"), html: `${pageOf("/a/").html}<script></script>` },
      "ends after </html>",
    ],
    ["no language", pageOf("/a/", "", goodHead("/a/"), "<html>"), "`<html lang>` is missing"],
    [
      "a language that is none",
      pageOf("/a/", "", goodHead("/a/"), '<html lang="english!">'),
      "`<html lang>` is `english!`",
    ],
  ])("%s", (_, page, message) => {
    expect(checkHead([page]).join("\n")).toContain(message);
  });

  test("a title or description that two pages share", () => {
    const problems = checkHead([
      pageOf("/a/"),
      pageOf("/b/", "", goodHead("/a/").replaceAll("example/a/", "example/b/")),
    ]);
    expect(problems).toEqual([
      expect.stringContaining("a/index.html, b/index.html: the same title"),
      expect.stringContaining("the same description"),
    ]);
  });

  test("pages that are not to be listed need no description and no canonical address", () => {
    const page = pageOf("/embed/a/", "", '<title>Embed</title><meta name="robots" content="noindex">');
    expect(checkHead([page])).toEqual([]);
  });
});

describe("the policy", () => {
  const POLICY = /(http-equiv="Content-Security-Policy" content=")[^"]*/;
  test.each([
    ["is missing", withHead(/<meta http-equiv[^>]*>/, ""), "0 Content Security Policies"],
    [
      "comes late",
      pageOf("/a/", "", `<link rel="icon" href="/i.svg">${goodHead("/a/")}`),
      "a <link> stands before the policy",
    ],
    [
      "allows inline",
      withHead(POLICY, "$1default-src 'none'; style-src 'unsafe-inline'"),
      "allows 'unsafe-inline'",
    ],
    [
      "allows evaluation",
      withHead(POLICY, "$1default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"),
      "allows 'wasm-unsafe-eval'",
    ],
    ["allows everybody", withHead(POLICY, "$1default-src 'none'; img-src *"), "allows *"],
    ["allows every https", withHead(POLICY, "$1default-src 'none'; img-src https:"), "allows https:"],
    ["begins from something", withHead(POLICY, "$1default-src 'self'"), "does not begin from nothing"],
    [
      "stops an inline script",
      pageOf("/a/", "<script>alert(1)</script>"),
      "an inline <script> that the policy stops: `alert(1)`",
    ],
    ["stops an inline style", pageOf("/a/", "<style>a{}</style>"), "an inline <style> that the policy stops"],
  ])("%s", (_, page, message) => {
    expect(checkPolicy([page]).join("\n")).toContain(message);
  });

  test("allows an inline script by its hash, to the byte, and data that no browser runs", () => {
    // printf %s 'alert(1)' | openssl dgst -sha256 -binary | base64
    const head = goodHead("/a/").replace(
      "script-src 'self'",
      "script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
    );
    expect(
      checkPolicy([
        pageOf("/a/", '<script>alert(1)</script><script type="application/ld+json">{}</script>', head),
      ]),
    ).toEqual([]);
    expect(checkPolicy([pageOf("/a/", "<script>alert(1) </script>", head)])).toHaveLength(1);
  });
});

test("handlers are named, whatever their quotes", () => {
  const problems = checkPolicy([
    pageOf("/a/", `<svg onload=go()></svg><a data-onclick="x" href="/?onclick=1">b</a>`),
  ]);
  expect(problems).toEqual(['a/index.html: <svg onload="go()">; mend: a listener in src/client/']);
});

test("a page that src/routes.ts does not know, or wants otherwise, is named", () => {
  const hidden = goodHead("/a/").replace("<title>", '<meta name="robots" content="noindex"><title>');
  expect(checkHead([pageOf("/a/b/")])).toEqual([
    expect.stringContaining("0 entries of src/routes.ts fit its path"),
  ]);
  expect(checkHead([pageOf("/a/", "", hidden)])).toEqual([
    expect.stringContaining("is kept out of search engines"),
  ]);
  expect(checkHead([pageOf("/a/", "", hidden)], ["/a/"])).toEqual([]);
  expect(checkHead([pageOf("/a/")], ["/a/"])).toEqual([
    expect.stringContaining("is not kept out of search engines"),
  ]);
  expect(checkHead([pageOf("/search/")])).toEqual([
    expect.stringContaining("is not kept out of search engines"),
  ]);
});
