import { readFileSync } from "node:fs";
import { flattenCss, type Scheme } from "../../src/files/pictures.ts";

const TOKENS = readFileSync("src/styles/tokens.css", "utf8");

/** The two colours of a token, as a browser computes them: `token("ink").dark`. Throws for a token that is not there. */
export function token(name: string): Record<Scheme, string> {
  const colour = (scheme: Scheme) => {
    const css = flattenCss(`${TOKENS}.a{color:var(--${name})}`, scheme);
    const hex = Number.parseInt(css.slice(css.indexOf("#") + 1), 16);
    return `rgb(${[hex >> 16, (hex >> 8) & 255, hex & 255].join(", ")})`;
  };
  return { light: colour("light"), dark: colour("dark") };
}
