import { plural } from "../../i18n/numbers.ts";

/** Where a table of a text comes from: "Sources: 12 pages, from AP and 3 others". */
export const sources = (pages: number, from: string) => `Sources: ${plural(pages, "page")}, from ${from}`;

/** Heads of the tables behind charts and in texts, each with its unit where its numbers have one. */
export const columns = {
  aidByDonor: {
    donor: "Donor",
    military: ["Military", "EUR bn"],
    financial: ["Financial", "EUR bn"],
    humanitarian: ["Humanitarian", "EUR bn"],
    total: ["Total", "EUR bn"],
  },
  aidByGdp: {
    donor: "Donor",
    own: ["In its own name", "% of GDP"],
    eu: ["Share in EU aid", "% of GDP"],
    together: ["Together", "% of GDP"],
  },
  coalition: {
    country: "Country",
    offer: "Offer",
    pledge: "What it said",
    certainty: "How it is known",
    joined: "Part in the Coalition",
    note: "Note",
  },
  fighterPledges: {
    aircraft: "Aircraft",
    stage: "Stage",
    date: "Date",
    low: "Lowest number",
    high: "Highest number",
    certainty: "How it is known",
    note: "What is said",
  },
  frenchDeliveries: {
    item: "Equipment",
    category: "Category",
    status: "How far it has come",
    quantity: "Number",
    what: "What the number is",
    certainty: "How it is known",
    announced: "Announced",
    from: "Delivered from",
    note: "Note",
  },
  visitsToFrance: {
    number: "Number",
    date: "Date",
    end: "Until",
    place: "Place",
    occasion: "Occasion",
    agreed: "What was agreed or announced",
    note: "Note",
  },
} as const;

/** Head of the column that names worked-out numbers. */
export const derived = "Worked out, not read";
