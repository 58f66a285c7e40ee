import { describe, expect, it } from "vitest";
import { readLedger } from "../ledger/read-ledger.ts";
import { caseFlow } from "./case-flow.ts";
import { coalition } from "./coalition.ts";
import { fighterPledges } from "./fighter-pledges.ts";
import { frenchDeliveries } from "./french-deliveries.ts";
import { cellText } from "./view.ts";

const ledger = readLedger("content/ledger");

describe("French deliveries", () => {
  const { data, table, description } = frenchDeliveries(ledger);

  it("has every announcement once, at the stage that the ledger gives", () => {
    expect(table.rows).toHaveLength(ledger.deliveries.length);
    for (const row of data.rows) expect(row.stage).toBe(ledger.deliveries.find(({ id }) => id === row.id)!.status);
  });

  it("puts announcements that belong together on one row, with each stage and no sum", () => {
    const caesar = ledger.deliveries.filter(({ part_of }) => part_of?.startsWith("CAESAR"));
    const row = data.rows.find(({ label }) => label === caesar[0]!.part_of)!;
    expect([row, ...row.also!].map(({ stage, amount }) => [stage, amount])).toEqual([
      ["delivered", "12, 6, 12"],
      ["partly-delivered", "78 planned"],
      ["ordered", "12"],
    ]);
    expect(data.rows).toHaveLength(ledger.deliveries.length - caesar.length + 1);
  });

  it("never shows a number that is planned as one that came", () => {
    expect(data.rows.find(({ id }) => id === "mirage")!.amount).toBe("6 planned");
  });

  it("says how many stand at each stage", () => {
    const at = (stage: string) => ledger.deliveries.filter((row) => row.status === stage).length;
    expect(description).toContain(
      `Of ${ledger.deliveries.length} announcements in this list, ${at("delivered")} have been delivered and ${at("partly-delivered")} in part`,
    );
  });
});

describe("fighters", () => {
  const { data, description } = fighterPledges(ledger, {
    gripen: { event: "gripen-parallel-intent", low: "gripen-at-least", high: "gripen-at-most" },
    arrived: { event: "mirage-four-of-six-july13", figure: "mirage-delivered-afp" },
    loss: "mirage-loss-july-2025",
    rafale: "rafale",
    mirage: "mirage",
  });
  const row = (id: string) => data.rows.find((row) => row.id === id)!;

  it("keeps intent, promise and delivery apart, with how each number is known", () => {
    expect(row("rafale")).toMatchObject({ group: "intent", range: [100, 100], certainty: "confirmed" });
    expect(row("gripen-parallel-intent")).toMatchObject({ group: "intent", range: [100, 150], certainty: "confirmed" });
    expect(row("mirage")).toMatchObject({ group: "promised", range: [6, 6], certainty: "reported" });
    expect(row("mirage-new")).toMatchObject({ group: "promised", range: null });
    expect(row("mirage-four-of-six-july13")).toMatchObject({ group: "delivered", range: [4, 4], certainty: "reported" });
  });

  it("adds nothing up", () => {
    for (const sum of [200, 250, 103, 106, 9, 259, 209]) expect(description).not.toMatch(new RegExp(`\\b${sum}\\b`));
  });
});

describe("the coalition", () => {
  const { data, description } = coalition(ledger);

  it("has every country once with its offer", () => {
    expect(data.rows).toHaveLength(ledger.coalition.length);
    for (const row of data.rows) expect(row.state).toBe(ledger.coalition.find(({ id }) => id === row.id)!.offer);
  });

  it("keeps apart who is undecided and of whom no offer was found", () => {
    const at = (offer: string) => ledger.coalition.filter((member) => member.offer === offer).map(({ id }) => id);
    expect(at("none-found")).toHaveLength(4);
    expect(data.rows.filter(({ state }) => state === "none-found").map(({ id }) => id)).toEqual(at("none-found"));
    expect(data.states.map(({ glyph }) => glyph)).toEqual([...new Set(data.states.map(({ glyph }) => glyph))]);
  });

  it("names those who would send troops", () => {
    const names = data.rows.filter(({ state }) => state === "troops").map(({ name }) => name);
    expect(description).toContain(`(${names.join(", ")}) are ready to send troops`);
  });
});

describe("the alleged flows", () => {
  const { data, table, description } = caseFlow(ledger);

  it("has every flow with who alleges it, and no number to compare", () => {
    expect(data.rows.map(({ id }) => id)).toEqual(ledger.flows.map(({ id }) => id));
    for (const { by } of data.rows) expect(by).toMatch(/^alleged by /);
    for (const { label } of data.rows) expect(label).toMatch(/alleged/i);
    expect(table.rows.flat().filter((cell) => typeof cell === "number")).toEqual([]);
    expect(table.rows.map((row) => cellText(row[2]!))).toEqual(ledger.flows.map(({ label }) => label));
  });

  it("puts NABU’s and SAPO’s amounts into parts of their own", () => {
    expect(description).toContain("in three parts");
  });
});
