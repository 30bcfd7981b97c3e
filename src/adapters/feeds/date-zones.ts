import { Temporal } from "temporal-polyfill";

/** Minutes east of UTC of the zones that RFC 822 names, and of those that feeds write besides. */
const ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  trt: 180,
  wat: 60,
  cat: 120,
  sast: 120,
  eat: 180,
  idt: 180,
  irst: 210,
  gst: 240,
  aft: 270,
  pkt: 300,
  uzt: 300,
  slst: 330,
  npt: 345,
  bdt: 360,
  mmt: 390,
  ict: 420,
  wib: 420,
  sgt: 480,
  hkt: 480,
  myt: 480,
  pht: 480,
  phst: 480,
  awst: 480,
  wita: 480,
  jst: 540,
  kst: 540,
  wit: 540,
  acst: 570,
  acdt: 630,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  brt: -180,
  art: -180,
  clt: -240,
  vet: -240,
  cot: -300,
  pet: -300,
  cdt: -300,
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
  akdt: -480,
  akst: -540,
  hst: -600,
};
/** Names that several countries use, by country; the first is meant where none of them is known. */
const SHARED: Record<string, Record<string, number>> = {
  ist: { IN: 330, IL: 120, IE: 60 },
  est: { US: -300, AU: 600 },
  edt: { US: -240, AU: 660 },
  cst: { US: -360, CN: 480, TW: 480, MO: 480, CU: -300 },
  bst: { GB: 60, BD: 360 },
  ast: { CA: -240, SA: 180, KW: 180, BH: 180, QA: 180, IQ: 180 },
};

/** A local time, as it was written. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** No clock is set farther from UTC: what is, is a slip, and no date holds it. */
const FARTHEST_HOURS = 14;

/** Minutes east of UTC at a local time: of "+09", "GMT+9", "UTC+09:00", "JST" or "Asia/Tokyo"; null where nobody knows the zone. */
export function zoneMinutes(zone: string, at: LocalTime, country: string | null): number | null {
  const offset = /^(?:utc|gmt|z)?\s?([+\u2212-])\s?(\d{1,2})(?::?(\d{2}))?$/i.exec(zone);
  if (offset !== null) {
    const [hours, minutes] = [Number(offset[2]), Number(offset[3] ?? 0)];
    if (hours > FARTHEST_HOURS || minutes > 59) return null;
    return (offset[1] === "+" ? 1 : -1) * (hours * 60 + minutes);
  }
  if (zone.includes("/")) return minutesIn(zone, at);
  const name = zone.toLowerCase();
  const shared = SHARED[name];
  if (shared !== undefined) return shared[country ?? ""] ?? Object.values(shared)[0] ?? null;
  return ZONES[name] ?? null;
}

function minutesIn(timeZone: string, at: LocalTime): number | null {
  try {
    return Temporal.PlainDateTime.from(at).toZonedDateTime(timeZone).offsetNanoseconds / 60e9;
  } catch {
    return null;
  }
}

/** The country of a site, by its domain, else by the language of its feed ("en-IN"); null for neither. */
export function countryOf(url: string, language: string | null | undefined): string | null {
  const domain = URL.canParse(url) ? (/\.([a-z]{2})$/.exec(new URL(url).hostname)?.[1] ?? null) : null;
  const region = /^[a-z]{2,3}[-_]([a-z]{2})\b/i.exec(language ?? "")?.[1];
  const country = (domain ?? region ?? "").toUpperCase();
  return country === "" ? null : country === "UK" ? "GB" : country;
}
