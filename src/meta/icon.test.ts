import { expect, test } from "vitest";
import { token } from "./colours.ts";
import { iconPng, ICONS } from "./icon.ts";

test.each(Object.entries(ICONS))("%s is a square PNG of its size", (name, { size }) => {
  const png = iconPng(name);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});

test("an unknown icon is named, with those there are", () => {
  expect(() => iconPng("ico")).toThrow("there is no icon `ico`; icons: 192, 512, maskable, apple-touch");
});

test("colours come from the tokens", () => {
  expect(token("paper").light).toMatch(/^#[0-9a-f]{6}$/);
  expect(() => token("gold")).toThrow("src/styles/tokens.css has no --gold");
});
