import { test } from "vitest";
import { DRAFT, expectRefused, SOURCE } from "../bad-content.fixture.ts";

test("a text based on one that is not earlier is refused where it says so", () =>
  expectRefused(
    {
      "sources.yaml": SOURCE,
      "drafts.yaml": `${DRAFT}  based_on:\n    - {draft: ▸first, how: Reworked., sources: [ap-2025]}\n`,
    },
    [["`first` is not earlier than `first`"]],
  ));
