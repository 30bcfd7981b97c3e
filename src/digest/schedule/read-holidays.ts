import type { Schedule } from "../../domain/digests/digest.ts";
import type { HolidayCalendar } from "../../domain/digests/holidays.ts";
import { AppError } from "../../domain/errors.ts";
import { allCountries, countryCodeOf, countryName } from "../../extract/countries.ts";

const KINDS = "(?:(?:all|on|the|any|public|bank|national|legal) )*";
const SKIP = `(?:(?:but|and) )?(?:skip(?:s|ping)?|except(?:ing)?(?: for)?|excluding|excl\\.?|not|without|no|minus|but|outside(?: of)?) ${KINDS}`;
/** "skip holidays", "except on public holidays"; a country may follow. */
const HOLIDAYS = new RegExp(`(?:^| )${SKIP}holidays?(?= |$)`, "i");
/** "skip German holidays", "no U.S. public holidays". */
const OF_A_PEOPLE = new RegExp(`(?:^| )${SKIP}(\\S+(?: \\S+)??) ${KINDS}holidays?(?= |$)`, "i");
const COUNTRY_WORDS = 6;
const MIN_NAME = 4;
/** A country, or a part of one as ISO 3166-2 has it: "DE-BY", "US-CA". */
const CODE = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/;

/**
 * Takes out of a schedule's words whose holidays it leaves out: "skip holidays in Japan", "except US public holidays", "no holidays (DE-BY)".
 * Returns the other words, and the place as a code of ISO 3166; null where nothing was said of holidays. Throws an AppError ("usage") where no
 * country is named.
 */
export function takeHolidays(words: string): { words: string; country: string | null } {
  const people = OF_A_PEOPLE.exec(words);
  const code = people === null ? null : placeOf(people[1] ?? "");
  if (people !== null && code !== null) return { words: without(words, people.index, people[0].length), country: code };
  const found = HOLIDAYS.exec(words);
  if (found === null) return { words, country: null };
  const behind = words.slice(found.index + found[0].length).trimStart();
  const named = /^(?:(?:in|of|for) )?(?:the )?(.*)$/i.exec(behind)?.[1] ?? "";
  const parts = named.split(" ").slice(0, COUNTRY_WORDS);
  for (let count = parts.length; count > 0; count--) {
    const typed = parts.slice(0, count).join(" ");
    const place = placeOf(typed);
    if (place === null) continue;
    const length = words.length - found.index - named.length + typed.length;
    return { words: without(words, found.index, length), country: place };
  }
  throw new AppError(
    "usage",
    "Say whose holidays: “skip holidays in Japan”, or of a part of a country “skip holidays in DE-BY”.",
  );
}

/** Throws an AppError ("usage") where a schedule leaves out holidays that cannot be looked up. */
export function refuseUnknownHolidays({ rule }: Schedule, calendar: HolidayCalendar): void {
  const country = rule?.skipsHolidaysOf;
  if (country === undefined) return;
  switch (calendar.knows(country)) {
    case "yes":
      return;
    case "no":
      throw new AppError(
        "usage",
        `I don't know the holidays of ${countryName(country) ?? country}. Name another country, or leave holidays out.`,
      );
    case "missing":
      throw new AppError(
        "usage",
        "Skipping holidays needs the optional package date-holidays, which is not installed. Run “npm install --include=optional” where Attaché is installed, or leave holidays out.",
      );
  }
}

function placeOf(typed: string): string | null {
  const plain = typed.replace(/^\(|[).]$/g, "");
  if (CODE.test(plain) && countryName(plain.slice(0, 2)) !== null) return plain;
  return countryCodeOf(plain) ?? countryCodeOf(typed) ?? foreignCode(plain);
}

/** "Deutschland" and "Allemagne", as the frames write them. */
function foreignCode(name: string): string | null {
  if (name.length < MIN_NAME) return null;
  for (const language of ["de", "fr"]) {
    const names = new Intl.DisplayNames(language, { type: "region" });
    const found = allCountries().find(({ code }) => names.of(code)?.toLowerCase() === name.toLowerCase());
    if (found !== undefined) return found.code;
  }
  return null;
}

function without(words: string, from: number, length: number): string {
  return `${words.slice(0, from)} ${words.slice(from + length)}`.replace(/ +/g, " ").trim();
}
