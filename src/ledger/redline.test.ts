import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Excerpt, isReworded, markWords, readMarks, redline, type Run, textOfRuns } from "./redline.ts";
import { haveSameWords } from "./words.ts";

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
    [
      "our lives, our fortunes, & our sacred honour",
      "our Lives, our Fortunes and our sacred Honor",
      "our Lives, our Fortunes and our sacred [-honour-] {+Honor+}",
    ],
    // The first of equals is kept.
    ["All agree and all agree", "All agree", "All agree [-and all agree-]"],
    // A “the” between two changes reads with them.
    [
      "They sail for the old harbour of Bergen",
      "They sail for every new port of Bergen",
      "They sail for [-the old harbour-] {+every new port+} of Bergen",
    ],
    // Whole phrases are kept, and no word that two long changes happen to share.
    [
      "A third of the states in the union, for a change of this law, the king of the states, shall call a meeting",
      "A third of the several states, shall call a meeting for a change, as part of this law, by the king of states",
      "A third of the [-states in the union, for a change of this law, the king of the-] {+several+} states, shall call a meeting {+for a change, as part of this law, by the king of states+}",
    ],
    [
      "They keep ships in ports of stone, but not for trade today",
      "They keep ships in ports where men sleep, not by any law",
      "They keep ships in ports [-of stone, but not for trade today-] {+where men sleep, not by any law+}",
    ],
    // A word beside a change of fewer than six words, or words that tell nothing, may be all that a reader has.
    [
      "They keep ships in peace near grey rocks by any bay, harbour have long chains",
      "They keep ships in peace beside warm harbour of sand",
      "They keep ships in peace [-near grey rocks by any bay,-] {+beside warm+} harbour [-have long chains-] {+of sand+}",
    ],
    [
      "They keep two ships and of the king, and sail away now of the old way",
      "They keep all crews and of the queen, and sail away of the way",
      "They keep [-two ships-] {+all crews+} and of the [-king,-] {+queen,+} and sail away [-now-] of the [-old-] way",
    ],
    // A blank is a word of its own.
    ["for a term of —— years", "for a term of seven years", "for a term of [-——-] {+seven+} years"],
    ["for a term of —— years", "for a term of –— years", "for a term of –— years"],
  ])("words that went are struck, words that came are inserted: %s", ([before, after, line]) =>
    expect(lineOf(before!, after!)).toBe(line),
  );

  test("both are plain where less than a third is kept, with the phrases that both have marked", () => {
    const { kind, before, after, line } = redline(
      { passage: "A force of sixty ships is kept in the northern harbour by the king alone" },
      { passage: "Nobody but merchants pays for crews, or for what is spent in the northern harbour" },
      true,
    );
    expect([kind, line]).toEqual(["phrases", []]);
    expect(show(before)).toBe("A force of sixty ships is kept <in the northern harbour> by the king alone");
    expect(show(after)).toBe(
      "Nobody but merchants pays for crews, or for what is spent <in the northern harbour>",
    );
  });

  test("runs of small words do not count as kept", () => {
    const [before, after] = ["Two ships and of the king", "All crews and of the queen"].map(excerpt);
    expect(redline(before!, after!, true).kind).toBe("phrases");
  });

  test("nothing is struck or inserted in a gap, up to the next phrase that both have", () =>
    expect(
      lineOf(
        "They keep the northern fleet, now pay the crews and leave the harbour open",
        "They keep the northern fleet, […] pay all and leave the harbour closed",
      ),
    ).toBe(
      "They keep the northern fleet, now […] pay the crews all and leave the harbour [-open-] {+closed+}",
    ));
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
  });

  const cut = (before: string, words: string, after: string, shown: string) =>
    redline({ passage: before, words }, { passage: after, words: shown }, true);
  test.for([
    // What replaces a struck word is shown, even if the excerpt of its own text begins or ends at kept words.
    [
      "Each state has the rights of trade in all our harbours.",
      "of trade in all our harbours",
      "Each state has the right of trade in all our harbours.",
      "right of trade in all our harbours",
      "… [-rights-] {+right+} of trade in all our harbours.",
    ],
    // An edge of the excerpt inside a change, on either side.
    [
      "To be chosen by the elders for the term of seven years.",
      "for the term of seven years",
      "A captain shall hold his office during the term of seven years, or longer.",
      "during the term of seven years",
      "… [-for-] {+during+} the term of seven years, …",
    ],
    // What follows at the end of a clause belongs to another.
    [
      "They count three fifths of all other persons.",
      "three fifths of all other persons",
      "They count three fifths of all other persons, but no crews; each harbour has a vote.",
      "three fifths of all other persons, but no crews",
      "… three fifths of all other persons, {+but no crews;+} …",
    ],
  ])("with both sides of each change: %s", ([before, words, after, shown, line]) =>
    expect(show(cut(before!, words!, after!, shown!).line)).toBe(line),
  );

  test("and “…” only on the side whose words were cut", () => {
    const { before: old, after: now } = cut(
      "for the term of seven years",
      "for the term of seven years",
      "A captain sails during the term of seven years",
      "during the term of seven years",
    );
    expect([show(old), show(now)]).toEqual([
      "[-for-] the term of seven years",
      "… {+during+} the term of seven years",
    ]);
  });

  test.for([
    [
      "If they agree, the king shall sail at once",
      "the king shall sail",
      "If they do not agree, the king shall sail at once",
      "the king shall sail",
      "If they {+do not+} agree, the king shall sail …",
    ],
    [
      "The king shall sail, and crews are paid in port",
      "The king shall sail",
      "The king shall sail, and no crews are paid in port",
      "The king shall sail",
      "The king shall sail, and {+no+} crews are paid …",
    ],
    [
      "The king shall sail, and crews are paid in port",
      "The king shall sail",
      "The king shall sail at once; no crews are paid in port",
      "The king shall sail",
      "The king shall sail …",
    ],
  ])("on to a negation that comes or goes in the same clause: %s", ([before, words, after, shown, line]) =>
    expect(show(cut(before!, words!, after!, shown!).line)).toBe(line),
  );

  test("both plain where the parts have too little in common, whatever their passages have", () => {
    const { kind } = cut(before, "They keep sixty ships", after, "The king may raise more");
    expect(kind).toBe("phrases");
  });

  test("as reworded only where words differ, not where the parts were cut", () => {
    const held = "They keep sixty ships in peace and in war";
    const isChanged = (words: string, passage: string, shown: string) =>
      isReworded({ passage: held, words }, { passage, words: shown });
    expect(isChanged("sixty ships in peace", `${held}, by law`, "ships in peace and in war")).toBe(false);
    expect(isChanged("sixty ships", "They keep sixty good ships in peace and in war", "ships in peace")).toBe(
      true,
    );
  });

  test("and must be in it", () =>
    expect(() => redline({ passage: before, words: "ninety ships" }, { passage: after }, true)).toThrow(
      "“ninety ships”",
    ));
});

