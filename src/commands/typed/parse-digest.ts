import { NotUnderstood, readSchedule } from "../../digest/read-schedule.ts";
import { plainSchedule } from "../../digest/schedule/plain-schedule.ts";
import { DIGEST_ACTIONS, type Intent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";

const A_DAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?";
const ORDINAL = "(?:first|second|third|fourth|fifth|last|\\d{1,2}(?:st|nd|rd|th))";

/** Where a schedule begins behind a topic: "at 08:00", "on weekdays", "first Monday"; a topic may hold such words as well ("talks on trade"). */
const SCHEDULE_START = new RegExp(
  [
    " (?:at (?:\\d|noon|midnight|sunrise|sunset|dawn|dusk|night|lunch|breakfast|dinner|eod\\b|cob\\b)",
    "every |daily\\b|weekdays\\b|weekly\\b|silent(?:ly)?$|monthly\\b|hourly\\b|fortnightly\\b|bi-?weekly\\b|quarterly$",
    "(?:once|twice|two times|three times) (?:a day|per day|daily)\\b",
    "in (?:english|german|deutsch|french|français|francais)(?= (?:at|on|every|daily|weekdays|silent)\\b|$)",
    `on (?:the )?(?:week|mon|tue|wed|thu|fri|sat|sun)|on (?:the )?${ORDINAL}(?= (?:and|at|of)\\b|$)`,
    `(?:on )?(?:the )?${ORDINAL} (?:and (?:the )?${ORDINAL} )?(?:${A_DAY}|weekday|workday|working day|day)(?= (?:and|at|of)\\b|$)`,
    `${A_DAY}(?= (?:at|and) ))`,
  ].join("|"),
  "i",
);

/** What a schedule may begin with; whether it is one to its end, its reading tells. A lone day may be part of a name ("Black Friday"). */
const MAY_BEGIN = new RegExp(
  [
    "^(?:(?:at|from|between) \\d|(?:(?:at|on|from|the) ){0,2}(?:noon|midnight|every|each|once|twice|daily|weekly|monthly|fortnightly|silent(?:ly)?",
    "weekdays?|weekends?|workdays?|working days?|business days?",
    "(?:skip|skipping|except|excluding|without|not|no|but|minus) (?:.{0,40} )?holidays?",
    `${ORDINAL}[ -]|\\d{1,2}(?:[:.h]\\d{2}| ?[ap]\\.?m)|${A_DAY}(?:s|[-–]| )|two |three |twice |three times |penultimate )\\b)`,
  ].join("|"),
  "i",
);

/** Where the first words begin that are a schedule to their end; -1 where none are. */
function scheduleStart(words: string): number {
  for (const { index } of words.matchAll(/ /g)) {
    const behind = words.slice(index + 1);
    if (MAY_BEGIN.test(plainSchedule(behind)) && isSchedule(behind)) return index;
  }
  return words.search(SCHEDULE_START);
}

/** Also one that cannot be, so that its own words are refused. */
function isSchedule(words: string): boolean {
  try {
    readSchedule(words, null);
    return true;
  } catch (error) {
    if (error instanceof AppError) return !(error instanceof NotUnderstood);
    throw error;
  }
}

/** The words behind "/digest": an action, topics between commas, and for "follow" a schedule. Null where there is no such action. */
export function parseDigest(words: string): Intent | null {
  const [first = "", ...others] = words.trim().split(" ");
  const rest = withoutFieldNames(others.join(" ").trim());
  if (first === "") return { kind: "digest", action: "list" };
  const action = DIGEST_ACTIONS.find((known) => known === first.toLowerCase());
  if (action === undefined) return null;
  const when = action === "follow" ? scheduleStart(` ${rest}`) : -1;
  if (when < 0) return { kind: "digest", action, topic: given(rest) };
  return { kind: "digest", action, topic: given(` ${rest}`.slice(0, when)), schedule: given(` ${rest}`.slice(when)) };
}

/** Discord's names of the fields, which some type elsewhere: topic:"india-japan at 08:00" time:9am. */
function withoutFieldNames(words: string): string {
  return words
    .replace(/(?:^|\s)topics?:\s?(?:["“]([^"”]{1,400})["”])?/i, (_, quoted: string | undefined) => ` ${quoted ?? ""}`)
    .replace(/\stime:\s?/i, " at ")
    .replace(/\sdays?:\s?/i, " on ")
    .replace(/\s(?:time ?zone|zone|tz):\s?/i, " ")
    .trim();
}

function given(words: string): string | undefined {
  return words.trim() === "" ? undefined : words.trim();
}
