import { aidByDonor } from "./aid-by-donor.ts";
import { aidByGdp } from "./aid-by-gdp.ts";
import { aidOverTime } from "./aid-over-time.ts";
import { armyCap, armyOptions } from "./army-cap.ts";
import { coalition } from "./coalition.ts";
import { corruptionIndex, indexOptions } from "./corruption-index.ts";
import { draftsByTheme, matrixOptions } from "./drafts-by-theme.ts";
import { daysOptions, eightDays } from "./eight-days.ts";
import { fighterOptions, fighterPledges } from "./fighter-pledges.ts";
import { frenchDeliveries } from "./french-deliveries.ts";
import { landByText, landOptions } from "./land-by-text.ts";
import { lineage } from "./lineage.ts";
import { trustInZelensky, trustOptions } from "./trust-in-zelensky.ts";
import { type TableView, type View, type Views, withOptions } from "./view.ts";
import { visitOptions, visitsToFrance } from "./visits-to-france.ts";
import { whoSatTogether } from "./who-sat-together.ts";
import { wantsOptions, whoWantsWhat } from "./who-wants-what.ts";

/** Every view by the name that a chart's YAML gives. A new chart is one YAML, one view, and one line here. */
export const views: Views<View> = {
  "aid-by-donor": aidByDonor,
  "aid-by-gdp": aidByGdp,
  "aid-over-time": aidOverTime,
  "army-cap": withOptions(armyOptions, armyCap),
  coalition,
  "corruption-index": withOptions(indexOptions, corruptionIndex),
  "drafts-by-theme": withOptions(matrixOptions, draftsByTheme),
  "eight-days": withOptions(daysOptions, eightDays),
  "fighter-pledges": withOptions(fighterOptions, fighterPledges),
  "french-deliveries": frenchDeliveries,
  "land-by-text": withOptions(landOptions, landByText),
  lineage,
  "trust-in-zelensky": withOptions(trustOptions, trustInZelensky),
  "who-sat-together": whoSatTogether,
  "who-wants-what": withOptions(wantsOptions, whoWantsWhat),
};

/** Every view of a table of a text, likewise. */
export const tableViews: Views<TableView> = {
  "visits-to-france": withOptions(visitOptions, visitsToFrance),
};
