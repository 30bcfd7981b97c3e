import type { MeetingStatus } from "../../domain/evidence/extraction.ts";
import { BE, BE_SHORT, MODALS } from "../en/function-words.ts";
import { CANCELS, NEGATIONS, SETTLED, UNREAL } from "../en/meeting-words.ts";
import type { Token } from "../tokens.ts";
import { together } from "../words.ts";
import { clauseStart } from "./clause.ts";

/** How many words before a verb can govern it: "has repeatedly refused to even meet". */
const GOVERNING_REACH = 7;
const FUTURE_ADJECTIVES = new Set("planned scheduled upcoming forthcoming next future".split(" "));
const WISHED_ADJECTIVES = new Set("proposed possible potential any no".split(" "));
const BE_ANY = together(BE, BE_SHORT);
const MOTION = new Set(
  "arrived arrives arrive travels travelled traveled travel flew flies fly came comes went goes visited visits in to headed heads landed returns returned".split(
    " ",
  ),
);

/** What the words before a verb make of it: a status, or null where nothing has happened and nothing is settled. */
export function statusOfVerb(tokens: Token[], verb: number): MeetingStatus | null {
  // "is to be hosted": what governs the passive stands before its "be".
  if (tokens[verb - 1]?.lower === "be") return statusOfVerb(tokens, verb - 1);
  const clause = clauseStart(tokens, verb);
  if (/^(?:if|whether|unless)$/.test(tokens[clause - 1]?.lower ?? "")) return null;
  const start = Math.max(clause, verb - GOVERNING_REACH);
  const infinitive = isInfinitive(tokens, verb);
  let status: MeetingStatus | null = infinitive ? null : "held";
  for (let i = verb - 1; i >= start; i--) {
    const word = uncapitalised(tokens, i);
    if (NEGATIONS.has(word) || /n[’']t$/u.test(word)) return null;
    if (CANCELS.has(word)) return "cancelled";
    if (!isGoverning(tokens, { at: i, verb, infinitive })) continue;
    if (UNREAL.has(word)) return null;
    if (SETTLED.has(word) || word === "would" || /[’']ll$/u.test(word))
      return earlierRefusal(tokens, i, start) ? null : "planned";
    if (infinitive && status === null && BE_ANY.has(word) && i === verb - 2) status = "planned";
  }
  if (infinitive && status === null && isGlad(tokens, verb)) return "held";
  if (infinitive && status === null && cameFor(tokens, verb, start)) return "planned";
  return status;
}

/** A word inside a sentence as grammar sees it: a capital makes it a name ("Theresa May"). */
function uncapitalised(tokens: Token[], at: number): string {
  const token = tokens[at];
  return token === undefined || (token.capital && at > 0) ? "" : token.lower;
}

/** "Pleased to call on", "Great to meet": what posts say of a meeting that was. */
function isGlad(tokens: Token[], verb: number): boolean {
  if (/^(?:would|will)$/.test(tokens[verb - 4]?.lower ?? "")) return false;
  return /^(?:pleased|glad|delighted|honou?red|happy|great|good|wonderful|privileged|pleasure|honou?r|nice)$/.test(
    tokens[verb - 2]?.lower ?? "",
  );
}

function isInfinitive(tokens: Token[], verb: number): boolean {
  const before = tokens[verb - 1]?.lower ?? "";
  return before === "to" || (tokens[verb - 2]?.lower === "to" && /ly$/.test(before));
}

/** An auxiliary governs a near verb; a full verb governs one only over "to" or as its gerund. */
function isGoverning(tokens: Token[], { at, verb, infinitive }: { at: number; verb: number; infinitive: boolean }): boolean {
  const word = tokens[at]?.lower ?? "";
  if (MODALS.has(word)) return !infinitive && verb - at <= 4;
  return infinitive || (/ing$/.test(tokens[verb]?.lower ?? "") && verb - at <= 3);
}

function earlierRefusal(tokens: Token[], at: number, start: number): boolean {
  for (let i = at - 1; i >= start; i--) {
    const word = uncapitalised(tokens, i);
    if (UNREAL.has(word) || NEGATIONS.has(word) || /n[’']t$/u.test(word)) return true;
  }
  for (let i = at + 1; i <= at + 2; i++) if (NEGATIONS.has(tokens[i]?.lower ?? "")) return true;
  return false;
}

/** "arrived in Tokyo to meet", "is in Moscow to hold talks": who came for a meeting has it before them. */
function cameFor(tokens: Token[], verb: number, start: number): boolean {
  for (let i = verb - 2; i >= start; i--) if (MOTION.has(tokens[i]?.lower ?? "")) return true;
  return false;
}

/** What the words before a noun ("talks", "visit") make of it: its own adjectives and the verb that governs it. */
export function statusOfNoun(tokens: Token[], noun: number): MeetingStatus | null {
  const start = Math.max(clauseStart(tokens, noun), noun - GOVERNING_REACH);
  let status: MeetingStatus = "held";
  for (let i = noun - 1; i >= start; i--) {
    const word = uncapitalised(tokens, i);
    if (CANCELS.has(word)) return "cancelled";
    if (NEGATIONS.has(word) || WISHED_ADJECTIVES.has(word) || UNREAL.has(word)) return null;
    if (
      word === "for" &&
      /^(?:call|calls|called|calling|hope|hopes|push|pushed|demand|demands|press|pressed|request)$/.test(
        tokens[i - 1]?.lower ?? "",
      )
    )
      return null;
    if (FUTURE_ADJECTIVES.has(word) || word === "will" || word === "ahead" || word === "eve") status = "planned";
  }
  return status;
}
