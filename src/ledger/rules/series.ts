import { ruleOf } from "./rule.ts";

const rowIsAsWideAsTable = ruleOf("series", ({ columns, rows }, report) => {
  rows.forEach((cells, i) => {
    if (cells.length !== columns.length)
      report(
        ["rows", i],
        `the row has ${cells.length} ${cells.length === 1 ? "cell" : "cells"}`,
        `${columns.length}, one a column`,
        "add or remove cells; write null for no value",
      );
  });
});

export const seriesRules = [rowIsAsWideAsTable];
