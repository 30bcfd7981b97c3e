/**
 * What a spreadsheet takes for a formula at the start of a cell (OWASP, "CSV Injection"), in wide letters too, and behind spaces and what
 * nobody sees, which some strip.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{DI}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;
const NEEDS_QUOTES = /[",\r\n]/;

/** A line of a CSV file (RFC 4180, 2), its end included. What a spreadsheet would run gets an apostrophe before it. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
