import { ruleOf } from "./rule.ts";

const restsOnOthers = ruleOf("reasons", (reason, report, known) => {
  reason.inference?.forEach((id, i) => {
    if (id === reason.id)
      report(["inference", i], "the row rests on itself", "name the rows that it is drawn from");
    const ground = [...known.rows("reasons"), ...known.rows("events")].find((other) => other.id === id);
    if (ground && reason.status === "confirmed" && ground.status !== "confirmed")
      report(
        ["status"],
        `the row is confirmed, and \`${id}\`, on which it rests, is ${ground.status}`,
        `write ${ground.status}`,
      );
  });
});

/** A reading of the site’s own rests on other rows, and is no surer than they are. */
export const reasonRules = [restsOnOthers];
