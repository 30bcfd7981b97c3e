import { createRequire } from "node:module";
import type { HolidayCalendar } from "../../domain/digests/holidays.ts";

const DAY_MS = 86_400_000;

/** What is used of date-holidays, which need not be there, so that nothing may rest on its types. */
interface Country {
  /** Null where it does not know the country. */
  getHolidays(year: number): { date: string; start: Date; end: Date; type: string }[] | null;
  /** The parts of a country by their codes, where it tells them apart. */
  getStates(country: string): Record<string, string> | null;
}

interface Package {
  new (country: string, region?: string): Country;
}

/**
 * Public holidays by date-holidays, which is loaded with the first question. A holiday counts for each whole day that it lasts, and one of half a
 * day for none. What depends on the sight of the moon may fall a day beside what is computed.
 */
export function createHolidayCalendar(load: () => Package = loadPackage): HolidayCalendar {
  let loaded: Package | null | undefined;
  const countries = new Map<string, Country>();
  const years = new Map<string, Set<string> | null>();

  function packageOf(): Package | null {
    if (loaded !== undefined) return loaded;
    try {
      loaded = load();
    } catch {
      loaded = null;
    }
    return loaded;
  }

  /** The holidays of a year as ISO dates; null where the place is not known. */
  function holidaysOf(place: string, year: number): Set<string> | null {
    const Holidays = packageOf();
    if (Holidays === null) return null;
    const key = `${place} ${year}`;
    const known = years.get(key);
    if (known !== undefined) return known;
    const [country = "", region] = place.split("-", 2);
    const of = countries.get(place) ?? new Holidays(country, region);
    countries.set(place, of);
    const found = of.getHolidays(year);
    // Of a part that it does not know, it gives the holidays of the whole.
    const isPart = region === undefined || of.getStates(country)?.[region] !== undefined;
    const isKnown = isPart && found !== null && found.length > 0;
    const dates = isKnown ? new Set(found.filter(({ type }) => type === "public").flatMap(datesOf)) : null;
    years.set(key, dates);
    return dates;
  }

  return {
    knows(place) {
      if (packageOf() === null) return "missing";
      return holidaysOf(place, SOME_YEAR) === null ? "no" : "yes";
    },
    isHoliday(place, date) {
      const year = Number(date.slice(0, 4));
      // One that begins at the end of a year may last into the next.
      return [year, year - 1].some((each) => holidaysOf(place, each)?.has(date) === true);
    },
  };
}

/** A year of which every country that the package knows has holidays. */
const SOME_YEAR = 2026;

/** `date` begins with the local date; a holiday of 90 hours from an evening on is three whole days. */
function datesOf({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  const days = Math.floor((end.getTime() - start.getTime()) / DAY_MS + HOUR_OF_A_DAY);
  return Array.from({ length: days }, (_, at) => new Date(first + at * DAY_MS).toISOString().slice(0, 10));
}

/** A day on which the clock goes forward has 23 hours. */
const HOUR_OF_A_DAY = 1 / 24;

function loadPackage(): Package {
  return createRequire(import.meta.url)("date-holidays");
}
