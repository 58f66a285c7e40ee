import { max, min, minIndex, polygonArea } from "d3";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { type Drawing, LAYOUTS } from "./chart.ts";
import { marksOf, readAxis, readDrawing, textOf } from "./lib/read-drawing.fixture.ts";
import { SMALL } from "../ledger/small-plan.fixture.ts";
import { views } from "./read-charts.ts";

// Every view draws these rows; its marks must be where the rows say.
const { options, counted, told, ...rows } = parse(`
sources: [{}]
people: [{ id: ada, name: Ada }, { id: bob, name: Bob }]
events:
  - { id: ada-in, date: 2025-07-21 }
  - { id: talks, date: 2025-07-22 }
  - { id: bob-in, date: 2025-07-23 }
  - { id: first, date: 2025-07-20 }
  - { id: later, date: 2025-07-26 }
  - { id: raid, date: 2025-07-23, status: reported, attributed_to: A paper }
aid:
  - { id: fr, military_eur_bn: 1, financial_eur_bn: 2, humanitarian_eur_bn: 0.5 }
  - { id: dk, donor: Denmark, country: DK, military_eur_bn: 0.8, financial_eur_bn: 0, humanitarian_eur_bn: 7.2 }
  - { id: us, donor: Away, country: US, military_eur_bn: 90, financial_eur_bn: 0, humanitarian_eur_bn: 0 }
series:
  - { id: quarters, as_of: 2025-05, columns: [Quarter, Others, Own], rows: [[2024 Q3, 4, 1], [2024 Q4, 1, 9], [2025 Q1, 0, 0], [2025 Q2, 3, 0.5]] }
  - { id: years, columns: [Year, Own, Other], rows: [[2019, 30, 50], [2020, 33, 40], [2021, null, 45], [2022, { value: 36, derived: true }, 47]] }
  - { id: waves, columns: [Wave, Trust], rows: [[2023-05, 60], [2025-07, 40], [2025-08, 55], [2025-09, 58]] }
meetings:
  - { id: late, date: 2025-11-30, place: Miami, participants: [russia, europe, ukraine], apart: [europe] }
  - { id: again, date: 2025-12-01, place: Paris, participants: [russia, ukraine] }
  - { id: last, date: 2025-12-05, place: Bern, participants: [russia] }
  - { id: early, place: Geneva, participants: [ukraine, europe] }
coalition:
  - { id: es, country: ES, name: Spain, offer: support }
  - { id: it, country: IT, name: Italy, offer: troops }
  - { id: ne, country: NE, name: Niger, offer: troops }
  - { id: lv, country: LV, name: Latvia, offer: support, certainty: reported }
deliveries:
  - { id: guns, event: talks, item: Guns, category: artillery, status: ordered, announced: 2025-01, quantity: 9 }
  - { id: jets, event: talks, item: Jets, category: aircraft, status: delivered, announced: 2025-02, quantity: 6, quantity_certainty: reported, quantity_is: planned }
region-claims:
  - { id: all, draft: leak, regions: [AA-1], asks: talks }
  - { id: part, draft: leak, regions: [AA-1], asks: zone, part: coast }
  - { id: ours, draft: berlin, option: 1, regions: [AA-1], asks: recognised }
  - { id: open, draft: berlin, option: 2, regions: [AA-1], asks: talks }
  - { id: shore, draft: berlin, regions: [AA-1], asks: zone, part: coast }
  - { id: line, draft: kyiv, regions: [AA-1], asks: frozen }
options:
  aid:
    { marked: FR, side: ours, unit: EUR bn, value: "{value}", left_out: [US], times: 10, measure: Euros, parts: [
      { id: a, fields: [military_eur_bn], name: a }, { id: b, fields: [financial_eur_bn, humanitarian_eur_bn], name: b }] }
  series-bars: { series: quarters, marked: Own, value: "{value}", names: {} }
  series-lines: { series: years, marked: Own }
  poll: { series: waves, marked: Trust, side: ours, poll: { from: 2025-07, event: talks, label: Talks, parts: [{ row: talks, figure: few, from: 2025-08-04, to: 2025-08-05 }] } }
  clause-values:
    { clause: size-cap, bands: [{ label: Counts, counts: [{ row: talks, figure: low, label: low },
      { row: talks, figure: high, label: high }, { row: talks, figure: claim, label: claim }] }] }
  pieces:
    { category: aircraft, given: { name: Jets, by: Ada, delivery: jets, event: raid, low: four, counted: A count, remark: Lost, also: [] }, intended: [
      { name: Planes, by: Bob, event: talks, low: few, high: many }] }
  deliveries: {}
  offers:
    { side: europe, offers: { support: help, troops: send }, own: { map: squares, name: Me, side: ukraine },
      shapes: {}, frames: { narrow: [-8, 0, 30, 60], wide: [-8, 0, 30, 60] } }
  day-strip:
    { terms: { name: Chair, who: [{ name: Ada, event: ada-in }, { name: Bob, event: bob-in }] }, lanes: [
      { name: Talks, events: [{ event: talks, label: A talk }, { event: later, label: Another }] },
      { name: Court, events: [{ event: first, label: A case }, { event: raid, label: A raid }] }] }
  attendance: { together: [russia, ukraine], counted_with: ukraine }
  region-maps:
    { map: squares, texts: [{ draft: leak, head: A zone, short: of its own, rest: in },
      { draft: berlin, option: 1, head: Out, short: of it }, { draft: kyiv, head: A line, short: as it is }],
      asks: { recognised: own, talks: open, zone: a zone, frozen: a line },
      ladder: [{ label: Out, side: russia }, { label: In, side: ukraine }], color: "", caveats: "", measure: { text: "{share}%", figures: {} },
      part: { region: AA-1, name: The coast, bearing: 315, rest: { row: talks, figure: rest } } }
  gap-board:
    { actors: [russia, ukraine, europe],
      sides: [{ actor: russia, name: Left }, { actor: ukraine, name: Right }],
      rows: [{ theme: land, name: land, verdict: agreed, judged: 2026-01-01 },
        { theme: army, name: army, verdict: narrow, judged: 2025-12-31 },
        { theme: alliance, name: NATO, verdict: no overlap, judged: 2026-01-01 }] }
counted:
  aid: { a: "10.0", b: "25.0", above: 1, rank: 2nd, largest: Denmark (80.0), share: "44", donors: 2 }
  series-bars: { share: "86", all: "10.5", peak: Q4 2024, last: Others }
  series-lines: { first: "30", lastIn: "2022", rise: 6, higher: 1, lower: 0 }
  poll: { before: "40", after: "55", parts: 20% on 4–5 August 2025, peakIn: May 2023 }
  clause-values: { first: 600000, lastText: Kyiv, days: 25, lastTexts: 2 }
  pieces: { promised: 6, low: "20", high: "50" }
  deliveries: { come: 1, from: January 2025, to: February 2025 }
  day-strip: { sameDay: 2, after: Bob, until: 26 July 2025, span: 20–26 July 2025 }
  attendance: { together: 2, lastTogether: 1 Dec 2025, russia: 2, europe: 1, to: December 2025 }
  region-maps: { asked: "Leak: a zone and open. Berlin: a zone and own. Kyiv: a line", zone: 2, talks: 0 }
  gap-board: { narrowOn: army, judged: 31 December 2025 }
told:
  aid: "Denmark: 80.0 (8.0 a, 72.0 b)"
  series-bars: "Own, Q2 2025: 0.5, 5% of its total"
  series-lines: "2021: Own no number, Other 45"
  pieces: "Jets, Ada, delivered, Feb 2025: "
  lineage: "Kyiv, 23 December 2025: Envoys; public in part; reworked"
  attendance: "30 November 2025, Miami. Russia: present; Ukraine: present, unnamed; Europe: apart"
  gap-board: "Right, December 2025, second hand: Against"
`) as Record<"counted" | "told", Record<string, object>> & {
  options: Record<string, never>;
  events: object[];
};
const ACTORS = ["russia", "ukraine", "europe"];
const FIGURES = { rest: 30, four: 4, few: 20, many: 50, low: 700_000, high: 900_000, claim: 200_000 };
const figures = Object.entries(FIGURES).map(([id, value]) => ({ id, name: id, unit: "pieces", value }));
const own = ledgerOf({
  ...rows,
  organisations: ACTORS.map((id) => {
    return { id, name: id, side: id, kind: id === "russia" ? "delegation" : "state" };
  }),
  events: rows.events.map((event) => ({ ...event, figures })),
  positions: ["land", "army", "alliance"].flatMap((theme) =>
    ACTORS.map((actor) => ({
      ...{ id: `${actor}-${theme}`, actor, theme, brief: `${actor} ${theme}` },
      known: actor === "ukraine" && theme === "army" ? "second-hand" : undefined,
    })),
  ),
});
const ledger = {
  ...own,
  themes: SMALL.themes,
  drafts: SMALL.drafts,
  answers: [
    ...SMALL.answers,
    ...ledgerOf({
      answers: [
        { draft: "kyiv", clause: "nato-entry", says: undefined, absent: true },
        { draft: "berlin", clause: "size-cap", says: "800,000", value: 800_000, unit: "personnel" },
      ],
    }).answers,
  ],
  sources: [...own.sources, ...SMALL.sources],
};