test("between texts of which neither reworks the other nothing is struck, and phrases of both are marked", () => {
  const { kind, before, after } = redline(
    { passage: "Each state has one vote" },
    { passage: "Let each state have, as before, one vote; each state has one vote" },
    false,
  );
  expect([kind, show(before)]).toEqual(["phrases", "<Each state has one vote>"]);
  expect(show(after)).toBe("Let each state have, as before, one vote; <each state has one vote>");
});

test("words in a gap are not marked with those around them", () =>
  expect(show(markWords("They sail […] north", "struck"))).toBe("[-They sail-] […] [-north-]"));

test("an abbreviation of an edition is compared as if written out", () => {
  const before = { passage: "chosen by the Natl Legislature", abbreviations: { natl: "National" } };
  const after = { passage: "chosen by the national legislature for life" };
  expect(lineOf(before, after)).toBe("chosen by the national legislature {+for life+}");
  expect(lineOf(after, before)).toBe("chosen by the Natl Legislature [-for life-]");
});

test("a phrase of both is marked as far as both have it, once in each", () => {
  const { before, after } = redline(
    { passage: "on request of the harbours of two thirds of the states" },
    { passage: "on request of two thirds of the harbours" },
    false,
  );
  const phrases = (runs: readonly Run[]) =>
    runs.flatMap(({ kind, text }) => (kind === "shared" ? text : [])).sort();
  expect(phrases(before)).toEqual(phrases(after));
  expect(show(after)).toBe("on request <of two thirds of the> harbours");
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
      if (marked.kind === "redline")
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
});

test("a phrase whose partner is cut off is not marked", () => {
  const { before } = redline(
    { passage: "Each state has one vote" },
    { passage: "The king decides; each state has one vote", words: "The king decides" },
    false,
  );
  expect(show(before)).toBe("Each state has one vote");
});
