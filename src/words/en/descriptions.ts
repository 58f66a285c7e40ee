import { formatDate } from "../../i18n/dates.ts";
import { countInWords, formatNumber } from "../../i18n/numbers.ts";

/** What a chart shows, in one or two sentences made of its facts: for assistive technology, cards and search. */

/** EUR billion, as text. */
interface Allocated {
  total: string;
  military: string;
  financial: string;
  humanitarian: string;
}

export const aidByDonor = (of: {
  first: { donor: string; total: string };
  france: Allocated;
  above: number;
  donors: number;
  left: readonly string[];
}) =>
  `Largest European donor: ${of.first.donor}, €${of.first.total}bn. France’s €${of.france.total}bn are ` +
  `€${of.france.military}bn of military, €${of.france.financial}bn of financial and ` +
  `€${of.france.humanitarian}bn of humanitarian aid; ` +
  `${countInWords(of.above)} of the ${of.donors} European states shown have set aside more. ` +
  `Not drawn: ${of.left.join("; ")}.`;

/** Shares of GDP, per cent, as text. */
export const aidByGdp = (of: {
  first: { donor: string; share: string };
  france: { own: string; throughEu: string; together: string };
  above: number;
  aboveInOwnName: number;
  countries: number;
}) =>
  `Largest share: ${of.first.donor}, ${of.first.share} per cent of GDP. France has set aside ` +
  `${of.france.own} per cent in its own name and ${of.france.throughEu} per cent as its share in EU ` +
  `aid, ${of.france.together} in all: ${countInWords(of.above)} of the ${of.countries} countries shown ` +
  `stand higher, and ${countInWords(of.aboveInOwnName)} where only aid in their own name is counted.`;

export const coalition = (of: {
  countries: number;
  ready: readonly string[];
  support: number;
  noTroops: number;
  undecided: number;
  noneFound: number;
}) =>
  `Of ${of.countries} countries in this list, ${countInWords(of.ready.length)} ` +
  `(${of.ready.join(", ")}) are ready to send troops after a ceasefire or peace, ` +
  `${countInWords(of.support)} would help in other ways, ${countInWords(of.noTroops)} rule out troops, ` +
  `${countInWords(of.undecided)} have not decided, and of ${countInWords(of.noneFound)} no offer was ` +
  "found.";

export const fighterPledges = (of: {
  rafale: number;
  gripen: readonly [low: number, high: number];
  mirage: number;
  arrived: number;
}) =>
  `Declared intents name about ${of.rafale} Rafale and ${of.gripen[0]} to ${of.gripen[1]} Gripen. Of ` +
  `${countInWords(of.mirage)} Mirage 2000-5 that were promised by one account, ` +
  `${countInWords(of.arrived)} are reported delivered.`;

export const frenchDeliveries = (of: {
  announcements: number;
  delivered: number;
  inPart: number;
  ordered: number;
  pledged: number;
  intents: number;
  withoutNumber: number;
}) =>
  `Of ${of.announcements} announcements in this list, ${of.delivered} have been delivered and ` +
  `${of.inPart} in part; ${countInWords(of.ordered)} ` +
  `${of.ordered === 1 ? "is an order" : "are orders"}, ${countInWords(of.pledged)} are promises and ` +
  `${countInWords(of.intents)} are declared intents. ` +
  `${formatNumber(of.withoutNumber)} name no number of pieces.`;

/** A wave of a poll: its date and per cent. */
interface Wave {
  period: string;
  value: number;
}

export const trust = (of: {
  peak: Wave;
  last: Wave;
  law: readonly [before: Wave, after: Wave];
  midas: readonly [before: Wave, after: Wave];
  dip: number;
  later: number;
}) => {
  const wave = ({ period, value }: Wave) => `${value} (${formatDate(period)})`;
  return (
    `Trust was highest at ${of.peak.value} per cent in ${formatDate(of.peak.period)} and stood at ` +
    `${of.last.value} per cent in ${formatDate(of.last.period)}. Around the July law it went from ` +
    `${wave(of.law[0])} to ${wave(of.law[1])}, around the disclosure of Midas from ${wave(of.midas[0])} ` +
    `to ${wave(of.midas[1])}, with ${of.dip} in the first days of that wave and ${of.later} in its ` +
    "second part."
  );
};

export const aidOverTime = (of: {
  donor: string;
  total: number;
  quarters: number;
  share: number;
  peak: string;
  empty: number;
  whole: number;
  asOf: string;
}) =>
  `${of.donor} allocated €${formatNumber(of.total)}bn in ${of.quarters} quarters; ${of.share} per cent ` +
  `of it fell into ${of.peak}, and in ${countInWords(of.empty)} of ${of.whole} whole quarters nothing ` +
  `is booked. Data up to ${formatDate(of.asOf)}.`;

export const corruptionIndex = (of: {
  country: string;
  last: Wave;
  firstYear: string;
  rise: number;
  peers: number;
  below: readonly { name: string; score: number | null }[];
}) =>
  `${of.country} scores ${of.last.value} of 100 in the edition of ${of.last.period}, ` +
  `${Math.abs(of.rise)} points ${of.rise < 0 ? "less" : "more"} than in ${of.firstYear}. Of ` +
  `${countInWords(of.peers)} countries compared, ${countInWords(of.below.length)} ` +
  `${of.below.length === 1 ? "scores" : "score"} ` +
  `lower${of.below.length > 0 ? `: ${of.below.map(({ name, score }) => `${name} with ${score}`).join(", ")}` : ""}.`;
