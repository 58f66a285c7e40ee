import { expect, test } from "vitest";
import { ledgerOf } from "./ledger.fixture.ts";
import { findQuotation, getQuotation, quoted } from "./lookup.ts";

const said = { by: "envoy", text: "Nothing", lang: "en", source: "ap-2025" };
const ledger = ledgerOf({
  events: [{ id: "speech", quote: said }, { id: "talks" }],
  provisions: [{ draft: "first", question: "army", quote: { text: "None", source: "ap-2025" } }],
});

test("a quotation is found by its event or its answer", () => {
  expect(findQuotation(ledger, "speech")?.text).toBe("Nothing");
  expect(findQuotation(ledger, "first--army")?.text).toBe("None");
  expect(findQuotation(ledger, "talks")).toBeUndefined();
  expect(() => getQuotation(ledger, "talks")).toThrow("no event or answer `talks` with a quotation");
});

test("a translation says that it is one", () => {
  expect(quoted({ text: "Nothing", lang: "en", source: "a" })).toBe("“Nothing”");
  expect(quoted({ text: "Rien", lang: "fr", english: "Nothing", translation: "site", source: "a" })).toBe(
    "“Nothing” (in translation)",
  );
  expect(quoted({ lang: "fr", english: "Nothing", translation: "source", source: "a" })).toBe(
    "“Nothing” (in translation)",
  );
});
