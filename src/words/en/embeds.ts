/** What stands in other people's pages, by kind. */
export const names = { chart: "Chart", clause: "Clause", comparison: "Comparison" } as const;

/** The link below a drawing. */
export function foot(site: string): string {
  return `${site}: sources, notes and data`;
}

/** In the frame of something that is not there. */
export const missing = {
  title: "Not here",
  text: "This chart or clause is not here. Its address may be mistyped.",
  link: (site: string) => `All charts of ${site}`,
} as const;

/** What is in a file to download. */
export const files = {
  light: (width: number) => `light, ${width} px wide`,
  dark: (width: number) => `dark, ${width} px wide`,
  mail: (width: number) => `light, ${width} px wide, for mail`,
  svg: "vector, light and dark in one file",
  csv: "the table, sources in the comment lines",
  json: "the table, description, notes and sources",
  bib: "citation",
  csl: "citation, for Zotero and pandoc",
} as const;

/** Of something that was taken out of the site. */
export const retired = {
  subtitle: (old: string, day: string, subtitle: string) => `This took the place of “${old}” on ${day}. ${subtitle}`,
  title: (old: string) => `“${old}” is not kept up any more`,
  moved: (day: string, page: string) => `Retired on ${day}. What it showed is now at ${page}.`,
  lead: (day: string) => `This chart was retired on ${day}. What took its place:`,
  column: "Now at",
} as const;

/** The ways into another page: name, and what that page must allow. */
export const ways = {
  short: [
    "Frame, short",
    "For systems with length limits or lists of allowed styles. One height for every width, so paper may be left below.",
  ],
  frame: ["Frame, exact", "Needs HTML with an iframe and style. No script. Keeps its exact height before it loads."],
  element: [
    "Script and element",
    "Needs a script and a frame from this site. For pages with several charts, or charts that a page adds later.",
  ],
  jsx: ["Element for React, Vue, MDX", "The same without style and with every tag closed, as JSX and MDX want it."],
  picture: ["Picture", "Needs images only. For systems that take no frames. The marks are not links."],
  mail: ["Picture for mail", "One light PNG as wide as it is shown. Copy the code, copy the picture itself, or download it."],
  address: ["Address (oEmbed)", "Needs a system that knows oEmbed and trusts this site. Paste the address on a line of its own."],
} as const;

/** The embed panel. */
export const panel = {
  title: "Embed",
  lead: "Ways into another page. None sets a cookie or tells anybody who reads.",
  more: "How embedding works, and what will not change",
  theme: "Theme",
  themes: { auto: "automatic", light: "light", dark: "dark" },
  code: (way: string, theme?: string) => (theme ? `${way}: code, ${theme}` : `${way}: code`),
  copyPicture: "Copy the picture",
  download: "Download it",
  copied: "Copied",
  notCopied: "Not copied",
  looks: "How it looks",
  preview: (title: string, site: string) => `Preview: ${title} – ${site}`,
  alone: "By itself",
  width: "Width",
} as const;

/** Where code is pasted, and what comes of it. */
export const places: readonly (readonly [place: string, advice: string])[] = [
  [
    "WordPress, as an editor",
    "Paste the address of a chart on a line of its own if this site is among those that your WordPress trusts: the frame takes its height and its links work. WordPress cuts at 1,000 px; what is higher scrolls. Or a Custom HTML block with the exact frame.",
  ],
  [
    "WordPress, as an author",
    "If your role may not use iframes, WordPress takes the frame out without a word and leaves the link. Take the picture: its light PNG and the credit stay.",
  ],
  [
    "Ghost, posts",
    "An HTML card with the exact frame. Nothing else: pasted as text, or imported as source=html, the frame is cut off. A pasted address becomes a bookmark.",
  ],
  ["Ghost, newsletters", "Mail programs show no frames. Take the picture for mail."],
  ["Newsletters and mail", "The picture for mail: a PNG of 760 px with its width in the attribute, which is all that some programs read."],
  ["React, Vue", "The element for React, Vue, MDX: no style, every tag closed. Load embed.js once. Attributes may change at any time."],
  ["MDX, Docusaurus", "The same line. Code with a style attribute in quotation marks does not compile there."],
  ["Hugo", "Hugo leaves HTML out unless markup.goldmark.renderer.unsafe is true; a shortcode with the exact frame needs no such setting."],
  [
    "AMP",
    'amp-iframe with the address of the embed, resizable, and sandbox="allow-scripts allow-popups": the frame tells its height as embed-size.',
  ],
  ["Pages with pym.js", "Give the address of the embed to pym.Parent: the frame answers in its form."],
  ["Substack", "It takes no HTML: upload the PNG and link it to its page."],
  ["Notion", "An Embed block, with the address /embed/<id>/."],
  ["A strict newspaper system", 'The short frame. sandbox="" works: add allow-popups, or the links in it are dead. Else the picture.'],
  ["Your own page", "The exact frame; or the script once, and an element for each chart."],
];

/** What a page with a content security policy must allow; `origin` is that of this site. */
export function allowed(origin: string): readonly (readonly [way: string, entries: string])[] {
  return [
    [
      "Frame",
      `frame-src ${origin}. Style attributes, for the exact height; without them the frame keeps a height that is enough at every width.`,
    ],
    ["Script and element", `script-src ${origin} and frame-src ${origin}. No inline style, no inline script, no eval.`],
    ["Picture", `img-src ${origin}. Or copy the file to your own server: the licence allows it.`],
    ["Address (oEmbed)", `What your system does with it: it shows the frame, so frame-src ${origin}.`],
  ];
}

/** The table of heights. */
export const heights = { caption: "Height of each embed by width", chart: "Chart" } as const;

/** The example of the element. */
export const example = { label: "Example: the element", fallback: "What readers see if the script does not load" } as const;
