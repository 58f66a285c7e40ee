import { cardPath } from "../cards/card-path.ts";
import { ledger } from "../content.ts";
import type { Table } from "../data/table.ts";
import type { Organisation, Person } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { type Topic, TOPIC_NAMES } from "../site.ts";
import type { Chart } from "../views/read-charts.ts";
import { article, dataset, type Node, organisation, person } from "./json-ld.ts";

/** Types of the files that hold the rows of a chart or a table. */
const FILES = { csv: "text/csv", json: "application/json" } as const;

function filesAt(path: string) {
  return Object.entries(FILES).map(([extension, type]) => ({ path: `${path}.${extension}`, type }));
}

/** The rows behind a chart, as schema.org describes them. */
export function chartDataset(chart: Chart): Node {
  return dataset({
    path: `/charts/${chart.id}/`,
    title: chart.title,
    description: chart.view.description,
    files: filesAt(`/charts/${chart.id}`),
    sources: chart.view.sources.map((id) => get(ledger, "sources", id).url),
  });
}

/** The catalogue of all tables. */
export function dataCatalog(tables: readonly Table[], description: string): Node {
  return {
    "@type": "DataCatalog",
    name: "Data of Draft by Draft",
    description,
    dataset: tables.map((table) =>
      dataset({
        path: `/data/#${table.name}`,
        title: table.title,
        description: `${table.description} A table of the ledger on the US-backed peace plan for Ukraine.`,
        files: filesAt(`/data/${table.name}`),
      }),
    ),
  };
}

/** An explainer. `published` and `modified` are ISO days. */
export function explainerArticle(facts: {
  id: string;
  title: string;
  description: string;
  topic: Topic;
  published: string;
  modified: string;
}): Node {
  const path = `/${facts.id}/`;
  return article({ ...facts, path, section: TOPIC_NAMES[facts.topic], card: cardPath(path) });
}

/** A person, with names and office only. */
export function personNode(row: Person): Node {
  return person({ ...row, path: `/people/${row.id}/`, also: otherNames(row) });
}

/** A state, body, company or group. */
export function organisationNode(row: Organisation): Node {
  return organisation({ ...row, path: `/organisations/${row.id}/`, also: otherNames(row) });
}

function otherNames({ name, names, also }: Person | Organisation): string[] {
  return [...Object.values(names), ...also].filter((other) => other !== name);
}
