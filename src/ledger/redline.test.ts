import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Excerpt, readMarks, redline, type Run, textOfRuns } from "./redline.ts";
import { countWords, haveSameWords } from "./words.ts";

const MARKS = {
  kept: ["", ""],
  plain: ["", ""],
  struck: ["[-", "-]"],
  inserted: ["{+", "+}"],
  shared: ["<", ">"],
};
const show = (runs: readonly Run[]) => runs.map(({ kind, text }) => MARKS[kind].join(text)).join(" ");
const lineOf = (before: string | Excerpt, after: string | Excerpt) =>
  show(redline(excerpt(before), excerpt(after), true).line);
const excerpt = (text: string | Excerpt) => (typeof text === "string" ? { passage: text } : text);

describe("between a text and one that descends from it", () => {
  test.for([
    // Kept words are never struck.
    [
      "He has kept armies",
      "He has kept armies, without our consent",
      "He has kept armies, {+without our consent+}",
    ],
    [
      "a history of unremitting injuries",
      "a history of repeated injuries",
      "a history of [-unremitting-] {+repeated+} injuries",
    ],
    [
      "our lives, our fortunes, & our sacred honour",
      "our Lives, our Fortunes and our sacred Honor",
      "our Lives, our Fortunes and our sacred [-honour-] {+Honor+}",
    ],
    ["Once all agree and all ships leave", "Once all agree", "Once all agree [-and all ships leave-]"],
    // A “the” between two changes reads with them.
    [
      "They sail for the old harbour of Bergen",
      "They sail for every new port of Bergen",
      "They sail for [-the old harbour-] {+every new port+} of Bergen",
    ],
    [
      "They keep the ships of the king and sail",
      "They keep the crews of the queen and sail",
      "They keep the [-ships of the king-] {+crews of the queen+} and sail",
    ],
  ])("words that went are struck, words that came are inserted: %s", ([before, after, line]) =>
    expect(lineOf(before!, after!)).toBe(line),
  );

  test.for([
    [
      "The King shall veto every law",
      "The King shall not veto every law",
      "The King shall {+not+} veto every law",
    ],
    ["They may never sail at all", "They may sail at all", "They may [-never-] sail at all"],
  ])("a negation that comes or goes is visible: %s", ([before, after, line]) =>
    expect(lineOf(before!, after!)).toBe(line),
  );

  test("both are plain where less than a third is kept, with the phrases that both have marked", () => {
    const { isMarked, before, after, line } = redline(
      { passage: "A force of sixty ships shall be kept in the northern harbour by the king alone" },
      { passage: "Nobody but merchants pays for crews, or for what is spent in the northern harbour" },
      true,
    );
    expect([isMarked, line]).toEqual([false, []]);
    expect(show(before)).toBe(
      "A force of sixty ships shall be kept <in the northern harbour> by the king alone",
    );
    expect(show(after)).toBe(
      "Nobody but merchants pays for crews, or for what is spent <in the northern harbour>",
    );
  });

  test("runs of one word do not count as kept", () =>
    expect(
      redline({ passage: "ships sail north today" }, { passage: "all ships go south" }, true).isMarked,
    ).toBe(false));

  test("nothing is struck or inserted in a gap, up to the next phrase that both have", () =>
    expect(
      lineOf(
        "They keep the northern fleet, pay the crews and leave the harbour open",
        "They keep the northern fleet, […] and leave the harbour closed",
      ),
    ).toBe("They keep the northern fleet, pay the crews […] and leave the harbour [-open-] {+closed+}"));
});

describe("a part of a passage is shown", () => {
  const before = "They keep sixty ships in peace. The king may raise more of them in war, with consent.";
  const after = "They keep eighty ships in peace. The king may raise more of them in war, without asking.";
  test("as the whole was compared, with “…” at the cut", () => {
    expect(
      lineOf(
        { passage: before, words: "sixty ships in peace" },
        { passage: after, words: "eighty ships in peace" },
      ),
    ).toBe("… [-sixty-] {+eighty+} ships in peace. …");
    // The shorter excerpt does not make an insertion of what its passage has.
    expect(
      lineOf(
        { passage: before, words: "The king may raise more" },
        { passage: after, words: "The king may raise more of them in war" },
      ),
    ).toBe("… The king may raise more of them in war, … {+without+} …");
  });
  test("and must be in it", () =>
    expect(() => redline({ passage: before, words: "ninety ships" }, { passage: after }, true)).toThrow(
      "“ninety ships”",
    ));
});

test("between texts of which neither reworks the other nothing is struck, and phrases of both are marked", () => {
  const { isMarked, before, after } = redline(
    { passage: "Each state has one vote" },
    { passage: "Let each state have, as before, one vote; each state has one vote" },
    false,
  );
  expect([isMarked, show(before)]).toEqual([false, "<Each state has one vote>"]);
  expect(show(after)).toBe("Let each state have, as before, one vote; <each state has one vote>");
});

test("any two texts: nothing is lost, and nothing struck or inserted that both have in the same place", () => {
  const words = fc.array(
    fc.constantFrom("ships", "the", "king", "not", "sail,", "and", "60", "of", "Peace."),
    { minLength: 1, maxLength: 14 },
  );
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [before, after] = [a.join(" "), b.join(" ")];
      const marked = redline({ passage: before }, { passage: after }, true);
      expect(haveSameWords(textOfRuns(marked.before), before)).toBe(true);
      expect(haveSameWords(textOfRuns(marked.after), after)).toBe(true);
      if (marked.isMarked)
        expect(haveSameWords(textOfRuns(marked.line.filter(({ kind }) => kind !== "struck")), after)).toBe(
          true,
        );
      if (haveSameWords(before, after)) expect(marked.line.every(({ kind }) => kind === "kept")).toBe(true);
      expect(marked.before.some(({ kind }) => kind === "inserted")).toBe(false);
    }),
  );
});

test("marks set by hand give back both wordings", () => {
  const { before, after, line } = readMarks("Ukraine [-leaves-]{+keeps+} the rest of the region");
  expect([textOfRuns(before), textOfRuns(after)]).toEqual([
    "Ukraine leaves the rest of the region",
    "Ukraine keeps the rest of the region",
  ]);
  expect(show(line)).toBe("Ukraine [-leaves-] {+keeps+} the rest of the region");
  expect(countWords(textOfRuns(after))).toBe(7);
});

test("a phrase whose partner is cut off is not marked", () => {
  const { before } = redline(
    { passage: "Each state has one vote" },
    { passage: "The king decides; each state has one vote", words: "The king decides" },
    false,
  );
  expect(show(before)).toBe("Each state has one vote");
});
