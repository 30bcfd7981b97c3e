import { AS_PLACE, LOCATES } from "../../en/people/country-words.ts";
import type { CountryMention } from "../../find-countries.ts";
import { firstIndex } from "../../first-index.ts";
import { sentenceAt, type TextModel } from "../../read-text.ts";
import type { TitleContext } from "../title-phrase.ts";
import { findSeats, type SeatMention } from "./seats.ts";

export type PlaceMention = CountryMention | SeatMention;

/** Countries, capitals and seats of governments where the text names them, in order. */
export function placesIn(model: TextModel, countries: CountryMention[]): PlaceMention[] {
  const seats = findSeats(model);
  const inSeat = ({ start }: CountryMention) =>
    (seats[firstIndex(seats, (seat) => seat.end > start)]?.start ?? start + 1) <= start;
  return [...countries.filter((each) => !inSeat(each)), ...seats].sort((a, b) => a.start - b.start);
}

/** "'s " and some white space stand between a country and the title that it leads into. */
const MAX_LEAD_CHARACTERS = 6;

/** So far back a state may stand that "its" or "the country's" means. */
const MAX_MEANT_CHARACTERS = 160;

export function placeMeant(model: TextModel, places: PlaceMention[]): TitleContext["countryMeant"] {
  return (offset, noun) => {
    const sentence = sentenceAt(model, offset);
    for (let at = firstIndex(places, (each) => each.start >= offset) - 1; at >= 0 && sentence !== null; at--) {
      const place = places[at];
      if (place === undefined || offset - place.end > MAX_MEANT_CHARACTERS) return null;
      if (place.kind === "seat") continue;
      if (noun) return { code: place.code };
      const opens = opensSentence(model, place) && place.start < sentence.start;
      if (place.adjective || (!opens && /^['’]s/.test(model.text.slice(place.end, place.end + 2)))) continue;
      // "Kazakhstan has refused. It has sent aid to Ukraine, and its president": where something goes is not who acts.
      if (place.start >= sentence.start ? !AS_PLACE.test(model.text.slice(Math.max(0, place.start - 8), place.start)) : opens)
        return { code: place.code };
    }
    return null;
  };
}

function opensSentence(model: TextModel, place: PlaceMention): boolean {
  return place.start - (sentenceAt(model, place.start)?.start ?? 0) <= 4;
}

/** Looks a country up by where it is named: in the range, or right before it, possessive or not. */
export function countryFinder(model: TextModel, places: PlaceMention[]): TitleContext["countryIn"] {
  const named = places
    .map((each) => withLead(model, each))
    .filter((each) => each.kind !== "capital" || /^['’]s\s/.test(model.text.slice(each.end, each.end + 3)));
  return ({ start, end }) => {
    for (let at = firstIndex(named, (each) => each.end > start - MAX_LEAD_CHARACTERS); at < named.length; at++) {
      const each = named[at];
      if (each === undefined || each.start >= end) break;
      if (each.end > start || leadsInto(model.text.slice(each.end, start), each))
        return {
          code: each.code,
          text: model.text.slice(each.start, each.end),
          start: each.start,
          end: each.end,
          seat: each.kind === "seat",
        };
    }
    return null;
  };
}

/** "Ghana President A" names whose president it is; "in Ghana President A said" does not. */
function withLead(model: TextModel, place: PlaceMention): PlaceMention & { leads?: boolean } {
  const before = model.text.slice(Math.max(0, place.start - 8), place.start);
  return { ...place, leads: place.kind === "name" && !LOCATES.test(before) };
}

/** "Japanese minister", "Japan's minister": nothing stands between but a space and the possessive. */
function leadsInto(between: string, place: PlaceMention & { leads?: boolean }): boolean {
  if (place.kind === "seat") return /^(?:['’]s?|\.)?[^\S\n]+$/.test(between);
  if (place.adjective) return /^\s$/.test(between);
  return /^['’]s?\s+$/.test(between) || (place.leads === true && /^\s$/.test(between));
}
