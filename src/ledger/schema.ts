import type { z } from "zod";
import {
  disagreement,
  event,
  organisation,
  person,
  publisher,
  reading,
  reason,
  series,
  source,
  unknown,
} from "./schema/all-stories.ts";
import { caseStep, exit, flow, proceeding } from "./schema/proceedings.ts";
import { draft, meeting, point, pointCount, position, answer, regionClaim, theme } from "./schema/drafts.ts";
import { agreement, aid, coalition, delivery, visit } from "./schema/support.ts";

/** Row schemas by the name of the collection’s file or folder, in the order of the downloads. */
export const collections = {
  sources: source,
  publishers: publisher,
  events: event,
  readings: reading,
  reasons: reason,
  drafts: draft,
  themes: theme,
  answers: answer,
  points: point,
  "point-counts": pointCount,
  meetings: meeting,
  positions: position,
  "region-claims": regionClaim,
  people: person,
  organisations: organisation,
  visits: visit,
  deliveries: delivery,
  agreements: agreement,
  aid,
  coalition,
  proceedings: proceeding,
  exits: exit,
  "case-steps": caseStep,
  flows: flow,
  disagreements: disagreement,
  unknowns: unknown,
  series,
} as const;

export type CollectionName = keyof typeof collections;
export type Row<Name extends CollectionName> = z.infer<(typeof collections)[Name]>;
