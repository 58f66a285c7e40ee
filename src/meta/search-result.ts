import { SITE_DESCRIPTION, SITE_NAME } from "../site.ts";

/** Lengths, in characters, at which search engines cut. */
export const RESULT = { title: 60, description: 160 } as const;
const MIN_DESCRIPTION_LENGTH = 20;

/** The first description of a suitable length, or else that of the site. */
export function descriptionOfResult(descriptions: readonly string[]): string {
  const fits = ({ length }: string) => length >= MIN_DESCRIPTION_LENGTH && length <= RESULT.description;
  return descriptions.find(fits) ?? SITE_DESCRIPTION;
}

/** The title, or `shorter` if it is too long; with the name of the site if that fits. */
export function titleOfResult(title: string, shorter = title): string {
  const shown = title.length <= RESULT.title ? title : shorter;
  const whole = `${shown} – ${SITE_NAME}`;
  return whole.length <= RESULT.title ? whole : shown;
}
