import bcd, {
  type BrowserName,
  type CompatStatement,
  type Identifier,
} from "@mdn/browser-compat-data" with { type: "json" };
import type { RIGHT } from "../../src/oldest-browsers.ts";

/** Browsers of each family. */
const FAMILIES: Readonly<Record<keyof typeof RIGHT, readonly BrowserName[]>> = {
  chrome: ["chrome", "chrome_android", "edge"],
  firefox: ["firefox", "firefox_android"],
  safari: ["safari", "safari_ios"],
};

/** What is known of a feature by its name in MDN's browser-compat-data, such as `css.properties.inset`; undefined if it has none. */
export function statementOf(feature: string): CompatStatement | undefined {
  let at: Identifier | undefined = bcd as unknown as Identifier;
  for (const part of feature.split(".")) at = at && Object.hasOwn(at, part) ? at[part] : undefined;
  return at?.__compat;
}

/** First version of a browser that has a feature without a flag or a prefix; infinite if none has. */
function sinceIn(statement: CompatStatement, browser: BrowserName): number {
  const support = statement.support[browser];
  const whole = [support ?? []]
    .flat()
    .filter((part) => !part.flags && !part.prefix && !part.alternative_name);
  // "≤79": not later than that.
  const versions = whole.map(({ version_added: added }) =>
    typeof added === "string" ? Number.parseFloat(added.replace("≤", "")) : NaN,
  );
  return Math.min(...versions.map((version) => (Number.isNaN(version) ? Infinity : version)));
}

/** First versions, of each family, in which all its browsers have a feature. Throws for one that the data does not know. */
export function since(feature: string): Record<keyof typeof RIGHT, number> {
  const statement = statementOf(feature);
  if (!statement) throw new Error(`browser-compat-data has no \`${feature}\``);
  const first = (family: keyof typeof RIGHT) =>
    Math.max(...FAMILIES[family].map((browser) => sinceIn(statement, browser)));
  return { chrome: first("chrome"), firefox: first("firefox"), safari: first("safari") };
}

/** Those of some features that a browser of these versions may lack. */
export function younger(features: Iterable<string>, versions: typeof RIGHT): string[] {
  const late = (feature: string) => {
    const first = since(feature);
    return (
      first.chrome > versions.chrome || first.firefox > versions.firefox || first.safari > versions.safari
    );
  };
  return [...features].filter(late).sort();
}
