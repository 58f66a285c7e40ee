export const linkTo = {
  section: "Link to this section",
  paragraph: "Link to this paragraph",
  point: "Link to this point",
} as const;
export const asMarkdown = "This page as Markdown";
export const others = "The other stories";
