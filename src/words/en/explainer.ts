export const linkTo = { section: "Link to this section", paragraph: "Link to this paragraph" } as const;
