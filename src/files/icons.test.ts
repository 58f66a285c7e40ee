import { expect, test } from "vitest";

import { iconIco, iconPng, ICONS, token } from "./icons.ts";

test.each(Object.entries(ICONS))("%s is a square PNG of its size", (name, { size }) => {
  const png = iconPng(name);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});

test("an unknown icon is named, with those there are", () => {
  expect(() => iconPng("ico")).toThrow("there is no icon `ico`; icons: 48, 192, 512, maskable, apple-touch");
});

test("the ICO file says where its PNG stands and how long it is", () => {
  const ico = iconIco();
  const [length, start] = [ico.readUInt32LE(14), ico.readUInt32LE(18)];
  expect([...ico.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 48, 48]);
  expect(start + length).toBe(ico.length);
  expect(ico.subarray(start)).toEqual(iconPng("48"));
});

test("colours come from the tokens", () => {
  expect(token("paper").light).toMatch(/^#[0-9a-f]{6}$/);
  expect(() => token("gold")).toThrow("src/styles/tokens.css has no --gold");
});
