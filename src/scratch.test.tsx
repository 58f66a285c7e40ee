import { expect, test } from "vitest";
import { readLedger } from "./ledger/read-ledger.ts";
import { readCharts } from "./views/read-charts.ts";
import { absolute, to } from "./site.ts";
import css from "./styles/chart.css?raw";
import { embedHeight } from "./embed/size.ts";
import { renderToString } from "preact-render-to-string";
test("x", () => {
  const ledger = readLedger("content/ledger");
  const charts = readCharts("content/charts", ledger);
  for (const c of charts) console.log(c.id, c.title, c.view.description, [320,640,760].map(w=>embedHeight(c,w)));
  console.log(to("/a/"), absolute("/a/"), css.length, new Date(2025,1,1).toString(), renderToString(<b>x</b>), process.version);
  expect(1).toBe(1);
});
