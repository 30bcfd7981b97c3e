/**
 * A date in the form in which two are compared: a time in UTC, a day as it is, nothing as "". Times are kept with the publisher's offset, whose day
 * is theirs; who wrote UTC before writes the same here.
 */
export function asInstant(iso: string | null): string {
  if (iso === null || !iso.includes("T") || !/[+-]\d{2}:?\d{2}$/.test(iso) || Number.isNaN(Date.parse(iso))) return iso ?? "";
  return new Date(iso).toISOString().replace(".000Z", "Z");
}
