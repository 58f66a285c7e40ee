import type { Frame, Page } from "playwright-core";

// The elements of a host's page, as a test looks at them.

/** An element as a host writes it. */
export const PLAIN = `<draft-chart chart="army-cap">The cap on the army</draft-chart>`;

/** The script of the site, as a host loads it. */
export function scriptOf(site: string): string {
  return `<script async src="${site}embed.js"></script>`;
}

/** The frame of the element with this place on the page. */
export async function frameOf(page: Page, index = 0): Promise<Frame> {
  const handle = page.locator("draft-chart iframe").nth(index);
  await handle.waitFor();
  return (await (await handle.elementHandle())!.contentFrame())!;
}

/** Its height on the page. */
export function heightOf(page: Page, index = 0): Promise<number> {
  return page
    .locator("draft-chart")
    .nth(index)
    .evaluate((element) => element.getBoundingClientRect().height);
}
