import { DIGEST_ACTIONS, type Intent } from "../../domain/chat/intent.ts";

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

/** The words behind "/digest": an action, topics between commas, and for "follow" a schedule. Null where there is no such action. */
export function parseDigest(words: string): Intent | null {
  const [first = "", ...others] = words.trim().split(" ");
  const rest = withoutFieldNames(others.join(" ").trim());
  if (first === "") return { kind: "digest", action: "list" };
  const action = DIGEST_ACTIONS.find((known) => known === first.toLowerCase());
  if (action === undefined) return null;
  const when = action === "follow" ? ` ${rest}`.search(SCHEDULE_START) : -1;
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
