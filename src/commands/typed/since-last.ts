import { type Reading, restOf, take } from "./reading.ts";
import { quoted, Unclear } from "./unclear.ts";

const OPENS = /^(?:--|—|–|-)?(?:since|from)[:=]?$/;
/** "since last time", "since my last briefing", and a field of Discord's form with the same words in it. */
const LAST = /^(?:since )?(?:(?:the|my|our) )?last (?:time|briefing|one)(?= |$)/;
const MOST_WORDS = 4;

/** Takes "since last time": what is new since whoever asks last had a briefing on the topic. */
export function takeSinceLast(reading: Reading): boolean {
  const { tokens } = reading;
  for (const [at, { raw, isQuoted }] of tokens.entries()) {
    const [, opening = "", inline = ""] = /^(.*?[:=])?(.*)$/.exec(raw.toLowerCase()) ?? [];
    const isOpening = !isQuoted && OPENS.test(opening === "" ? raw.toLowerCase() : opening);
    if (!isOpening) continue;
    const behind = tokens.slice(at + 1, at + 1 + MOST_WORDS).map((token) => token.raw.toLowerCase());
    const words = opening === "" || inline === "" ? behind : [inline, ...behind];
    const [said] = LAST.exec(words.join(" ").replace(/[.,;!?]/g, "")) ?? [];
    if (said === undefined) continue;
    const isField = tokens[at + 1]?.isQuoted === true;
    const count = isField ? 1 : said.split(" ").length - (words.length - behind.length);
    take(reading, at, at + 1 + count);
    return true;
  }
  return false;
}

/** Only a briefing is remembered, and it has no other beginning and no end. */
export function refuseSinceLast(reading: Reading, command: string): void {
  const about = restOf(reading);
  if (command !== "briefing")
    throw new Unclear("Only a briefing is remembered for you, so only /briefing takes “since last time”.", [
      `/briefing ${about} since last time`,
    ]);
  const { since, until } = reading.bounds;
  const other = since ?? until;
  if (other !== null) throw new Unclear(`“since last time” and ${quoted(other.typed)} do not go together: write one of them.`);
}
