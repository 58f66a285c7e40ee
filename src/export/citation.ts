import { formatDate } from "../i18n/dates.ts";
import { LANGUAGE } from "../language.ts";
import { itemAt } from "../required.ts";

/** Something published, as somebody cites it. */
export interface Work {
  /** What it is, with a capital letter: "Chart". */
  what: string;
  /** Key in a bibliography, ASCII. */
  key: string;
  title: string;
  /** Name of the site, its author as well. */
  site: string;
  /** Last day that it covers, ISO. */
  coveredUntil: string;
  url: string;
  licence: string;
}

/** The id of what is embedded as one word: `clause-army-cap`. */
export function slugOf({ id }: { id: string }): string {
  return id.replaceAll("/", "-");
}

/** The citation as a line of text. */
export function citationText({ what, title, site, coveredUntil, url, licence }: Work): string {
  const end = /[.?!…]$/.test(title) ? "" : ".";
  return `${site}: “${title}”${end} ${what}, covers events up to ${formatDate(coveredUntil)}. ${url} (${licence})`;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The citation as a BibTeX entry in UTF-8. */
export function citationBibTeX({ what, key, title, site, coveredUntil, url, licence }: Work): string {
  const fields: [name: string, value: string][] = [
    ["author", `{{${escapeTeX(site)}}}`],
    ["title", `{{${escapeTeX(title)}}}`],
    ["year", `{${coveredUntil.slice(0, 4)}}`],
    ["month", itemAt(MONTHS, Number(coveredUntil.slice(5, 7)) - 1)],
    // No entry style escapes an address: \url prints it as it stands, and URLs hold no braces.
    ["url", `{${new URL(url).href}}`],
    ["note", `{${escapeTeX(`${what}, covers events up to ${formatDate(coveredUntil)}. ${licence}`)}}`],
  ];
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name.padEnd(6)} = ${value}`).join(",\n")}\n}\n`;
}

const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  // Not \{ and \}: BibTeX counts braces even behind a backslash.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  '"': "\\textquotedbl{}",
};

/** Text for a field of BibTeX: white space joined, signs of TeX escaped. */
export function escapeTeX(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\{}^~"]|[$&#_%]/g, (char) => TEX[char] ?? `\\${char}`);
}

/** The citation as CSL-JSON, for Zotero, pandoc and other managers of references: a list of one item. */
export function citationCsl({ what, key, title, site, coveredUntil, url, licence }: Work): string {
  const item = {
    id: key,
    type: what === "Chart" ? "graphic" : "document",
    title,
    author: [{ literal: site }],
    publisher: site,
    issued: { "date-parts": [coveredUntil.split("-").map(Number)] },
    URL: url,
    language: LANGUAGE,
    version: coveredUntil,
    note: licence,
  };
  return `${JSON.stringify([item], null, 1)}\n`;
}
