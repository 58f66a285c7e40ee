import { z } from "zod";
import { day, eventOfRow, id, line, note, partialDate, sources, status } from "../fields.ts";

/** An official who left office. */
export const exit = z
  .strictObject({
    id,
    date: day.describe("When it happened."),
    person: id.describe("Who: id in the table people."),
    office: line.describe("From which office."),
    how: z.enum(["resigned", "dismissed", "suspended", "released"]).describe("How."),
    sources,
    note,
  })
  .meta({ title: "Officials who left office", group: "The corruption case", description: "Leaving office is not a finding of guilt." });

/** A procedural step in a criminal case. It has an `event` or, where none tells of it, a `status` of its own. */
export const caseStep = z
  .strictObject({
    id,
    event: eventOfRow,
    status: status.optional().describe("How far the step is established, where no event tells of it."),
    date: partialDate.describe("When it happened."),
    /** Where a person is named, with "alleged" wording. */
    step: line.describe("What happened, with attribution."),
    body: line.describe("The body that acted."),
    persons: z.array(id).default([]).describe("People named: ids in the table people."),
    sources,
  })
  .meta({
    title: "Steps in the cases",
    group: "The corruption case",
    description: "Procedural steps. A suspicion or an indictment is not a conviction.",
  });

/** A movement of money as investigators allege it. Amounts measure different things and are never summed. */
export const flow = z
  .strictObject({
    id,
    event: eventOfRow,
    from: line.describe("From where, as alleged."),
    to: line.describe("To where, as alleged."),
    label: line.describe("What is alleged."),
    amount_musd: z.number().positive().optional().describe("USD million, where one was given."),
    alleged_by: line.describe("Who alleges it."),
    sources,
  })
  .meta({
    title: "Alleged flows of money",
    group: "The corruption case",
    description:
      "Movements of money as investigators allege them; nothing here has been tried. Amounts measure different things and must not be added up.",
  });
