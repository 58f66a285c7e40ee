import { aidByDonor } from "./aid-by-donor.ts";
import { aidByGdp } from "./aid-by-gdp.ts";
import { aidOverTime } from "./aid-over-time.ts";
import { armyCap } from "./army-cap.ts";
import { draftsByTheme } from "./drafts-by-theme.ts";
import { exits } from "./exits.ts";
import { fighterPledges } from "./fighter-pledges.ts";
import { frenchDeliveries } from "./french-deliveries.ts";
import { nabuByYear } from "./nabu-by-year.ts";
import { pointsPerDraft } from "./points-per-draft.ts";
import { talksTimeline } from "./talks-timeline.ts";
import { twoClocks } from "./two-clocks.ts";
import { visitsToFrance } from "./visits-to-france.ts";
import type { ViewFunction } from "./view.ts";

/** Every view by the name that a chart's YAML gives. A new chart is one YAML, one view, and one line here. */
export const views: Readonly<Record<string, ViewFunction>> = {
  "aid-by-donor": aidByDonor,
  "aid-by-gdp": aidByGdp,
  "aid-over-time": aidOverTime,
  "army-cap": armyCap,
  "drafts-by-theme": draftsByTheme,
  exits,
  "fighter-pledges": fighterPledges,
  "french-deliveries": frenchDeliveries,
  "nabu-by-year": nabuByYear,
  "points-per-draft": pointsPerDraft,
  "talks-timeline": talksTimeline,
  "two-clocks": twoClocks,
  "visits-to-france": visitsToFrance,
};
