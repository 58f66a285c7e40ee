import { expect, test } from "vitest";
import { pagePolicy } from "./csp.ts";

test("the policy of pages allows their own files and the style that is in them, and nothing else", () => {
  const policy = (styles: string) =>
    `default-src 'none'; script-src 'self'; worker-src 'self'; style-src ${styles}; img-src 'self'; ` +
    "font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'";
  expect(pagePolicy()).toBe(policy("'self'"));
  expect(pagePolicy("p{}")).toBe(policy("'self' 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='"));
});
