export const linkTo = { section: "Link to this section", paragraph: "Link to this paragraph", point: "Link to this point" } as const;
