import { allCountries } from "../../extract/countries.ts";
import { isTimeZone } from "../next-slot.ts";
import { CITY_ZONES, OFFSET_ZONES, ZONE_ABBREVIATIONS } from "./zone-names.ts";

const OFFSET = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?$/i;
const IANA = /^[a-z_]+\/[a-z0-9_+\-/]+$/i;
/** Hours that zones lie apart from UTC at most, east and west. */
const MOST_EAST = 14;
const MOST_WEST = 12;

/**
 * The IANA zone that a name stands for: "Asia/Tokyo", "EST", "UTC+5", "+05:30", "Delhi", "new york", "Japan". Null where it is none, or a
 * country of several zones.
 */
export function zoneNamed(typed: string): string | null {
  const name = plain(typed);
  const offset = OFFSET.exec(name.replaceAll(" ", ""));
  if (offset !== null) return zoneOfOffset(offset);
  if (IANA.test(typed)) return isTimeZone(typed) ? properCase(typed) : null;
  const known = ZONE_ABBREVIATIONS.get(name) ?? CITY_ZONES.get(name);
  if (known !== undefined) return known;
  const city = allZones().find((zone) => cityOf(zone) === name);
  if (city !== undefined) return city;
  // By its name only: "in French" is a language.
  const country = allCountries().find((each) => plain(each.name) === name);
  const [only, ...others] = country === undefined ? [] : zonesOfCountry(country.code);
  return only !== undefined && others.length === 0 ? only : null;
}

/** Zones that a typed beginning may mean, by city, country, abbreviation or a part of their own name, the plainest first; at most `limit`. */
export function suggestZones(typed: string, limit: number): string[] {
  const wanted = plain(typed);
  const exact = zoneNamed(typed.trim());
  const cities = [...CITY_ZONES].filter(([city]) => city.startsWith(wanted)).map(([, zone]) => zone);
  const countries = allCountries().filter(({ name }) => plain(name).startsWith(wanted));
  const ofCountries = wanted.length < 2 ? [] : countries.flatMap(({ code }) => zonesOfCountry(code));
  const zones = ["UTC", ...allZones()];
  const found = [
    ...(exact === null ? [] : [exact]),
    ...zones.filter((zone) => cityOf(zone).startsWith(wanted)),
    ...cities,
    ...ofCountries,
    ...zones.filter((zone) => plain(zone).includes(wanted)),
  ];
  return [...new Set(found)].slice(0, limit);
}

function zoneOfOffset([, sign, hours = "0", minutes = "0"]: RegExpExecArray): string | null {
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (hour > (sign === "+" ? MOST_EAST : MOST_WEST) || minute > 59) return null;
  if (hour === 0 && minute === 0) return "UTC";
  // POSIX counts to the west: Etc/GMT-5 is five hours ahead.
  if (minute === 0) return `Etc/GMT${sign === "+" ? "-" : "+"}${hour}`;
  return OFFSET_ZONES.get((sign === "+" ? 1 : -1) * (hour * 60 + minute)) ?? null;
}

function allZones(): string[] {
  return Intl.supportedValuesOf("timeZone");
}

function properCase(zone: string): string {
  return allZones().find((each) => each.toLowerCase() === zone.toLowerCase()) ?? zone;
}

function cityOf(zone: string): string {
  return plain(zone.split("/").at(-1) ?? "");
}

/** Lower case, without accents and underscores. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[_\s]+/g, " ")
    .replace(/[.']/g, "")
    .trim();
}

/** The zones of a country's places, as ECMAScript's tables have them: a property in older engines, a method in newer ones. */
function zonesOfCountry(code: string): string[] {
  const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
