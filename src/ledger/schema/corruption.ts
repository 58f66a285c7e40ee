import { z } from "zod";
import { day, id, line, partialDate, sources } from "../fields.ts";

/** An official who left office. */
export const exit = z.strictObject({
  id,
  date: day,
  person: id,
  office: line,
  how: z.enum(["resigned", "dismissed", "suspended", "released"]),
  sources,
  note: line.optional(),
});

/** A procedural step in a criminal case. */
export const caseStep = z.strictObject({
  id,
  date: partialDate,
  /** What happened, with attribution and, where a person is named, "alleged" wording. */
  step: line,
  /** The body that acted. */
  body: line,
  persons: z.array(id).default([]),
  sources,
});

/** A movement of money as investigators allege it. Amounts measure different things and are never summed. */
export const flow = z.strictObject({
  id,
  from: line,
  to: line,
  label: line,
  /** USD million, where one was given. */
  amount_musd: z.number().positive().optional(),
  alleged_by: line,
  sources,
});
