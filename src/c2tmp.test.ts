import { readLedger } from "./ledger/read-ledger.ts";
import { it } from "vitest";
import { draftsInOrder, answerOf } from "./ledger/drafts.ts";
import { charts } from "./content.ts";
import { LAYOUTS } from "./charts/drawing.ts";
it("x",()=>{
const ledger = readLedger("content/ledger");
for (const d of draftsInOrder(ledger)) {
  const r = ledger.themes.map(t=>{const c=t.questions.flatMap(q=>answerOf(ledger,d.id,q.id)?.certainty??[]); return c.length? [...new Set(c)].map(x=>x[0]).sort().join(""):"-"});
  console.log(d.id.padEnd(16), d.text_public.padEnd(8), r.join(" "));
}
for (const c of charts) for (const l of Object.values(LAYOUTS)) { const t=performance.now(); c.kind.draw(c.view.data,l); const t1=performance.now(); c.kind.draw(c.view.data,l); const t2=performance.now(); console.log(c.id,l.name,(t1-t).toFixed(1),(t2-t1).toFixed(1)); }
});
