import { expect, it } from "vitest";
import { inEachEngine } from "./engines.ts";

/** An index comes over several requests; nothing here is about how fast. */
const COMES = { timeout: 15_000 };

inEachEngine("search", (reader) => {
  const dialogOpen = () => reader().see(() => document.querySelector("dialog")?.open ?? false);
  const results = (within: string) =>
    reader().see((within) => document.querySelectorAll(`${within} .result`).length, within);
  const focused = () =>
    reader().see(
      () => document.activeElement?.id || document.activeElement?.closest(".result")?.className || "",
    );

  it("opens by key, finds while one types, moves by arrows, closes by Escape and gives the focus back", async () => {
    await reader().open("/drafts/us-28/");
    await reader().see(() => document.querySelector<HTMLElement>(".brand")!.focus());
    await reader().press("/");
    await expect.poll(dialogOpen, COMES).toBe(true);
    await reader().press(..."rafale");
    await expect.poll(() => results("dialog"), COMES).toBeGreaterThan(0);
    expect((await reader().text("dialog .result")).toLowerCase()).toContain("rafale");
    await reader().press("ArrowDown");
    expect(await focused()).toBe("result");
    await reader().press("ArrowUp");
    expect(await focused()).toBe("dialog-query");
    await reader().press("Escape");
    await expect.poll(dialogOpen).toBe(false);
    expect(await reader().see(() => document.activeElement?.className)).toBe("brand");
  });

  it("opens a result by Enter", async () => {
    await reader().open("/");
    await reader().click("[data-search-open]");
    await expect.poll(dialogOpen, COMES).toBe(true);
    await reader().press(..."ceasefire");
    await expect.poll(() => reader().text("dialog .search-status"), COMES).toContain("ceasefire");
    await expect.poll(() => results("dialog"), COMES).toBeGreaterThan(0);
    await reader().press("ArrowDown");
    const path = await reader().see(() => (document.activeElement as HTMLAnchorElement).pathname);
    await reader().press("Enter");
    await expect.poll(() => reader().see(() => location.pathname), COMES).toBe(path);
  });

  it("on its page takes what is typed into the address, and narrows by kind", async () => {
    await reader().open("/search/");
    await reader().click("#query");
    await reader().press(..."Yermak");
    await expect.poll(() => reader().text("#search-page .search-status"), COMES).toContain("for “Yermak”");
    expect(await reader().see(() => new URLSearchParams(location.search).get("q"))).toBe("Yermak");
    const all = await results("#search-page");
    expect(all).toBeGreaterThan(0);
    await reader().click(".search-kinds button:nth-of-type(2)");
    await expect
      .poll(() => reader().see(() => new URLSearchParams(location.search).get("kind")), COMES)
      .not.toBeNull();
    await expect.poll(() => reader().text("#search-page .search-status"), COMES).toMatch(/ in \p{L}+/u);
    await reader().see(() => history.back());
    await expect.poll(() => reader().text("#search-page .search-status"), COMES).toMatch(/for “Yermak”$/);
  });
});
