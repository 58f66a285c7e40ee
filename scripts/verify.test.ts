import { describe, expect, test } from "vitest";
import type { RaisedBudgets } from "../src/routes.ts";
import { CONTENT_DIR } from "../src/settings.ts";
import { folderOf, htmlOf, pageOf } from "./pages.fixture.ts";
import { checkBudgets, checkLinks, checkPolicies } from "./verify.ts";

/** Problems of pages that a front page links to. */
const problems = (...pages: ReturnType<typeof pageOf>[]) => {
  const front = pageOf("/", pages.map(({ url }) => `<a href="${url}">x</a>`).join(""));
  return checkLinks([front, ...pages], "nowhere");
};

test.each([
  ['<a href="javascript:alert(1)">x</a>', "the scheme is `javascript:`"],
  ['<a href="java&Tab;script&#x3a;alert(1)">x</a>', "the scheme is `javascript:`"],
  ['<svg><a xlink:href="data:text/html,x"></a></svg>', "the scheme is `data:`"],
  ['<form action="ftp://x.example/"></form>', "the scheme is `ftp:`"],
  ['<a href="https://">x</a>', "cannot be read as an address"],
  ['<a href="#50%">x</a>', 'no `id="50%"`'],
  ['<a href="/%E0%A4%A">x</a>', "does not exist"],
  ['<a title="a > b" href="/gone/">x</a>', "does not exist"],
  ['<img src="/gone.png">', "does not exist"],
  ['<svg><use href="#sign"></use></svg>', 'no `id="sign"`'],
  ['<p id=sign></p><a href="#sign&amp;">x</a>', 'no `id="sign&"`'],
])("%s is a problem of its page", (body, problem) => {
  const found = problems(pageOf("/a/", body));
  expect(found).toEqual([expect.stringMatching(/^a\/index\.html: </)]);
  expect(found[0]).toContain(problem);
});

test("an address is resolved against the base of its page, a sign against the page", () => {
  const page = pageOf("/a/", '<p id="c"><svg><use href="#c"/></svg><a href="#d">x</a>', '<base href="/b/">');
  expect(problems(page, pageOf("/b/", '<p id="d">'))).toEqual([]);
  expect(problems(page, pageOf("/b/"))).toEqual([expect.stringContaining('no `id="d"`')]);
});

test("a page that only links to itself is named, unless it is not listed", () => {
  const found = (url: string) => checkLinks([pageOf("/"), pageOf(url, `<a href="${url}">x</a>`)], "nowhere");
  expect(found("/a/")).toEqual([expect.stringContaining("no page links to it")]);
  expect(found("/search/")).toEqual([]);
});

test("a redirect needs neither a link nor a policy, but its target", () => {
  const redirect = pageOf(
    "/old/",
    '<a href="/gone/">x</a>',
    '<meta http-equiv="refresh" content="0;url=/gone/">',
  );
  expect(checkLinks([pageOf("/"), redirect], "nowhere")).toEqual([expect.stringContaining("does not exist")]);
  expect(checkPolicies([redirect])).toEqual([]);
});

test.each([
  ["no policy", ""],
  ["another policy", "<meta http-equiv='Content-Security-Policy' content=\"script-src 'self'\">"],
  [
    "a policy that allows inline scripts",
    "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; script-src 'unsafe-inline'\">",
  ],
  [
    "a policy after a script",
    "<script></script><meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">",
  ],
])("a page with %s is named", (_, head) => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'">`;
  expect(checkPolicies([pageOf("/a/", "", policy), pageOf("/b/", "", head)])).toEqual([
    expect.stringMatching(/^b\/index\.html: has no content security policy/),
  ]);
});

describe("budgets", () => {
  // Characters in no order compress to about half.
  const noise = (bytes: number) =>
    Array.from({ length: bytes }, (_, i) =>
      ((Math.imul(i + 1, 2654435761) ^ Math.imul(i, i * 40503)) >>> 0).toString(36).at(-3),
    ).join("");
  const head =
    '<link rel="stylesheet" href="/s.css"><script type="module" src="/s.js"></script>' +
    '<link rel="preload" as="font" href="/f.woff2">';
  const files = {
    "s.css": "a{}",
    "s.js": 'import"./t.js";import("./lazy.js")',
    "t.js": "1",
    "lazy.js": noise(90_000),
    "f.woff2": "",
    "embed.js": "1",
  };
  const check = async (
    url: string,
    body: string,
    more: Record<string, string> = {},
    raised: RaisedBudgets = {},
  ) => {
    const page = pageOf(url, body, head);
    const root = folderOf({ ...files, ...more, [page.file]: htmlOf(body, head) });
    return (await checkBudgets([page], root, raised)).problems;
  };

  test("a light page passes, and what is loaded on demand is not counted", async () => {
    expect(await check("/explainer/", "<p>x</p>")).toEqual([]);
  });

  test.each([
    ["/explainer/", noise(120_000), {}, "bytes of HTML with its styles"],
    [
      "/explainer/",
      "<i></i>".repeat(4000),
      {},
      `(its content is in ${CONTENT_DIR}/explainers/explainer.mdx)`,
    ],
    ["/data/", noise(150_000), {}, "bytes of HTML with its styles"],
    ["/embed/a/", noise(60_000), {}, "bytes of HTML with its styles"],
    ["/explainer/", "", { "t.js": noise(30_000) }, "bytes of script"],
    ["/explainer/", "", { "embed.js": noise(9000) }, "embed.js: "],
  ])("%s that is too heavy is named (%#)", async (url, body, more, message) => {
    expect(await check(url, body, more)).toEqual([expect.stringContaining(message)]);
  });

  test("a story may raise the budget of a kind of page, and is told how", async () => {
    const elements = "<i></i>".repeat(4000);
    const message = " elements; at most 4,000; fix: make the page lighter, or raise `budgets.theme.elements`";
    expect(await check("/clauses/a/", elements)).toEqual([expect.stringContaining(message)]);
    expect(await check("/clauses/a/", elements, {}, { theme: { elements: 5000 } })).toEqual([]);
    const text = noise(120_000);
    expect(await check("/clauses/a/", text)).toEqual([expect.stringContaining("budgets.theme.html_kb")]);
    expect(await check("/clauses/a/", text, {}, { theme: { html_kb: 150 } })).toEqual([]);
  });
});
