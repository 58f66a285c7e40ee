import fc from "fast-check";
import { type Cases, LONGEST, times } from "./cases.ts";
import { type WordCell, wordGrid, type WordGridData } from "../kinds/word-grid.tsx";

const cell = (id: string, text = "left to talks"): WordCell => ({
  id,
  text,
  detail: "23 Nov 2025",
  says: `Cell ${id}`,
  href: "/x/",
});
const data = (columns: number, rows: WordGridData["rows"]): WordGridData => ({
  columns: times(columns, (i) => ({ id: `c${i}`, label: `Question ${i}` })),
  rows,
  empty: "nothing on record",
});
const row = (
  id: string,
  columns: number,
  text?: string,
  label = `Actor ${id}`,
): WordGridData["rows"][number] => ({
  id,
  label,
  cells: times(columns, (i) => (i % 3 === 2 ? null : cell(`${id}-${i}`, text))),
});

export const wordGridCases: Cases<WordGridData> = {
  kind: wordGrid,
  cases: {
    empty: data(2, []),
    "one row": data(1, [row("a", 1)]),
    ties: data(6, [
      row("a", 6),
      row("b", 6),
      row("c", 6, "counts on British and French troops and wants an American backstop"),
    ]),
    "longest Ukrainian label": data(6, [row("a", 6, LONGEST)]),
    "200 rows": data(
      6,
      times(200, (i) => row(String(i), 6)),
    ),
  },
  refused: {
    "longest Ukrainian label": times(4, () => "row `a`: “Спеціалізована” has no room"),
  },
  marked: ({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.id ?? [])),
  scales: () => [],
  random: fc
    .array(
      fc.array(fc.option(fc.string({ unit: fc.constantFrom("a", "b c", " d"), maxLength: 20 })), {
        minLength: 4,
        maxLength: 4,
      }),
      {
        maxLength: 9,
      },
    )
    .map((rows) =>
      data(
        4,
        rows.map((cells, i) => ({
          id: String(i),
          label: `Actor ${i}`,
          cells: cells.map((text, j) =>
            text === null || !text.trim()
              ? null
              : cell(
                  `${i}-${j}`,
                  text
                    .match(/.{1,6}/g)!
                    .join(" ")
                    .trim(),
                ),
          ),
        })),
      ),
    ),
};
