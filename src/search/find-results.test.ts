import { expect, test } from "vitest";
import { required } from "../required.ts";
import { type Engine, find } from "./find.ts";

type Data = Awaited<ReturnType<Awaited<ReturnType<Engine["search"]>>["results"][number]["data"]>>;
type Part = Data["sub_results"][number];

const part = (url: string, title: string, ...scores: number[]) =>
  ({
    url,
    title,
    excerpt: title,
    weighted_locations: scores.map((balanced_score) => ({ balanced_score })),
  }) as Part;
const page = (url: string, title: string, ...sub_results: Part[]) =>
  ({ url, excerpt: "a <mark>word</mark>", meta: { title, kind: "Person" }, sub_results }) as unknown as Data;

/** Finds these pages, only where their kind is asked for if `byKind`. */
const engineOf = (pages: Data[], byKind = false): Engine => ({
  search(_, { filters }) {
    const found = byKind && !filters.kind ? [] : pages;
    const results = found.map((data) => ({ id: data.url, score: 1, data: () => Promise.resolve(data) }));
    return Promise.resolve({
      results,
      filters: { kind: { Person: found.length } },
      unfilteredResultCount: found.length,
    });
  },
});
const bets = { yermak: { url: "/people/yermak/", kind: "Person" } };
const spellings = { variants: { yermak: "Yermak", ermak: "Yermak" }, bets };
const ask = async (engine: Engine, text: string) =>
  required(await find(engine, spellings, { text, filters: {}, byDate: false }, 0, 6), "answer");

test("the page of a name is counted where only its kind finds it, and nothing else is suggested then", async () => {
  const { total, looser, results, didYouMean } = await ask(
    engineOf([page("/people/yermak/", "Andriy Yermak")], true),
    "Ermak",
  );
  expect(results.map(({ title }) => title)).toEqual(["Andriy Yermak"]);
  expect({ total, looser, didYouMean }).toEqual({ total: 1, looser: 0, didYouMean: [] });
});

test("of a page the section that holds most of the words is led to, and three sections are named, not the page itself", async () => {
  const sections = [
    part("/plan/", "The plan", 9),
    part("/plan/#a", "First", 2),
    part("/plan/#b", "Second", 1, 3),
    part("/plan/#c", "Third"),
    part("/plan/#d", "Fourth"),
    part("/plan/#same", "The plan", 3),
  ];
  const { results } = await ask(engineOf([page("/plan/", "The plan", ...sections.slice(1))]), "guarantees");
  expect(results[0]).toMatchObject({
    url: "/plan/?highlight=guarantees#b",
    parts: [{ title: "First" }, { title: "Second" }, { title: "Third" }],
  });
  const [whole] = (await ask(engineOf([page("/plan/", "The plan", ...sections)]), "guarantees")).results;
  expect(whole!.url).toBe("/plan/?highlight=guarantees");
  expect(whole!.parts.map(({ title, url }) => `${title} ${url}`)).toEqual([
    "First /plan/?highlight=guarantees#a",
    "Second /plan/?highlight=guarantees#b",
    "Third /plan/?highlight=guarantees#c",
  ]);
});

test("a page whose title answers opens at its top", async () => {
  const engine = engineOf([page("/plan/", "Guarantees", part("/plan/#a", "First", 2))]);
  expect((await ask(engine, "guarantees")).results[0]!.url).toBe("/plan/?highlight=guarantees");
});
