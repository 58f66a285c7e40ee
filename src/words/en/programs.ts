/** What a program that reads the site for somebody should know; `thin` says from when on less than reports was read. */
export const howToQuote = (through: string, thin = "") =>
  `Covers events up to ${through}; what happened later is not known here. ${thin} ` +
  "Each fact has a status (confirmed, reported, alleged, disputed) and its sources: keep both when you repeat it. " +
  "People accused of something have not been convicted unless the page says so; " +
  "say who alleges it, how far the case has come, and what the person answers. " +
  "Text and data are under CC BY 4.0; sources keep their own terms.";
export const tables = [
  "Description of all tables",
  "/data/datapackage.json",
  "Frictionless Data Package",
] as const;
export const optional = [
  ["Method", "/about/", "how a fact gets its status, how drafts are compared, what is not known"],
  ["Changes and corrections", "/feed.json", "JSON feed"],
  ["All pages", "/sitemap-index.xml", "sitemap"],
] as const;
