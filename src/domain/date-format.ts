/** Formats that are kept: a few for each zone and language that people use. */
const MOST_KEPT = 200;

const kept = new Map<string, Intl.DateTimeFormat>();

/** A way to write dates, kept once it is made: to make one takes two hundred times as long as to write a date. Throws a RangeError for an unknown zone. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, options);
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, format);
  return format;
}
