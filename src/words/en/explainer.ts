/** The page as plain Markdown. */
export const ofMarkdown = (address: string, modified: string | undefined) =>
  `Source: <${address}>. ${modified ? `Last changed ${modified}. ` : ""}Licence: CC BY 4.0; sources keep their own terms. ` +
  "“(reported)”, “(alleged)” or “(disputed)” after a statement says that it is not confirmed.";
export const proceedingHeads = ["Case", "Who", "Accused by", "Of what", "Stage found", "Answer"] as const;
export const toChart = "The chart, its sources and downloads";
