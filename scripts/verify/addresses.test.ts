import { expect, test } from "vitest";
import { checkAddresses, checkUnlinked } from "./addresses.ts";
import { folderOf, goodHead, pageOf } from "./page.fixture.ts";

test("an icon that browsers ask for by themselves must be there", () => {
  expect(checkUnlinked(folderOf({ "favicon.ico": "", "llms.txt": "" }))).toEqual([]);
  expect(checkUnlinked(folderOf({ "llms.txt": "" }))).toEqual([
    expect.stringContaining("favicon.ico: missing"),
  ]);
});

const addresses = (pages: Parameters<typeof checkAddresses>[0]) => checkAddresses(pages, "nowhere").problems;

test.each([
  ['<a href="javascript:alert(1)">x</a>', "javascript"],
  ['<a href=" JavaScript&#58;alert(1)">x</a>', "javascript"],
  ['<a href="java&Tab;script&#x3a;alert(1)">x</a>', "javascript"],
  ['<a href="java\nscript:alert(1)">x</a>', "javascript"],
  ['<svg><a xlink:href="data:text/html,x"></a></svg>', "data"],
  ['<form action="ftp://x.example/"></form>', "ftp"],
  ['<a href="mailto:a@x.example">x</a>', "mailto"],
])("the address in %s is judged by its scheme", (body, scheme) => {
  expect(addresses([pageOf("/a/", body)])).toEqual([expect.stringContaining(`scheme \`${scheme}\``)]);
});

test("an address is resolved against the base of its page, a sign against the page", () => {
  const page = (href: string) =>
    pageOf(
      "/a/",
      `<p id="c"><svg><use href="#c"/></svg><a href="${href}">x</a>`,
      `<base href="/b/">${goodHead("/a/")}`,
    );
  expect(addresses([page("#d"), pageOf("/b/", '<p id="d">')])).toEqual([]);
  expect(addresses([page("#d"), pageOf("/b/")])).toEqual([expect.stringContaining('no `id="d"`')]);
});

test.each([
  ['<a href="https://">x</a>', "is no address"],
  ['<a href="#50%">x</a>', "holds a percent sign"],
  ['<a href="/%E0%A4%A">x</a>', "holds a percent sign"],
  ['<a title="a > b" href="/gone/">x</a>', "does not exist"],
  ['<form action="/gone/"></form>', "does not exist"],
  ['<iframe src="/gone/"></iframe>', "does not exist"],
  ['<svg><use href="#sign"></use></svg>', 'no `id="sign"`'],
  ['<p id=sign></p><a href="#sign&amp;">x</a>', 'no `id="sign&"`'],
])("the address in %s is a problem of its page", (body, wrong) => {
  expect(addresses([pageOf("/a/", body)])).toEqual([expect.stringMatching(/^a\/index\.html: </)]);
  expect(addresses([pageOf("/a/", body)])[0]).toContain(wrong);
});