/** Expects the marks of a class, each with these edges at these places, within half a pixel. */
function expectAt(drawing: Drawing, className: string, edges: string, ...places: number[][]): void {
  const names = edges.split(" ") as ("left" | "right" | "top" | "bottom" | "x" | "y")[];
  expect(marksOf(drawing, className).map((mark) => names.map((name) => mark[name]))).toEqual(
    places.map(near),
  );
}
const near = (places: readonly number[]) => places.map((place) => expect.closeTo(place, 0) as number);
const isRising = (...numbers: (number | undefined)[]) =>
  numbers.every((number, i) => i === 0 || number! > numbers[i - 1]!);
const textsOf = (drawing: Drawing, className: RegExp) =>
  readDrawing(drawing).texts.filter((text) => className.test(text.className));
const headlinesOf = (drawing: Drawing) => textsOf(drawing, /^headline/).map(({ text }) => text);
const drawn = new Set<string>();
const viewOf = (given: string) =>
  views[given === "poll" ? "series-lines" : given]!(ledger, options[given]!, "chart");

describe.each(Object.values(LAYOUTS))("in the $name layout", (layout) => {
  const draw = (given: string, finding = "") => {
    drawn.add(given);
    return viewOf(given).draw(layout, finding);
  };

  test("aid: each part is as long as its amount, from zero, next to its donor", () => {
    const drawing = draw("aid");
    // The first is in the key.
    const zero = marksOf(drawing, "tone-1")[1]!.left;
    const [from, to] = textsOf(drawing, /^second middle/);
    const unit = (to!.x - from!.x) / Number(to!.text);
    // One px is left between two parts.
    const bar = (donor: string, from: number, to: number) => [
      zero + from * unit,
      zero + to * unit - 1,
      textOf(drawing, donor).y,
    ];
    const keyOf = (className: string) =>
      [marksOf(drawing, className)[0]!].map(({ left, right, y }) => [left, right, y])[0]!;
    const [own, other] = [bar.bind(0, "France"), bar.bind(0, "Denmark")];
    expectAt(drawing, "tone-1", "left right y", keyOf("tone-1"), other(0, 8));
    expectAt(drawing, "tone-2", "left right y", keyOf("tone-2"), other(8, 80));
    expectAt(drawing, "solid", "left right y", own(0, 10));
    expectAt(drawing, "second-tone", "left right y", own(10, 35));
    expect(isRising(textOf(drawing, "80.0").y, textOf(drawing, "35.0").y)).toBe(true);
  });

  test("series-bars: bars are shares of the total of their panel, on one scale, period after period", () => {
    const drawing = draw("series-bars");
    const [own, others] = [
      ["second-tone", "solid"],
      ["tone-2", "tone-1"],
    ].map((tones) => tones.flatMap((tone) => marksOf(drawing, tone)).toSorted((a, b) => a.x - b.x));
    const heightsOf = (bars = own) => bars!.map(({ top, bottom }) => bottom - top);
    const unit = heightsOf()[1]! / (9 / 10.5);
    // Of the last quarter two months are known; 1.4 px are left between two bars.
    const widths = own!.map(({ left, right }) => right - left + 1.4);
    expect(widths[3]! / widths[0]!).toBeCloseTo(2 / 3, 1);
    expect(unit).toBeGreaterThan(250);
    expect(heightsOf()).toEqual(near([1, 9, 0, 0.5].map((value) => (value / 10.5) * unit)));
    expect(heightsOf(others)).toEqual(near([4, 1, 0, 3].map((value) => (value / 8) * unit)));
    // The most uneven first.
    expect(isRising(textOf(drawing, "86%").x, textOf(drawing, "50%").x)).toBe(true);
    expect(new Set(marksOf(drawing, "rule-ink").map(({ bottom }) => bottom)).size).toBe(2);
  });

  test("series-lines: each year is at its middle, higher is higher, and a gap is a gap", () => {
    const drawing = draw("series-lines");
    const [x, y] = [readAxis(drawing, "times"), readAxis(drawing, "levels")];
    const points = (year: number, ...values: number[]) =>
      values.map((value, i) => near([x(Date.parse(`${year + i}-07-02`)), y(value)]));
    const own = [points(2019, 30, 33), points(2022, 36)];
    expect(marksOf(drawing, "series").map(({ pieces }) => pieces)).toEqual([[points(2019, 50, 40, 45, 47)]]);
    expect(marksOf(drawing, "line").map(({ pieces }) => pieces)).toEqual([[own.flat()], own]);
    expect(marksOf(drawing, "circle").map(({ x, y }) => [x, y])).toEqual(own.flat());
    expect(marksOf(drawing, "hollow")).toHaveLength(1);
    expect(isRising(textOf(drawing, "Other 47").y, textOf(drawing, "Own 36").y)).toBe(true);
    expectAt(drawing, "rule-ink", "y", [y(0)]);
    expect(viewOf("series-lines").table.rows.map((row) => row[3])).toEqual([null, null, null, "Own"]);
  });

  test("series-lines of a poll: waves are at their months and levels, event and parts at their days", () => {
    const drawing = draw("poll");
    const y = readAxis(drawing, "levels");
    const months = ["Jul", "Aug", "Sep"].map((month) => textOf(drawing, month).x);
    const step = (months[2]! - months[0]!) / 61.5;
    const x = (days: number) => months[0]! + days * step;
    expect([step > 0, ...months]).toEqual([true, ...near([x(0), x(31), x(61.5)])]);
    const ticks = marksOf(drawing, "hair").map(({ left, right, y }) => (left === right ? left : y));
    expect(ticks).toEqual(near([x(0), x(61.5), x(31), y(20), y(40)]));
    expectAt(drawing, "rule-ink", "y", [y(0)]);
    const at = (days: number, value: number) => [x(days), y(value)];
    const [waves, part] = [[at(0, 40), at(31, 55), at(61.5, 58)], at(19.5, 20)];
    expectAt(drawing, "solid side-ours", "x y", ...waves);
    expectAt(drawing, "hollow side-ours", "x y", part);
    const lineOf = (className: string) => marksOf(drawing, className)[0]!.pieces;
    expect(lineOf("line")).toEqual([waves.map(near)]);
    expect(lineOf("dashed series")).toEqual([[waves[0]!, part].map(near)]);
    expectAt(drawing, "moment", "x", [x(6)]);
    const number = textOf(drawing, "20%");
    expect([number.x + 9, number.y]).toEqual(near(part));
  });

  test("clause-values: values and bands rise from zero; the line steps from text to text", () => {
    const drawing = draw("clause-values");
    const [first, between, last] = marksOf(drawing, "circle");
    const zero = marksOf(drawing, "rule-ink")[0]!.y;
    const y = (value: number) => zero - ((zero - first!.y) / 600_000) * value;
    expectAt(drawing, "solid side-russia", "y", [y(600_000)]);
    // A text of several has the colour of none.
    expect(between!.className).toBe("solid");
    expectAt(drawing, "hollow side-ukraine", "y", [y(800_000)]);
    expect((between!.x - first!.x) / (last!.x - first!.x)).toBeCloseTo(25 / 33, 1);
    expectAt(drawing, "band", "top bottom", [y(900_000), y(200_000)]);
    const turn = [last!.x, first!.y];
    expect(marksOf(drawing, "line")[0]!.pieces).toEqual([
      [near([first!.x, first!.y]), near(turn), near([last!.x, last!.y])],
    ]);
  });

  test("pieces: one mark for each piece, below the words that count them", () => {
    const drawing = draw("pieces");
    const [handed, open] = ["hollow fine", "dotted fine"].map((sign) => marksOf(drawing, sign));
    const words = textOf(drawing, "20 to 50 Planes");
    const intended = open!.filter(({ x, y }) => y > words.y && x > words.left);
    expect([handed!.length, open!.length, intended.length]).toEqual([4, 2 + 50, 50]);
    expect(new Set(open!.map(({ x, y }) => `${x} ${y}`)).size).toBe(52);
    // The upper end of the range is set apart.
    const places = [...new Set(intended.map(({ y }) => y))].toSorted((a, b) => a - b);
    const steps = places.slice(1).map((place, i) => Math.round(place - places[i]!));
    const apart = places[steps.indexOf(Math.max(...steps))]!;
    expect(intended.filter(({ y }) => y <= apart)).toHaveLength(20);
    expect(headlinesOf(drawing)).toEqual(["4"]);
    expect(textOf(drawing, "or up to 30 more").y).toBeLessThan(apart + 30);
    expect(textOf(drawing, "2 more promised").y).toBeCloseTo(open![0]!.y, -1);
  });

  test("outcomes: each theme is in the group of its verdict, below its count; what is missing leaves a hole in the later text", () => {
    const drawing = draw("outcomes");
    expect(JSON.stringify(viewOf("outcomes").table).match(/--\w+/g)!.join("")).toBe("--leak--kyiv".repeat(3));
    const counts = textsOf(drawing, layout.isNarrow ? /^finding/ : /^headline/);
    expect(counts.map(({ text }) => text)).toEqual(["1", "1", "1"]);
    const { texts } = readDrawing(drawing);
    const yOf = (words: string) => texts.find(({ text }) => text.includes(words))!.y;
    const rows = ["NATO", "Size of the army", "Territory"].map(yOf);
    expect(isRising(...rows.flatMap((y, i) => [counts[i]!.top, y]))).toBe(true);
    if (layout.isNarrow) {
      expect(texts.map(({ text }) => text)).toContain("Territory Russia");
      return;
    }
    const heads = ["Leak", "Kyiv"].map((name) => texts.find(({ text }) => text.startsWith(name))!.x);
    expect(isRising(...heads)).toBe(true);
    const [before, after] = [textOf(drawing, "Russia"), textOf(drawing, "To be agreed")];
    expect([before.y, after.y]).toEqual(near([rows[2]!, rows[2]!]));
    const sheets = marksOf(drawing, "band").map(({ left, top }) => [left < after.left - 50, top > rows[0]!]);
    expect(sheets).toEqual([
      [true, false],
      [true, true],
      [false, true],
      [true, true],
      [false, true],
    ]);
  });

  test("offers: a country is named at its shape, and in the key, beside its colour", () => {
    const drawing = draw("offers");
    const own = marksOf(drawing, "own-country")[0]!;
    const shapes = marksOf(drawing, "area solid side-europe");
    const [help, sending] = [true, false].map((isTint) =>
      shapes.filter(({ className }) => className.includes("tint") === isTint),
    ) as [typeof shapes, typeof shapes];
    expect([help.length, sending.length]).toEqual([2 + 1, 2 + 1]);
    // South of all of them, as its latitude is.
    for (const { bottom } of [help[0]!, help[1]!, sending[0]!]) expect(bottom).toBeLessThan(own.top);
    const { texts } = readDrawing(drawing);
    const italy = texts.find(({ text }) => text === "Italy")!;
    expect(Math.hypot(italy.x - sending[0]!.x, italy.y - sending[0]!.y)).toBeLessThan(90);
    // On its colour, or beside it in that.
    expect(textOf(drawing, "Niger").className).toBe("bold on middle");
    expect(italy.className).toBe("bold own side-europe middle");
    const rows = marksOf(drawing, "rect").map(({ y, className }) => {
      const words = texts.filter((text) => Math.abs(text.y - y) < 3);
      return [className.split(" ").at(-1), ...words.map(({ text }) => text)];
    });
    expect(rows).toEqual([
      ["side-europe", "2 help", "Latvia, Spain"],
      ["side-europe", "2 send", "Italy, Niger"],
      ["band", "not in the table"],
    ]);
  });

  test("deliveries: each announcement is a tile with its name, below the number of its stack", () => {
    const drawing = draw("deliveries");
    const stacks = textsOf(drawing, /^headline/).map(({ text, x }) => [text, x]);
    expect(stacks.map(([count]) => count)).toEqual(["1", "0", "1"]);
    // What is ordered or planned has not come.
    expect(textsOf(drawing, /end$/)).toEqual([]);
    const tileOf = (className: string, words: string) => {
      const [tile, text] = [marksOf(drawing, className)[0]!, textOf(drawing, words)];
      expect(tile.left < text.left && text.right < tile.right).toBe(true);
      expect(tile.top < text.top && text.bottom < tile.bottom).toBe(true);
      return near([tile.left - 1])[0];
    };
    expect([tileOf("hollow", "Jets"), tileOf("dotted", "Guns")]).toEqual([stacks[0]![1], stacks[2]![1]]);
  });

  test("day-strip: each event is on its day, each term lasts until the next", () => {
    const drawing = draw("day-strip");
    const [along, start, end] = layout.isNarrow
      ? (["y", "top", "bottom"] as const)
      : (["x", "left", "right"] as const);
    const days = textsOf(drawing, /^(second|bold) middle$/).filter(({ text }) => /^\d/.test(text));
    const dayOf = (place: number) => 20 + minIndex(days, (day) => Math.abs(day[along] - place));
    expect(days.map(({ text }) => text.slice(0, 2))).toEqual("20 21 22 23 24 25 26".split(" "));
    const dots = marksOf(drawing, "circle").map((dot) => `${dot.className} ${dayOf(dot[along])}`);
    expect(dots.toSorted()).toEqual(["hollow 23", "solid 20", "solid 22", "solid 26"]);
    const [ada, bob] = marksOf(drawing, "rect").filter(({ className }) => className === "solid");
    const [band] = marksOf(drawing, "band");
    expect(isRising(band![start], ada![end], bob![start], band![end])).toBe(true);
    expect(isRising(days[0]![along], ada![start], days[1]![along])).toBe(true);
    expect(bob![end]).toBeGreaterThan(days.at(-1)![along]);
    expect(textOf(drawing, "3 days later").className).toBe("bold");
    const places = marksOf(drawing, "circle").map((dot) => dot[along]);
    expect(marksOf(drawing, "stem")[0]![end]).toBeCloseTo(Math.max(...places), 0);
  });

  test("lineage: beads are in the lanes of their authors, true to the days; a thread joins the middles of texts", () => {
    const drawing = draw("lineage");
    const [across, along] = layout.isNarrow ? (["x", "y"] as const) : (["y", "x"] as const);
    const [rus, us, ukr] = marksOf(drawing, "hair").map((lane) => lane[across]);
    expect(isRising(...textsOf(drawing, /^bold.* side-/).map((text) => text[across]))).toBe(true);
    expect(isRising(rus, us, ukr)).toBe(true);
    const beads = marksOf(drawing, "circle");
    const [first = 0, , , , last = 0] = beads.map((bead) => bead[along]);
    expect(isRising(first, last)).toBe(true);
    const second = first + (3 / 33) * (last - first);
    expectAt(
      drawing,
      "circle",
      `${across} ${along}`,
      [rus!, first],
      [rus!, second],
      [us!, second],
      [ukr!, second],
      [ukr!, last],
    );
    expect(beads.map(({ className }) => className.split(" ")[0]).join(" ")).toBe(
      "solid hollow hollow hollow solid",
    );
    const ends = marksOf(drawing, "line").map(({ pieces: [line] }) =>
      [line![0]!, line!.at(-1)!].flatMap(([x, y]) => (layout.isNarrow ? [x, y] : [y, x])),
    );
    const middle = (us! + ukr!) / 2;
    expect(marksOf(drawing, "line").map(({ className }) => className)).toEqual(["line guessed", "line"]);
    expect(ends).toEqual([near([rus!, first, middle, second]), near([middle, second, ukr!, last])]);
  });

  test("attendance: columns are in order of date, marks in the lane of their side, those in one room joined", () => {
    const drawing = draw("attendance", "None since");
    const [rus, us, ukr, eur] = textsOf(drawing, /^bold own/).map(({ y }) => y);
    expect(isRising(rus, us, ukr, eur)).toBe(true);
    const [bracket, first] = marksOf(drawing, "stem");
    const [joint, again] = marksOf(drawing, "joint");
    const [early, late, step] = [first!.x, joint!.x, joint!.x - first!.x];
    const circles = marksOf(drawing, "circle");
    const marks = circles.map(({ x, y }) => [x, y]);
    // Of the others only the state is named, and of who was apart nothing is asked.
    expect(circles.map(({ className }) => className[0]).join("")).toBe("hhshsshs");
    const own = [early, late, late + step, late + 2 * step];
    const at = (column: number, lane?: number) => near([own[column]!, lane!]);
    expect(marks.slice(0, 5)).toEqual([at(0, ukr), at(0, eur), at(1, rus), at(1, ukr), at(1, eur)]);
    expect(marks.slice(5)).toEqual([at(2, rus), at(2, ukr), at(3, rus)]);
    expect(bracket!.left).toBeCloseTo(again!.x + step / 2, 0);
    expect([first!.top, first!.bottom, joint!.top, joint!.bottom]).toEqual(near([ukr!, eur!, rus!, ukr!]));
    expect(headlinesOf(drawing)).toEqual(["2", "0", "1"]);
  });

  test("region-maps: the part is what the rest leaves, towards its bearing; each area has the colour of its claim", () => {
    const drawing = draw("region-maps");
    const part = marksOf(drawing, "grey pale")[0]!;
    const rim = marksOf(drawing, "region-rim")[0]!;
    const areaOf = (mark = rim) => Math.abs(polygonArea(mark.pieces[0]!));
    expect(areaOf(part) / areaOf()).toBeCloseTo(0.7, 1);
    // The other region begins halfway up its east side.
    const east = marksOf(drawing, "land")[0]!.pieces[1]!;
    expect([min(east, ([x]) => x), max(east, ([, y]) => y)]).toEqual(near([rim.right, rim.y]));
    const [cut, rest] = [marksOf(drawing, "cut")[0]!, textOf(drawing, "in")];
    expect([cut.x > rim.x, cut.y > rim.y, rest.x > cut.x]).toEqual([true, true, true]);
    expect(textOf(drawing, "70%").className).toBe("bold");
    const ends = textsOf(drawing, /^bold (end )?own/).map(({ text }) => text);
    expect(ends.slice(0, 2)).toEqual(layout.isNarrow ? ["1. Out", "3. In"] : ["← Out", "In →"]);
    // What is left open has no colour; a zone in what one side has is paler.
    const areas = marksOf(drawing, "land").map(({ className }) => className.slice(5));
    expect(areas.filter(Boolean).join(", ")).toBe(
      "grey solid pale, solid side-russia, solid tint side-russia, solid side-ukraine",
    );
  });

  test("gap-board: a gap is between words that do not overlap, the others meet; each side has its own words, hollow at second hand", () => {
    const drawing = draw("gap-board");
    const words = (theme: string) =>
      ["russia", "ukraine"].map((actor) => textOf(drawing, `${actor} ${theme}`));
    const gaps = ["alliance", "army", "land"].map((theme) => {
      const tiles = words(theme).map(({ x, y }) =>
        marksOf(drawing, "rect").find((tile) => tile.left < x && x < tile.right && Math.abs(tile.y - y) < 14),
      );
      const looks = tiles.map((tile) => tile?.className);
      expect(looks).toEqual(["solid side-russia", `${theme === "army" ? "hollow" : "solid"} side-ukraine`]);
      return tiles[1]!.left - tiles[0]!.right;
    });
    expect(gaps.map((gap) => gap > 80)).toEqual([true, false, false]);
    expect(isRising(...["alliance", "army", "land"].map((theme) => words(theme)[0]!.y))).toBe(true);
    // A hollow mark is 1 px within its place, as its line is 2 px wide.
    expect(Math.max(...gaps.slice(1))).toBeLessThanOrEqual(2);
    expect(headlinesOf(drawing)).toEqual(["1 of 3"]);
  });
});

test.each(Object.entries(counted))("%s counts its rows", (given, values) =>
  expect(viewOf(given).values).toMatchObject(values),
);

test.each(Object.entries(told))("%s tells a row at its mark", (given, label) =>
  expect(viewOf(given).draw(LAYOUTS.narrow).hitAreas).toContainEqual(expect.objectContaining({ label })),
);

test("every view is read back", () =>
  expect(Object.keys(views).filter((view) => !drawn.has(view))).toEqual([]));
