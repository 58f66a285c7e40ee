import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jsonSchemas, SCHEMA_FOLDER } from "./json-schemas.ts";
import { SITE_IDS, WHOLE } from "../ledger/ledger.fixture.ts";

const schemas = jsonSchemas(WHOLE, SITE_IDS) as Record<
  string,
  { items: { properties: Record<string, unknown> } }
>;

test("an editor is told what a field holds, and offered the ids that it may name", () => {
  const { date, actors } = schemas.events!.items.properties as Record<string, Record<string, unknown>>;
  expect(date!.description).toBe("When it happened, not when it was reported.");
  expect(actors!.items).toMatchObject({ type: "string", anyOf: [{ enum: ["person", "state"] }, {}] });
});

test("each schema is wired to its files, and none that is not there", () => {
  const settings = JSON.parse(readFileSync(".vscode/settings.json", "utf8")) as { "yaml.schemas": object };
  expect(Object.keys(settings["yaml.schemas"]).sort()).toEqual(
    Object.keys(schemas)
      .map((name) => `${SCHEMA_FOLDER}/${name}.json`)
      .sort(),
  );
});
