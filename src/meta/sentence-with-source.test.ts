import { describe, expect, it } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { sentenceWithSource } from "./sentence-with-source.ts";

const ledger = ledgerOf({
  publishers: [
    { id: "ap", name: "AP" },
    { id: "mirror", name: "Mirror" },
    { id: "rfi", name: "RFI" },
  ],
  sources: [
    {
      id: "ap",
      publisher: "ap",
      title: "50% & more",
      url: "https://ap.example/plan_(1)",
      published: "2025-12-02",
    },
    { id: "ap-copy", publisher: "mirror", relays: ["ap"], url: "https://mirror.example/" },
    { id: "rfi", publisher: "rfi", url: "https://rfi.example/", published: "2025-12" },
  ],
  events: [
    { id: "talks", statement: "They talked of *all* things.", sources: ["ap", "ap-copy", "rfi"] },
    {
      id: "rumour",
      statement: "They quarrelled.",
      status: "reported",
      attributed_to: "Axios",
      sources: ["rfi"],
    },
  ],
});
const [talks, rumour] = ledger.events.map((event) =>
  sentenceWithSource(ledger, event, `https://site.example/events/${event.id}/`),
);

describe("a sentence with its source", () => {
  it("is, as text, what happened, two newsrooms with day and address, and the page", () => {
    expect(talks?.text).toBe(
      "They talked of *all* things. AP, 2 December 2025, https://ap.example/plan_(1); " +
        "RFI, December 2025, https://rfi.example/. Draft by Draft, https://site.example/events/talks/",
    );
  });

  it("is, as Markdown, the same with links, and no sign of the sentence is markup", () => {
    expect(talks?.markdown).toBe(
      "They talked of \\*all\\* things. ([AP](<https://ap.example/plan_(1)>), 2 December 2025; " +
        "[RFI](<https://rfi.example/>), December 2025; [Draft by Draft](<https://site.example/events/talks/>))",
    );
  });

  it("is, as BibTeX, an entry for the first source with the sentence as its note", () => {
    expect(talks?.bibtex).toBe(`@misc{talks,
  author = {{AP}},
  title = {{50\\% \\& more}},
  year = {2025},
  url = {https://ap.example/plan_(1)},
  note = {They talked of *all* things. Draft by Draft, https://site.example/events/talks/}
}
`);
    expect(rumour?.bibtex).toContain("title = {{RFI}}");
  });

  it("says what is not confirmed, and who says it, in every form", () => {
    for (const form of [rumour?.text, rumour?.markdown, rumour?.bibtex])
      expect(form).toContain("They quarrelled. (reported, by Axios)");
  });
});
