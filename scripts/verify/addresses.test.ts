import { expect, test } from "vitest";
import { checkUnlinked } from "./addresses.ts";
import { folderOf } from "./page.fixture.ts";

test("an icon that browsers ask for by themselves must be there", () => {
  expect(checkUnlinked(folderOf({ "favicon.ico": "", "llms.txt": "" }))).toEqual([]);
  expect(checkUnlinked(folderOf({ "llms.txt": "" }))).toEqual([
    expect.stringContaining("favicon.ico: missing"),
  ]);
});
