import { expect, test } from "vitest";
import { compileScript } from "./compile-script.ts";

test("a script is smaller, has what it was given, and leaves no global behind", () => {
  const script = compileScript("// Why.\nconst twice = (n) => n * 2;\nglobalThis.got = [twice(N), HOME];\n", {
    N: 21,
    HOME: "https://a.example/",
  });
  expect(script).not.toContain("Why");
  const scope: { got?: unknown } = {};
  new Function("globalThis", script)(scope);
  expect(scope.got).toEqual([42, "https://a.example/"]);
});
test("a script that does not parse is refused", () =>
  expect(() => compileScript("const = 1")).toThrow(/Expected identifier/));
