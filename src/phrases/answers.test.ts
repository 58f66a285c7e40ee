import { describe, expect, test } from "vitest";
import { sideOf } from "../ledger/compare-answers.ts";
import { ledgerOf, textOf } from "../ledger/ledger.fixture.ts";
import type { Text } from "../ledger/texts.ts";
import { absenceText, answerText, citationOf, editionText, knownText } from "./answers.ts";

/** An answer of a draft, whose text is published unless said otherwise. */
const answerOf = (answer: object, draft: object = {}) => {
  const ledger = ledgerOf({ drafts: [{ short: "Draft", ...draft }], answers: [answer] });
  return { ledger, draft: ledger.drafts[0]!, answer: ledger.answers[0]! };
};

describe("an answer in words", () => {
  const read_whole = { day: "2025-12-31", source: "ap-2025" };
  test("has its remark; absence says how well it is known, and a remark follows", () => {
    expect(answerText(answerOf({ says: "Not settled", open: true }))).toBe("Not settled");
    for (const draft of [{}, { text_public: "partial", read_whole }])
      expect(answerText(answerOf({ absent: true }, draft))).toBe("not mentioned");
    for (const text_public of ["partial", "none"])
      expect(answerText(answerOf({ absent: true, remark: "says the envoy" }, { text_public }))).toBe(
        "not mentioned in what was seen of it; says the envoy",
      );
    expect(answerText(answerOf({ absent: true, dropped: true }))).toBe("dropped");
  });

  test("that is missing is not known only where somebody says so", () => {
    const textFor = (draft: object) =>
      absenceText({ ...answerOf({}, draft), clause: "clause", answer: undefined });
    expect(textFor({ absence: undefined, read_whole })).toBe("not recorded here");
    expect(textFor({ absence: undefined, unknown_on: ["clause"] })).toBe("not known");
    for (const absence of ["unreported", "out-of-scope"])
      expect(textFor({ absence })).toBe("not in what was read");
    expect(textFor({ absence: "unreported", text_public: "none" })).toBe("nothing reported");
    expect(textFor({ absence: "out-of-scope", text_public: "none" })).toBe("on other matters");
  });

  test("says how it is known", () => {
    const known = (answer: object, draft: object = {}) => {
      const { ledger, ...row } = answerOf(answer, draft);
      return knownText(ledger, row);
    };
    expect(known({ absent: true, sources: ["ap-2025"] }, { read_whole })).toBe("text read whole");
    expect(known({ absent: true, dropped: true, sources: ["other"] }, { read_whole })).toBe("reported");
    expect(known({ certainty: "claimed", attributed_to: "an envoy" })).toBe("according to an envoy");
    const { ledger, ...row } = answerOf({ sources: ["own"] }, { sources: ["own"] });
    expect(knownText(ledger, row)).toBe("our summary");
    const told = { ...ledger, texts: [textOf("draft", {}, { sources: ["own"] })] };
    expect(knownText(told, row)).toBe("our summary of the text");
    expect(known({}, { text_public: "none" })).toBe("reported");
    const { ledger: bare, ...partly } = answerOf({ passages: ["1", "2"] }, { text_public: "partial" });
    const knownFrom = (words: Record<string, string>) =>
      knownText({ ...bare, texts: [textOf("draft", words)] }, partly);
    expect(knownFrom({ "1a": "A", 2: "B" })).toBe("in the text, points 1 and 2");
    expect(knownFrom({ 1: "A" })).toMatch("reported");
  });

  test("is cited with draft, passage, words or summary, edition, date, status and address", () => {
    const address = "https://site.example/#a";
    const end = `in the text, ${address}`;
    const cited = (answer: object, texts: Text[]) => {
      const row = { draft: "draft", clause: "clause", passages: ["6"], says: "60 ships", ...answer };
      const ledger = ledgerOf(
        { drafts: [{ short: "Draft" }], themes: [{}], answers: [row], sources: [{}], publishers: [{}] },
        texts,
      );
      const side = sideOf(ledger, ledger.drafts[0]!, "clause");
      return citationOf(ledger, { ...side, answer: side.answer! }, address);
    };
    expect(cited({ sources: ["ap-2025"] }, [])).toBe(
      `Draft, 20 November 2025, point 6: 60 ships (summary), in the text, AP, ${address}`,
    );
    const text = (more = {}) => textOf("draft", { 6: "There shall be no more than 60." }, more);
    expect(cited({ words: "no more than 60" }, [text()])).toBe(
      `Draft, 20 November 2025, point 6: “… no more than 60”, Printed, ${end}`,
    );
    expect(cited({ english: "no more than 60" }, [text({ translated_by: "ap" })])).toBe(
      `Draft, 20 November 2025, point 6: “… no more than 60”, in translation by AP, Printed, ${end}`,
    );
  });
});

test("a copy is named with its licence and the day on which it was seen", () =>
  expect(editionText(textOf("draft", {}, { extent: "part", licence: "CC BY 4.0" }))).toBe(
    "Printed, CC BY 4.0, in part, seen on 29 November 2026",
  ));
