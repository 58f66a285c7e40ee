import { run as search } from "./search.ts";
import type { Table } from "./table.ts";

/** The measurements of search as a table. */
export async function run(): Promise<Table[]> {
  const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;
  return [
    {
      title: "Search, from the first keystroke to the first result",
      note: "At 1.6 Mbit/s, 150 ms, CPU four times slower, nothing cached; median of five. Bytes are those transferred, in kB; “next” is a second query that shares nothing with the first.",
      columns: ["", "start", "ms", "kB", "kB with interface", "kB next", "requests"],
      rows: (await search()).map((row) => [
        row.what,
        row.start,
        Math.round(row.milliseconds),
        kilobytes(row.bytes),
        kilobytes(row.withInterface),
        kilobytes(row.next),
        row.requests,
      ]),
    },
  ];
}
