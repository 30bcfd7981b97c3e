import { AppError } from "../../domain/errors.ts";

const A_DAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?";

/** What people ask for and cannot have, with what to type instead. */
const REFUSED: [RegExp, string][] = [
  [
    /^(?:hourly|(?:every|each) (?:1 )?hour)(?! (?:from|between) )(?= |$)/i,
    "A channel gets at most 12 digests a day. Take “every 2 hours”, or “every hour from 8 to 18”.",
  ],
  [
    /^every (?:\d{1,4} ?)?(?:half hour|quarter of an hour|minutes?|mins?)(?= |$)/i,
    "Digests are an hour apart at least. Take “every 2 hours” or name the times, such as “at 8 and 18:00”.",
  ],
  [
    /^every (?:other|second|2nd|third|3rd|two|three|four|\d{1,3}) (?:week|work|working |business )?days?(?= |$)/i,
    "A digest goes by weekdays, weeks or days of a month. Name the days, such as “Monday, Wednesday and Friday”.",
  ],
  [
    new RegExp(`^every (?:third|3rd|fourth|4th) ${A_DAY}(?! (?:of|in) )(?= |$)`, "i"),
    "That can mean two things. Say “third Monday of the month” or “every 3 weeks on Monday”.",
  ],
  [/^every (?:five|six|eight|[5-9]|\d{2,3}) weeks?(?= |$)/i, "A digest comes at least every 4 weeks, or each month."],
  [
    /^(?:two|three|four|\d|twice|two times|three times) ?(?:times )?(?:a|per|each|every) week(?= |$)/i,
    "Name the days, such as “Monday and Thursday”.",
  ],
  [
    /^(?:the )?(?:(?:second|2nd|third|3rd|next)[- ](?:to[- ]|from[- ])?last|penultimate)(?= |$)/i,
    "Of a month's last days I know “last”. Say “last Friday of the month”, or count from its beginning.",
  ],
  [/^bi-?weekly(?= |$)/i, "That can mean two things. Say “every other Monday” or “Monday and Thursday”."],
  [
    /^(?:(?:in|of|on) )?(?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|new year)(?= |$)/i,
    "A digest comes at least once a month. Take “monthly” or “on the 1st”.",
  ],
  [/^(?:starting|beginning|as of|until|till)(?= |$)/i, "A digest begins with its next date and comes until “/digest stop”."],
  [
    /^(?:bi-?monthly|quarterly|yearly|annually|(?:every|each|once a) (?:year|quarter)|every (?:other|second|two|three|six|\d{1,2}) months?)(?= |$)/i,
    "A digest comes at least once a month. Take “monthly” or “on the 1st”.",
  ],
  [
    /^(?:once|today|tomorrow|tonight|next|in \d{1,4} (?:minutes?|hours?|days?|weeks?))(?= |$)/i,
    "A digest has a schedule that repeats. For one right away, use /digest now.",
  ],
  [
    new RegExp(`^(?:the )?(?:fifth|5th) ${A_DAY}(?= |$)`, "i"),
    "Not every month has a fifth one. Say “last”, such as “last Monday of the month”.",
  ],
  [
    /^(?:the )?(?:32|33|34|35|36|37|38|39|[4-9]\d|0?0)(?:st|nd|rd|th)(?= |$)/i,
    "No month has that day. Days go from “the 1st” to “the 31st”; a shorter month takes its last.",
  ],
  [
    /^(?:on )(?:the )?\d{1,2}(?= (?!am|pm|a\.m|p\.m|o'clock)|$)/i,
    "Write a day of the month as “on the 15th”, and a time as “at 15:00”.",
  ],
];

/** Throws an AppError ("usage") that names what cannot be, where the words begin with such. */
export function refuseWhatCannotBe(words: string): void {
  for (const [pattern, why] of REFUSED) {
    const found = pattern.exec(words);
    if (found !== null) throw new AppError("usage", `I can't post a digest “${found[0]}”. ${why}`);
  }
}
