/** The language of this build, BCP 47: the one place that says it. A page, a format and a catalogue of words ask here. */
export const LANGUAGE = "en";

/** The region whose dates and numbers are written: 23 November 2025, 800,000. */
export const LOCALE = "en-GB";
