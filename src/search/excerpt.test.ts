import { expect, test } from "vitest";
import { takeApart } from "./excerpt.ts";

test("an excerpt is plain and found text in turn", () => {
  expect(takeApart("the <mark>Rafale</mark> jets")).toEqual(["the ", "Rafale", " jets"]);
  expect(takeApart("a <mark>ceasefire.</mark>")).toEqual(["a ", "ceasefire", "."]);
  expect(takeApart("“a <mark>ceasefire?”</mark>")).toEqual(["“a ", "ceasefire", "?”"]);
  expect(takeApart("the 1990's 'plan'")).toEqual(["the 1990’s 'plan’"]);
  expect(takeApart("<mark>Yermak's</mark>")).toEqual(["", "Yermak’s", ""]);
});

test("what a text has of markup stays text", () => {
  expect(takeApart("&lt;img src=x&gt; <mark>a</mark>")).toEqual(["<img src=x> ", "a", ""]);
});
