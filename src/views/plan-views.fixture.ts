import { ledgerOf } from "../ledger/ledger.fixture.ts";

/** Three drafts, two themes and the answers on them: small enough to know by heart what each view must show. */
export const SMALL = ledgerOf({
  sources: [{ id: "ap" }, { id: "ft" }, { id: "rbc" }, { id: "tass" }],
  drafts: [
    { id: "berlin", name: "Berlin statement", short: "Berlin", date: "2025-12-15", text_public: "full", sources: ["ap"] },
    {
      id: "leak",
      name: "28-point draft",
      short: "Leak",
      date: "2025-11-20",
      points: 28,
      read_out: true,
      text_public: "full",
      sources: ["ap", "ft"],
    },
    { id: "geneva", name: "Geneva revision", short: "Geneva", date: "2025-11-23", points: 19, text_public: "none", sources: ["rbc"] },
    {
      id: "kyiv",
      name: "Kyiv text",
      short: "Kyiv",
      date: "2025-12-23",
      points: 20,
      read_out: true,
      text_public: "partial",
      sources: ["ft"],
    },
  ],
  points: [
    { draft: "leak", number: 1 },
    { draft: "kyiv", number: 1 },
  ],
  themes: [
    { id: "army", name: "Size of the army", order: 2, group: "security", questions: [{ id: "army-cap", text: "How large?" }] },
    { id: "nato", name: "NATO membership", order: 3, group: "security", questions: [{ id: "nato-entry", text: "May it join?" }] },
    { id: "land", name: "Territory", order: 1, group: "land-and-peace", questions: [{ id: "donetsk", text: "Who holds it?" }] },
  ],
  provisions: [
    {
      draft: "kyiv",
      question: "army-cap",
      answer: "Stays at 800,000, in peacetime",
      value: 800_000,
      unit: "personnel",
      status: "softened",
      certainty: "claimed",
      sources: ["tass"],
    },
    {
      draft: "leak",
      question: "army-cap",
      answer: "At most 600,000",
      value: 600_000,
      unit: "personnel",
      status: "stated",
      sources: ["ap"],
    },
    { draft: "geneva", question: "army-cap", answer: "No strict limit", status: "softened", certainty: "reported", sources: ["rbc", "ap"] },
    { draft: "leak", question: "donetsk", answer: "Russia", status: "stated", sources: ["ft"] },
    { draft: "geneva", question: "donetsk", answer: "Later", status: "open", sources: ["rbc"] },
    { draft: "kyiv", question: "donetsk", answer: "To be agreed", status: "open", sources: ["ft"] },
    { draft: "leak", question: "nato-entry", answer: "Never", status: "stated", sources: ["ap"] },
  ],
});
