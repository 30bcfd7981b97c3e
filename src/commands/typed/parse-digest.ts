import { DIGEST_ACTIONS, type Intent } from "../../domain/chat/intent.ts";

/** Where a schedule begins behind a topic: "at 08:00", "on weekdays"; a topic may hold such words as well ("talks on trade"). */
const SCHEDULE_START =
  / (?:at (?:\d|noon|midnight|sunrise|sunset|dawn|dusk|night|lunch|breakfast|dinner|eod\b|cob\b)|every |daily\b|weekdays\b|weekly\b|silent(?:ly)?$|in (?:english|german|deutsch|french|français|francais)(?= (?:at|on|every|daily|weekdays|silent)\b|$)|on (?:the )?(?:week|mon|tue|wed|thu|fri|sat|sun))/i;

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
