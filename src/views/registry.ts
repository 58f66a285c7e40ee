import { armyCap } from "./army-cap.ts";
import { draftsByTheme } from "./drafts-by-theme.ts";
import { pointsPerDraft } from "./points-per-draft.ts";
import type { ViewFunction } from "./view.ts";

/** Every view by the name that a chart's YAML gives. A new chart is one YAML, one view, and one line here. */
export const views: Readonly<Record<string, ViewFunction>> = {
  "army-cap": armyCap,
  "drafts-by-theme": draftsByTheme,
  "points-per-draft": pointsPerDraft,
};
