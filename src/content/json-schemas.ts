import { mkdirSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { chartFields, chartSpec } from "../charts/read-charts.ts";
import { collections, type Ledger } from "../ledger/ledger.ts";
import { changeSchema, idsOf, type SiteIds, termSchema } from "../ledger/read-ledger.ts";
import { describeFields } from "../yaml/fields.ts";
import { textHead } from "../ledger/texts.ts";
import { siteSchema } from "../site.ts";

/** .vscode/settings.json maps files to these schemas. */
export const SCHEMA_FOLDER = ".cache/schemas";

const FILES: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(Object.entries(collections).map(([name, row]) => [name, z.array(row)])),
  charts: chartSpec,
  glossary: z.array(termSchema),
  changes: z.array(changeSchema),
  site: siteSchema,
};

/**
 * A field that refers to rows suggests the ids of `ledger` and accepts others, because a row may not be written yet.
 */
export function jsonSchemas(ledger: Ledger, siteIds: SiteIds): Record<string, object> {
  const ids: Readonly<Partial<Record<string, ReadonlySet<string>>>> = { ...idsOf(ledger), ...siteIds };
  const schemaOf = (type: z.ZodType) =>
    z.toJSONSchema(type, {
      io: "input",
      unrepresentable: "any",
      override: ({ jsonSchema }) => {
        const targets = jsonSchema.collections as string[] | undefined;
        delete jsonSchema.collections;
        delete jsonSchema.form;
        const known = targets?.flatMap((target) => [...(ids[target] ?? [])]) ?? [];
        if (known.length > 0) jsonSchema.anyOf = [{ enum: known }, {}];
      },
    });
  return Object.fromEntries(Object.entries(FILES).map(([name, type]) => [name, schemaOf(type)]));
}

/** `stories`: contents of files by the same names. */
export function describeFiles(stories: readonly Readonly<Record<string, unknown>>[]) {
  return Object.entries({ ...FILES, ...chartFields, "head of a file in texts": textHead }).map(
    ([name, type]) => {
      const rows = stories.flatMap((story) => story[name] ?? []);
      return { name, fields: describeFields(type, rows) };
    },
  );
}

export function writeJsonSchemas(ledger: Ledger, siteIds: SiteIds) {
  mkdirSync(SCHEMA_FOLDER, { recursive: true });
  for (const [name, schema] of Object.entries(jsonSchemas(ledger, siteIds)))
    writeFileSync(`${SCHEMA_FOLDER}/${name}.json`, JSON.stringify(schema));
}
