import { aidByDonor } from "./aid-by-donor.ts";
import { aidByGdp } from "./aid-by-gdp.ts";
import { aidOverTime } from "./aid-over-time.ts";
import { armyCap, armyOptions } from "./army-cap.ts";
import { caseFlow } from "./case-flow.ts";
import { coalition } from "./coalition.ts";
import { corruptionIndex, indexOptions } from "./corruption-index.ts";
import { draftsByTheme, matrixOptions } from "./drafts-by-theme.ts";
import { daysOptions, eightDays } from "./eight-days.ts";
import { exits } from "./exits.ts";
import { fighterOptions, fighterPledges } from "./fighter-pledges.ts";
import { frenchDeliveries } from "./french-deliveries.ts";
import { landByText, landOptions } from "./land-by-text.ts";
import { lineage } from "./lineage.ts";
import { nabuByYear } from "./nabu-by-year.ts";
import { pointsPerDraft } from "./points-per-draft.ts";
import { talksMap } from "./talks-map.ts";
import { talksTimeline } from "./talks-timeline.ts";
import { trustInZelensky, trustOptions } from "./trust-in-zelensky.ts";
import { clockOptions, twoClocks } from "./two-clocks.ts";
import { visitOptions, visitsToFrance } from "./visits-to-france.ts";
import { type ViewFunction, type ViewWithOptions, withOptions } from "./view.ts";
import { whoMetWhom } from "./who-met-whom.ts";
import { whoSatTogether } from "./who-sat-together.ts";
import { wantsOptions, whoWantsWhat } from "./who-wants-what.ts";

/** Every view by the name that a chart's YAML gives. A new chart is one YAML, one view, and one line here. */
export const views: Readonly<Record<string, ViewFunction | ViewWithOptions>> = {
  "aid-by-donor": aidByDonor,
  "aid-by-gdp": aidByGdp,
  "aid-over-time": aidOverTime,
  "army-cap": withOptions(armyOptions, armyCap),
  "case-flow": caseFlow,
  coalition,
  "corruption-index": withOptions(indexOptions, corruptionIndex),
  "drafts-by-theme": withOptions(matrixOptions, draftsByTheme),
  "eight-days": withOptions(daysOptions, eightDays),
  exits,
  "fighter-pledges": withOptions(fighterOptions, fighterPledges),
  "french-deliveries": frenchDeliveries,
  "land-by-text": withOptions(landOptions, landByText),
  lineage,
  "nabu-by-year": nabuByYear,
  "points-per-draft": pointsPerDraft,
  "talks-map": talksMap,
  "talks-timeline": talksTimeline,
  "trust-in-zelensky": withOptions(trustOptions, trustInZelensky),
  "two-clocks": withOptions(clockOptions, twoClocks),
  "visits-to-france": withOptions(visitOptions, visitsToFrance),
  "who-met-whom": whoMetWhom,
  "who-sat-together": whoSatTogether,
  "who-wants-what": withOptions(wantsOptions, whoWantsWhat),
};
