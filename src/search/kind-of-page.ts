const KINDS: readonly (readonly [start: string, kind: string])[] = [
  ["/plan/drafts/", "Draft"],
  ["/plan/themes/", "Theme"],
  ["/plan/", "Explainer"],
  ["/france/", "Explainer"],
  ["/corruption/", "Explainer"],
  ["/events/", "Event"],
  ["/timeline/", "Day"],
  ["/people/", "Person"],
  ["/organisations/", "Organisation"],
  ["/charts/", "Chart"],
  ["/glossary/", "Term"],
  ["/about/", "About"],
  ["/embeds/", "About"],
];

/** What kind of page a reader finds at `path`, as the search filter names it; undefined if it is not searched. */
export function kindOfPage(path: string): string | undefined {
  return KINDS.find(([start]) => path.startsWith(start))?.[1];
}
