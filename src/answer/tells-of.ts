import { wordsOf } from "../evidence/words.ts";
import { AND, BETWEEN, MEETING_ASKED, MET_TOGETHER, SPOKE_APART } from "../extract/en/questions/meeting-words.ts";

/** So many words at most stand between two who met. */
const APART = 14;
/** Title and name at most. */
const NEAR_NAME = 3;
/** "Lund and President Moe of Norway met": so far behind the names. */
const BEHIND = 5;

/**
 * Whether a sentence itself tells that two of several people met: a word of meeting stands between their names, or behind both. Not so "after
 * a meeting with Lund, Solberg held talks with Moe" of Lund and Solberg.
 */
export function tellsOf(text: string, names: ReadonlySet<string>[]): boolean {
  if (names.length < 2 || SPOKE_APART.test(text)) return false;
  const words = wordsOf(text);
  const named = words.flatMap((word, at) => {
    const who = names.findIndex((each) => each.has(word));
    return who < 0 ? [] : [{ who, at }];
  });
  return named.some(({ who, at }, place) => {
    const next = named[place + 1];
    if (next === undefined || next.who === who || next.at - at > APART) return false;
    const between = words.slice(at + 1, next.at);
    // "Lund noted that the meeting between President Moe and …": that was the others'.
    if (between.slice(-NEAR_NAME).includes(BETWEEN)) return false;
    const behind = between.includes(AND) ? words.slice(next.at + 1, next.at + 1 + BEHIND) : [];
    return MEETING_ASKED.test(between.join(" ")) || MET_TOGETHER.test(behind.join(" "));
  });
}
