import tokens from "../styles/tokens.css?raw";
import { itemAt } from "../required.ts";

/** Light and dark value of a colour token: `token("paper").light` is `#fbfaf5`. Throws if tokens.css lacks it. */
export function token(name: string): { light: string; dark: string } {
  const match = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens);
  if (!match) throw new Error(`src/styles/tokens.css has no --${name}: light-dark(#…, #…)`);
  return { light: itemAt(match, 1), dark: itemAt(match, 2) };
}
