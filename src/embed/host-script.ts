import { compileScript } from "./compile-script.ts";
import draftChart from "./draft-chart.js?raw";
import { heightCss, MESSAGE_HEIGHTS } from "./size.ts";

/** `embed.js` of the site at `root`: the element `<draft-chart>`. It knows no chart by name. */
export function hostScript(root: string): string {
  return compileScript(draftChart, {
    HOME: root,
    HEIGHT: heightCss(["var(--0)", "var(--1)", "var(--2)"]),
    HEIGHTS: MESSAGE_HEIGHTS,
  });
}
