import { formatDate } from "../../i18n/dates.ts";
import { plural } from "../../i18n/numbers.ts";
import type { Sentence } from "../sentence.ts";

export const description = "Every chart of Draft by Draft, with its data, sources, downloads and embed code.";
export const lead = (charts: number) =>
  `${plural(charts, "chart")}, drawn from the ledger, each with its table, sources, files to download and code to embed.`;

export const figure = {
  /** What the arrow keys do in a drawing, by whether all, some or none of its marks are links. */
  marks: {
    links: "Marks of the chart: arrow keys read them, Enter opens their page",
    someLinks: "Marks of the chart: arrow keys read them, Enter opens the page of those that have one",
    words: "Marks of the chart: arrow keys read them",
  },
  tableOf: (title: string) => `Table: ${title}`,
  sources: (pages: number, origins: string) => `Sources: ${plural(pages, "page")}, from ${origins}`,
  page: "Table and sources",
  data: "Data",
  picture: "Picture",
  embed: "Embed",
} as const;

export const ways = {
  label: "Ways to use this chart",
  embed: "Embed",
  cite: "Cite",
  png: "PNG",
  csv: "CSV",
} as const;
export const download = {
  title: "Download",
  heads: ["File", "What is in it", "Size"],
  file: (name: string, about: string) => `${name}, ${about}`,
} as const;
export const facts = {
  permalink: "Permalink",
  changed: "Last changed",
  covers: "Covers",
  upTo: (through: string) => `events up to ${formatDate(through)}`,
  newestSource: "Newest source",
  licence: "Licence",
  licenceOf: (licence: string): Sentence => [`${licence}. `, { text: "More on that", to: "/about/#licence" }],
} as const;
export const cite = {
  title: "Cite",
  text: { name: "citation", label: "Citation as text" },
  bibtex: { name: "BibTeX", label: "Citation in BibTeX" },
  csl: { name: "CSL-JSON", label: "Citation in CSL-JSON" },
} as const;
export const neighbours = {
  of: (topic: string) => `Charts on the same topic: ${topic}`,
  previous: "Previous chart",
  next: "Next chart",
} as const;
