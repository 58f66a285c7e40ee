import { checkAddresses } from "./addresses.ts";
import { checkBudgets } from "./budgets.ts";
import { checkCoverage } from "./coverage.ts";
import { checkDrawings } from "./drawings.ts";
import { checkFeeds } from "./feeds.ts";
import { checkHead } from "./head.ts";
import { checkIds } from "./ids.ts";
import { checkImages } from "./images.ts";
import { checkInline } from "./inline.ts";
import { checkLinks } from "./links.ts";
import { checkMarkup } from "./markup.ts";
import { checkPolicy } from "./policy.ts";
import { readPages } from "./read-pages.ts";
import { checkSitemap } from "./sitemap.ts";
import { checkSocialCards } from "./social-card.ts";
import { checkStructuredData } from "./structured-data.ts";

/** Runs every check that needs no browser on the site in `root`. Returns all problems, and what was looked at in one line. */
export async function verifySite(root: string): Promise<{ problems: string[]; counts: string }> {
  const pages = readPages(root);
  // On other threads, while the rest is checked on this one.
  const markup = checkMarkup(pages);
  const links = checkLinks(pages, root);
  const budgets = await checkBudgets(pages, root);
  return {
    problems: [
      ...links.problems,
      ...checkIds(pages),
      ...checkCoverage(pages),
      ...checkDrawings(pages, root),
      ...checkHead(pages),
      ...checkSocialCards(pages, root),
      ...checkPolicy(pages),
      ...checkInline(pages),
      ...checkImages(pages),
      ...checkAddresses(pages),
      ...checkStructuredData(pages, root),
      ...checkFeeds(pages, root),
      ...checkSitemap(pages, root),
      ...budgets.problems,
      ...(await markup),
    ],
    counts: `${links.checked} links checked · ${budgets.summary}`,
  };
}
