import { SITE_NAME } from "../site.ts";

/** What search engines show before they cut, in characters. */
export const RESULT = { title: 60, description: 160 } as const;

/** The title among results: with the name of the site where it fits, never cut; `shorter` where it does not fit itself. */
export function titleOfResult(title: string, shorter = title): string {
  const shown = title.length <= RESULT.title ? title : shorter;
  const whole = `${shown} – ${SITE_NAME}`;
  return whole.length <= RESULT.title ? whole : shown;
}
