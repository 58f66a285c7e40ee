import { describe, expect, it } from "vitest";
import { readLedger } from "../ledger/read-ledger.ts";
import { talksMap } from "./talks-map.ts";
import { whoMetWhom } from "./who-met-whom.ts";

const ledger = readLedger("content/ledger");
const held = ledger.meetings.filter(({ format }) => format !== "call");

describe("the map of the talks", () => {
  const { data, description, values } = talksMap(ledger);

  it("counts every meeting at one place and lists every call", () => {
    expect(data.places.reduce((sum, { count }) => sum + count, 0)).toBe(held.length);
    expect(data.list.map(({ id }) => id).sort()).toEqual(
      ledger.meetings
        .filter(({ format }) => format === "call")
        .map(({ id }) => id)
        .sort(),
    );
  });

  it("says what is drawn", () => {
    const most = data.places.reduce((a, b) => (b.count > a.count ? b : a));
    expect(values.most).toBe(String(most.count));
    expect(most.label.startsWith(values.where!)).toBe(true);
    expect(description.startsWith(`${held.length} meetings in ${data.places.length} places: ${most.label} saw`)).toBe(true);
  });

  it("refuses a meeting that is nowhere", () => {
    const [first] = held;
    expect(() => talksMap({ ...ledger, meetings: [{ ...first!, lat: undefined }] })).toThrow(first!.id);
  });
});

describe("who met whom", () => {
  const { data, table, description } = whoMetWhom(ledger);

  it("has everybody with four meetings and no pair above what its two attended", () => {
    const total = new Map(data.actors.map(({ id, total }) => [id, total]));
    expect(Math.min(...total.values())).toBeGreaterThanOrEqual(4);
    for (const { a, b, count } of data.rows) expect(count).toBeLessThanOrEqual(Math.min(total.get(a)!, total.get(b)!));
  });

  it("counts only meetings in which both stand, and no call", () => {
    for (const { a, b, count } of data.rows)
      expect(count).toBeLessThanOrEqual(held.filter(({ participants }) => participants.includes(a) && participants.includes(b)).length);
  });

  it("leaves out pairs that were in one round apart", () => {
    const pair = (a: string, b: string) =>
      table.rows.find(([one, other]) => JSON.stringify([one, other]).includes(a) && JSON.stringify([one, other]).includes(b))?.[3];
    expect(pair("Dmitriev", "Umerov")).not.toContain("19 December 2025");
    expect(pair("Dmitriev", "Witkoff")).toContain("19 December 2025");
    expect(pair("Zelensky", "Witkoff")).not.toContain("Miami, 4 December 2025");
  });

  it("says what is drawn", () => {
    const most = data.rows.reduce((a, b) => (b.count > a.count ? b : a));
    const name = (id: string) => data.actors.find((actor) => actor.id === id)!.label;
    expect(description).toContain(`${name(most.a)} and ${name(most.b)} took part together most often`);
    expect(description).toContain(`${data.actors.length} people`);
  });

  it("refuses a participant of whom nothing says for whom they speak", () => {
    const [first, ...others] = ledger.meetings;
    expect(() => whoMetWhom({ ...ledger, meetings: [{ ...first!, participants: [...first!.participants, "tusk"] }, ...others] })).toThrow(
      "tusk",
    );
  });
});
