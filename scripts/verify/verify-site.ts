import { htmlFiles } from "../html-files.ts";
import { checkCoverage } from "./coverage.ts";
import { checkDrawings } from "./drawings.ts";
import { checkIds } from "./ids.ts";
import { checkLinks } from "./links.ts";
import { checkMarkup } from "./markup.ts";

/** Runs every check that needs no browser on the site in `root`. Returns all problems, and what was looked at in one line. */
export async function verifySite(root: string): Promise<{ problems: string[]; counts: string }> {
  const pages = htmlFiles(root);
  const links = checkLinks(pages, root);
  const markup = await checkMarkup(pages);
  return {
    problems: [...links.problems, ...checkIds(pages), ...checkCoverage(pages), ...checkDrawings(pages, root), ...markup],
    counts: `${links.checked} links checked`,
  };
}
