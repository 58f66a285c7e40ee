import { CONTENT_DIR } from "../../src/content-dir.ts";
import { readLedger } from "../../src/ledger/read-ledger.ts";
import { checkAddresses, checkUnlinked } from "./addresses.ts";
import { checkBudgets } from "./budgets.ts";
import { checkCoverage } from "./coverage.ts";
import { checkDrawings } from "./drawings.ts";
import { checkFeeds } from "./feeds.ts";
import { checkHead, checkSocialCards } from "./head.ts";
import { checkMarkup } from "./markup.ts";
import { checkPolicy } from "./policy.ts";
import type { ReadPage } from "./read-pages.ts";
import { checkSitemap } from "./sitemap.ts";
import { checkStructuredData } from "./structured-data.ts";

/** Every check that needs no browser: all problems, what comes near to one, and what was looked at in one line. */
export async function verifySite(
  root: string,
  pages: readonly ReadPage[],
): Promise<{ problems: string[]; warnings: string[]; counts: string }> {
  // On other threads, while the rest is checked on this one.
  const markup = checkMarkup(pages);
  const budgets = await checkBudgets(pages, root);
  const addresses = checkAddresses(pages, root);
  return {
    problems: [
      ...addresses.problems,
      ...checkUnlinked(root),
      ...checkCoverage(pages, readLedger(`${CONTENT_DIR}/ledger`)),
      ...checkDrawings(pages, root),
      ...checkHead(pages),
      ...checkSocialCards(pages, root),
      ...checkPolicy(pages),
      ...checkStructuredData(pages, root),
      ...checkFeeds(pages, root),
      ...checkSitemap(pages, root),
      ...budgets.problems,
      ...(await markup),
    ],
    warnings: budgets.warnings,
    counts: `${addresses.checked} addresses checked · ${budgets.summary}`,
  };
}
