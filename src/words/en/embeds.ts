/** What stands in other people's pages, by kind. */
export const names = { chart: "Chart", clause: "Clause" } as const;

/** The link below a drawing. */
export const foot = (site: string) => `${site}: sources and data`;

/** In the frame of something that is not there. */
export const missing = {
  title: "Not here",
  text: "This chart or clause is not here. Its address may be mistyped.",
  link: (site: string) => `All charts of ${site}`,
} as const;

export const files = {
  light: (width: number) => `light, ${width} px wide`,
  dark: (width: number) => `dark, ${width} px wide`,
  svg: "vector, light and dark in one file",
  csv: "the table, sources in the comment lines",
  json: "the table, description, notes and sources",
  bib: "citation",
  csl: "citation, for Zotero and pandoc",
} as const;

/** The ways into another page: name, and what that page must allow. */
export const ways = {
  short: [
    "Frame, short",
    "For systems with length limits or lists of allowed styles. One height for every width, so paper may be left below.",
  ],
  frame: [
    "Frame, exact",
    "Needs HTML with an iframe and style. No script. Keeps its exact height before it loads.",
  ],
  element: [
    "Script and element",
    "Needs a script and a frame from this site. For pages with several charts, or charts that a page adds later.",
  ],
  jsx: [
    "Element for React, Vue, MDX",
    "The same without style and with every tag closed, as JSX and MDX want it.",
  ],
  picture: ["Picture", "Needs images only. For systems that take no frames. The marks are not links."],
  address: [
    "Address (oEmbed)",
    "Needs a system that knows oEmbed and trusts this site. Paste the address on a line of its own.",
  ],
} as const;

export const panel = {
  title: "Embed",
  lead: "Ways into another page. None sets a cookie or tells anybody who reads.",
  more: "How embedding works, and what will not change",
  theme: "Theme",
  themes: { auto: "automatic", light: "light", dark: "dark" },
  code: (way: string, theme?: string) => (theme ? `${way}: code, ${theme}` : `${way}: code`),
  looks: "How it looks",
  preview: (title: string, site: string) => `Preview: ${title} – ${site}`,
  alone: "By itself",
  width: "Width",
} as const;

/** Where code is pasted, and what comes of it. */
export const places: readonly (readonly [place: string, advice: string])[] = [
  [
    "WordPress, by its address",
    "Paste the address on a line of its own, as an editor or as an author. " +
      "WordPress finds the frame by itself, gives it its height and opens its links. " +
      "It makes no frame higher than 1,000 px: a high chart in a column of less than 480 px scrolls.",
  ],
  [
    "WordPress, as an editor",
    "A Custom HTML block with the exact frame, or with the script and element: exact, and as high as it is.",
  ],
  [
    "WordPress, as an author",
    "If your role may not use iframes, WordPress takes the frame and the element out without a word " +
      "and leaves the link. Paste the address; or take the picture: its light PNG and the credit stay.",
  ],
  [
    "Ghost, posts",
    "An HTML card with the exact frame or the element: exact. For an import as source=html put the " +
      "same between <!--kg-card-begin: html--> and <!--kg-card-end: html-->, which are Ghost’s own " +
      "marks; without them the exact frame loses its container and may be cut off, and of the element " +
      "only the link is left. The short frame needs no marks. " +
      "A pasted address becomes a bookmark with title, description and picture.",
  ],
  [
    "Ghost, newsletters",
    "The picture, in an HTML card. " +
      "Ghost leaves a frame in the letter; whether a mail program shows it was not tried. " +
      "The credit below it is a link all the same.",
  ],
  [
    "Newsletters and mail",
    "The picture: its width stands in an attribute too, for programs that take styles out. " +
      "Tried in the letters of Ghost, in no mail program.",
  ],
  [
    "React",
    "The element for React, Vue, MDX, script and all, as it stands. Attributes may change at any time.",
  ],
  [
    "Vue, VitePress",
    "The element, and the script in the head of the page: a template takes no script. " +
      "Name draft-chart in isCustomElement, or the page that the server sends lacks its link.",
  ],
  [
    "MDX, Docusaurus",
    "The same element. The other codes have a style in quotation marks, at which React stops.",
  ],
  [
    "Hugo",
    "Hugo leaves HTML out unless markup.goldmark.renderer.unsafe is true; a shortcode with the exact frame needs no such setting.",
  ],
  ["Pages with pym.js", "Give the address of the embed to pym.Parent: the frame answers in its form."],
  [
    "AMP",
    'Not tried. amp-iframe with the address of the embed, resizable, and sandbox="allow-scripts allow-popups": the frame tells its height as embed-size.',
  ],
  ["Substack", "Not tried. If it takes no HTML, upload the PNG and link it to its page."],
  ["Notion", "Not tried. An Embed block, with the address /embed/<id>/."],
  [
    "A strict newspaper system",
    'The short frame. sandbox="" works: add allow-popups, or the links in it are dead. Else the picture.',
  ],
  ["Your own page", "The exact frame; or the script once, and an element for each chart."],
];

/** What a page with a content security policy must allow; `origin` is that of this site. */
export function allowed(origin: string): readonly (readonly [way: string, entries: string])[] {
  return [
    [
      "Frame",
      `frame-src ${origin}. Style attributes, for the exact height; without them the frame keeps a height that is enough at every width.`,
    ],
    [
      "Script and element",
      `script-src ${origin} and frame-src ${origin}. No inline style, no inline script, no eval.`,
    ],
    ["Picture", `img-src ${origin}. Or copy the file to your own server: the licence allows it.`],
    ["Address (oEmbed)", `What your system does with it: it shows the frame, so frame-src ${origin}.`],
  ];
}

export const heights = { caption: "Height of each embed by width", chart: "Chart" } as const;

export const example = {
  label: "Example: the element",
  fallback: "What readers see if the script does not load",
} as const;
