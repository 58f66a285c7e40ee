import { SITE_DESCRIPTION, SITE_NAME } from "../site.ts";

/** What search engines show before they cut, in characters. */
export const RESULT = { title: 60, description: 160 } as const;
/** A shorter description says too little. */
const MIN_DESCRIPTION_LENGTH = 20;

/** The first of some descriptions that is long enough and would not be cut; that of the site if none is. */
export function descriptionOfResult(descriptions: readonly string[]): string {
  const fits = ({ length }: string) => length >= MIN_DESCRIPTION_LENGTH && length <= RESULT.description;
  return descriptions.find(fits) ?? SITE_DESCRIPTION;
}

/** The title among results: with the name of the site where it fits, never cut; `shorter` where it does not fit itself. */
export function titleOfResult(title: string, shorter = title): string {
  const shown = title.length <= RESULT.title ? title : shorter;
  const whole = `${shown} – ${SITE_NAME}`;
  return whole.length <= RESULT.title ? whole : shown;
}
