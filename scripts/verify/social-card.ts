import { readFileSync } from "node:fs";
import { metaOf, type ReadPage } from "./read-pages.ts";
import { addressOf, fileAt, pathOf } from "./site-address.ts";

const SIZE = { width: 1200, height: 630 };
const REQUIRED = ["og:type", "og:site_name", "og:title", "og:description", "og:image:alt", "twitter:card"];

/** Pages without a preview for social networks, or whose card is not a PNG of 1200 × 630 pixels in the site. */
export function checkSocialCards(pages: readonly ReadPage[], root: string): string[] {
  const cards = new Map<string, string | undefined>();
  return pages
    .filter((page) => !page.noindex)
    .flatMap((page) => {
      const mend = "mend: see src/meta/HeadTags.astro";
      const missing = REQUIRED.filter((name) => !metaOf(page.tags, name)).map(
        (name) => `${page.file}: no \`${name}\`; ${mend}`,
      );
      const url = metaOf(page.tags, "og:url");
      const odd =
        url === addressOf(page.url)
          ? []
          : [`${page.file}: \`og:url\` is ${url ?? "missing"}, expected ${addressOf(page.url)}; ${mend}`];
      const image = metaOf(page.tags, "og:image") ?? "";
      if (!cards.has(image)) cards.set(image, wrongWith(image, root));
      const wrong = cards.get(image);
      return [
        ...missing,
        ...odd,
        ...(wrong ? [`${page.file}: the card \`${image}\` ${wrong}; mend: see src/cards/`] : []),
      ];
    });
}

function wrongWith(image: string, root: string): string | undefined {
  const path = pathOf(image);
  if (!path) return "is no full address of this site";
  const file = fileAt(root, path);
  if (!file) return "does not exist";
  const png = readFileSync(file);
  if (png.toString("latin1", 1, 4) !== "PNG") return "is no PNG";
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  return width === SIZE.width && height === SIZE.height
    ? undefined
    : `is ${width} × ${height} pixels, expected ${SIZE.width} × ${SIZE.height}`;
}
