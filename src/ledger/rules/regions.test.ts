import { test } from "vitest";
import {
  type BadContent,
  DRAFT,
  edit,
  expectRefused,
  PROVISION,
  SOURCE,
  THEME,
} from "../bad-content.fixture.ts";

const CLAIM =
  "- {id: claim, draft: first, question: army-cap, regions: [AA-14], asks: talks, says: Left to talks, sources: [ap-2025]}\n";
const OTHER = SOURCE.replace("ap-2025", "ap-2026").replace(/https:\S+/, "https://ap.example/other");
const draft = {
  "sources.yaml": SOURCE,
  "themes.yaml": THEME,
  "drafts.yaml": DRAFT,
  "provisions.yaml": PROVISION,
};

const BAD: BadContent[] = [
  [
    "a claim on the map without an answer behind it",
    { ...draft, "provisions.yaml": "[]\n", "region-claims.yaml": edit(CLAIM, "question: ", "question: ▸") },
    ["`first` has no answer to"],
  ],
  [
    "a claim on the map with a receipt that its answer lacks",
    {
      ...draft,
      "sources.yaml": SOURCE + OTHER,
      "region-claims.yaml": edit(CLAIM, "[ap-2025]", "[▸ap-2026]"),
    },
    ["`ap-2026` is no receipt of the answer"],
  ],
];

test.for(BAD)("%s is refused where it stands", ([, files, ...messages]) => expectRefused(files, messages));
