import { expect, it } from "vitest";
import { marked, status, useSearch } from "./searching.ts";

const site = useSearch();

it("a point opens at its place in the draft, with what was searched for marked there", async () => {
  const page = await site.open("/search/?q=Kinburn");
  await page.locator(".result a", { hasText: "Point 16" }).click();
  await page.waitForURL(/#point-16$/);
  await expect.poll(() => marked(page), { timeout: 15_000 }).toContain("Kinburn");
  // The site scrolls smoothly.
  const inView = () =>
    page.locator("#point-16").evaluate((point) => point.getBoundingClientRect().top < innerHeight);
  await expect.poll(inView, { timeout: 15_000 }).toBe(true);
  expect(await page.locator("link[rel=canonical]").getAttribute("href")).not.toContain("highlight");
});

it("marks leave scripts, drawings and the page itself as they are, and take in other spellings of a name", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.origin}/people/zelensky/`);
  const before = await page.locator("main").innerHTML();
  await page.goto(`${site.origin}/people/zelensky/?highlight=Zelenskyy`);
  await page.locator(".found-note").waitFor();
  expect(await page.locator("main").innerHTML()).toBe(before);
  const words = new Set((await marked(page)).map((word) => word.toLowerCase()));
  expect([...words]).toContain("zelenskyy");
  await page.goto(`${site.origin}/charts/fighter-pledges/?highlight=Rafale`);
  await page.locator(".found-note").waitFor();
  const inDrawing = await page.evaluate(() =>
    [...CSS.highlights.get("search")!].some((range) =>
      (range as Range).startContainer.parentElement?.closest("svg"),
    ),
  );
  expect(inDrawing).toBe(false);
});

it("what is asked is shown as text, in the results and on the page", async () => {
  const hostile = '<img src=x onerror="document.title=1">';
  const page = await site.open(`/search/?q=${encodeURIComponent(`${hostile} Yermak`)}`);
  await status(page, /result|Nothing|No page/);
  expect(await page.locator("#search-page img").count()).toBe(0);
  await page.goto(`${site.origin}/people/yermak/?highlight=${encodeURIComponent(`Yermak ${hostile}`)}`);
  await page.locator(".found-note").waitFor();
  expect(await page.locator(".found-note img").count()).toBe(0);
  expect(await page.locator(".found-note").innerText()).toContain("<img");
});
