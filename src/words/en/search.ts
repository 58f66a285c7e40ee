import { plural } from "../../i18n/numbers.ts";

/** How readers name a clause beside its own name, and a draft by its points. */
export const clause = (name: string) => `${name} clause`;
export const points = (count: number) => plural(count, "point");
