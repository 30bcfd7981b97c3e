const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Minutes east of UTC of the zones that RFC 822 names, and of those that feeds write besides. */
const ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  ist: 330,
  sgt: 480,
  hkt: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};
const TIME = String.raw`(?:[ T,]+(?:at )?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*([ap]\.?m\.?)?)?`;
const ZONE = String.raw`\s*(z|[+-]\d{2}:?\d{2}|[a-z]{2,5})?`;
/** 2026-11-24, 2026-11-24T10:00:00+01:00, 2026/11/24 10:00. */
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}${ZONE}`, "i");
/** Tue, 24 Nov 2026 10:00:00 GMT, 24-Nov-26, 24. November 2026. */
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?\.?[ -]+([a-z]{3,9})\.?,?[ -]+(\d{4}|\d{2})\b${TIME}${ZONE}`,
  "i",
);
/** November 24, 2026 10:00. */
const MONTH_FIRST = new RegExp(String.raw`^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${TIME}${ZONE}`, "i");
const EARLIEST_YEAR = 1970;

/**
 * A date as feeds and pages write it, as ISO 8601: a day alone stays a day, a time becomes UTC, and one without a zone is taken for
 * UTC. Null where it is none. Days before months or after them, such as 11/12/2026, say nothing certain, and are none.
 */
export function readDate(text: string | null | undefined): string | null {
  const given = (text ?? "").trim().slice(0, 80);
  if (given === "") return null;
  if (/^\d{10}(?:\d{3})?$/.test(given)) return new Date(Number(given) * (given.length === 10 ? 1000 : 1)).toISOString();
  const bare = given.replace(/^\p{L}{2,12}\.?,\s*/u, "");
  const year = YEAR_FIRST.exec(bare);
  if (year !== null) return toIso({ year: year[1], month: Number(year[2]), day: year[3], rest: year.slice(4) });
  const day = DAY_FIRST.exec(bare);
  if (day !== null) return toIso({ year: fullYear(day[3]), month: monthOf(day[2]), day: day[1], rest: day.slice(4) });
  const month = MONTH_FIRST.exec(bare) ?? MONTH_FIRST.exec(given);
  return month === null ? null : toIso({ year: month[3], month: monthOf(month[1]), day: month[2], rest: month.slice(4) });
}

function fullYear(text: string | undefined): string {
  const year = text ?? "";
  return year.length === 2 ? `${Number(year) < 70 ? "20" : "19"}${year}` : year;
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
}

interface DateParts {
  year: string | undefined;
  month: number;
  day: string | undefined;
  /** Hours, minutes, seconds, a.m. or p.m., zone. */
  rest: (string | undefined)[];
}

function toIso({ year, month, day, rest }: DateParts): string | null {
  const [y, d] = [Number(year), Number(day)];
  const midnight = new Date(Date.UTC(y, month - 1, d));
  if (y < EARLIEST_YEAR || month < 1 || midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== d) return null;
  const [hours, minutes, seconds, half, zone] = rest;
  if (hours === undefined) return midnight.toISOString().slice(0, 10);
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hour > 24 || Number(minutes) > 59 || Number(seconds ?? 0) > 60) return null;
  const shift = zoneMinutes(zone);
  const at = midnight.getTime() + ((hour * 60 + Number(minutes) - shift) * 60 + Number(seconds ?? 0)) * 1000;
  return new Date(at).toISOString().replace(".000Z", "Z");
}

function zoneMinutes(zone: string | undefined): number {
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? "");
  if (offset !== null) return (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  return ZONES[(zone ?? "").toLowerCase()] ?? 0;
}
