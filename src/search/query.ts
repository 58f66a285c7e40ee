/** What results can be narrowed by; the names of Pagefind's filters. */
export const FILTERS = ["kind", "topic", "year", "status"] as const;
export type Filter = (typeof FILTERS)[number];

/** What a reader asks for. */
export interface Query {
  text: string;
  /** Only pages that have all of these. */
  filters: Partial<Record<Filter, string>>;
  /** Latest first; otherwise best first. */
  byDate: boolean;
}

/** The query that an address asks: `?q=rafale&kind=Event&sort=date`. What it does not know, it leaves out. */
export function queryOf(parameters: URLSearchParams): Query {
  const filters: Query["filters"] = {};
  for (const name of FILTERS) {
    const value = parameters.get(name);
    if (value) filters[name] = value;
  }
  return { text: parameters.get("q") ?? "", filters, byDate: parameters.get("sort") === "date" };
}

/** The parameters of the address that asks a query. */
export function parametersOf({ text, filters, byDate }: Query): URLSearchParams {
  const parameters = new URLSearchParams();
  if (text) parameters.set("q", text);
  for (const name of FILTERS) if (filters[name]) parameters.set(name, filters[name]);
  if (byDate) parameters.set("sort", "date");
  return parameters;
}
