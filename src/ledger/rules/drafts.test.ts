import { test } from "vitest";
import { DRAFT, edit, expectRefused, expectTaken, PROVISION, SOURCE, THEME } from "../bad-content.fixture.ts";

test("a text based on one that is not earlier is refused where it says so", () =>
  expectRefused(
    {
      "sources.yaml": SOURCE,
      "drafts.yaml": `${DRAFT}  based_on:\n    - {draft: ▸first, how: Reworked., sources: [ap-2025]}\n`,
    },
    [["`first` is not earlier than `first`"]],
  ));

const files = (provision: string) => ({
  "sources.yaml": SOURCE,
  "drafts.yaml": DRAFT,
  "themes.yaml": THEME,
  "provisions.yaml": provision,
});
const without = (text: string) => edit(PROVISION, /  answer: .*\n/.exec(PROVISION)![0], text);

test("an answer is there, or the draft does not mention the matter, and only then can it be dropped", () => {
  expectTaken(files(without("  absent: true\n  dropped: true\n")));
  expectRefused(files(`▸${without("")}`.replace("▸- ", "- ▸")), [["the answer is missing"]]);
  expectRefused(files(without("  absent: true\n  answer: ▸Sixty\n")), [
    ["does not mention the matter and has an answer"],
  ]);
  expectRefused(files(`${PROVISION}  dropped: ▸true\n`), [["only what the draft does not mention"]]);
});
