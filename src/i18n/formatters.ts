// Making a formatter takes a hundred times as long as using it, so each is made once.
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** The formatter of numbers of a locale (BCP 47) with these options. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once("number", locale, options, () => new Intl.NumberFormat(locale, options));
}

/** The formatter of dates of a locale (BCP 47) with these options, in UTC. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(
    "date",
    locale,
    options,
    () => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }),
  );
}

function once<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(
  kind: string,
  locale: string,
  options: object,
  make: () => Format,
): Format {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  const known = (made.get(key) as Format | undefined) ?? make();
  made.set(key, known);
  return known;
}
