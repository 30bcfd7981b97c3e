import type { MeetingKind } from "../../../domain/evidence/extraction.ts";
import { BE, HAVE, HAVING, MODALS } from "../../en/function-words.ts";
import { ATTEND_VERBS, ENCOUNTER_NOUNS, LIGHT_VERBS, UNREAL, VISIT_NOUNS, WEAK_ENCOUNTER_NOUNS } from "../../en/meeting-words.ts";
import type { Token } from "../../tokens.ts";
import { clauseEnd, isDeterminer, type Stretch } from "../clause.ts";
import { frameOf } from "../frame.ts";
import { statusOfNoun, statusOfVerb } from "../modality.ts";
import { hasAudience, hasOfficial, isPlural, partiesIn, WITH_BETWEEN } from "../parties/parties.ts";
import { remoteKind } from "../remote.ts";
import type { SentenceView, Trigger } from "../trigger.ts";
import { isProposed, isStateVisit } from "./visit-rules.ts";

/** How many words may stand between a light verb and its noun: "held a series of wide-ranging bilateral". */
const NOUN_REACH = 9;
const HOSTED_LINKS: ReadonlySet<string> = new Set(["with", "between", "among", "for"]);
const PREPOSITIONS =
  /^(?:with|between|in|on|at|for|from|to|by|about|over|after|before|during|against|until|that|when|into|under|as|not|no|told|said|says|who|which)$/;

/** "held talks with", "had lunch with", "attended the summit", "convened a meeting". */
export function lightVerbRule(view: SentenceView, at: number): Trigger | null {
  const { tokens } = view;
  const word = tokens[at]?.lower ?? "";
  if (!LIGHT_VERBS.has(word) && !ATTEND_VERBS.has(word)) return null;
  if ((tokens[at]?.capital === true && at > 0) || tokens[at - 1]?.lower === "be" || isPassive(tokens, at)) return null;
  const noun = nounAfter(tokens, at);
  if (noun === null) return null;
  const status = isProposed(tokens, noun) ? null : statusOfVerb(tokens, at);
  if (status === null) return null;
  const { subject, object, subjectParties } = frameOf(view, at);
  const links = /^(?:co-)?host/.test(word) ? HOSTED_LINKS : WITH_BETWEEN;
  const objects = partiesIn(view, { ...object, first: noun + 1, links, direct: false });
  const head = tokens[noun]?.lower ?? "";
  if (hasAudience(tokens, { first: noun + 1, last: object.last }) || isAdjective(tokens, at)) return null;
  const ofState = ENCOUNTER_NOUNS.get(head) === "summit" && subjectParties.length > 0;
  if (!ofState && !hasOfficial(objects) && !hasOfficial(subjectParties) && !hasOfficial(view.actors)) return null;
  const together = isPlural(view, subject, subjectParties);
  const weak =
    (WEAK_ENCOUNTER_NOUNS.has(head) && kindBefore(tokens, noun) === null) ||
    HAVING.has(word) ||
    /^(?:enter|entered|lead|leads|led)$/.test(word);
  if (weak && objects.length === 0 && !together) return null;
  if (objects.length === 0 && subjectParties.length === 0 && !/^(?:host|attend)/.test(word)) return null;
  if (objects.length === 0 && isExperience(tokens, at, noun)) return null;
  const kind = nounKind(tokens, { first: at + 1, last: object.last }, head);
  return {
    first: at,
    last: noun + 1,
    at: noun,
    kind,
    status,
    subject,
    object: { first: noun + 1, last: object.last },
    links,
    direct: false,
    rule: "light-verb",
  };
}

/** "has hosted peace talks before": what somebody has ever done, not what happened. */
function isExperience(tokens: Token[], verb: number, noun: number): boolean {
  if (!HAVE.has(tokens[verb - 1]?.lower ?? "")) return false;
  const next = tokens[noun + 1]?.lower ?? "";
  const behind = tokens[noun + 2];
  return (next === "before" && (behind === undefined || behind.kind === "mark")) || /^(?:often|ever|never)$/.test(next);
}

/** "an open dialogue", "a complete session": the word is a verb only where a verb can stand. */
function isAdjective(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? "";
  if (isDeterminer(before)) return true;
  return (
    /^(?:open|complete|lead|start|finish)$/.test(tokens[at]?.lower ?? "") &&
    !(MODALS.has(before) || before === "to" || before === "and")
  );
}

/** "video conference", "phone call": the word before the noun says the kind. */
function kindBefore(tokens: Token[], noun: number): MeetingKind | null {
  return remoteKind(tokens, { first: noun - 1, last: noun });
}

function isPassive(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? "";
  return BE.has(before) && /(?:ed|held|begun|led)$/.test(tokens[at]?.lower ?? "");
}

/** The noun of an encounter that a light verb carries, over its adjectives and "a series of". */
function nounAfter(tokens: Token[], verb: number): number | null {
  for (let i = verb + 1; i <= Math.min(tokens.length - 1, verb + NOUN_REACH); i++) {
    const token = tokens[i];
    if (token === undefined) return null;
    if (ENCOUNTER_NOUNS.has(token.lower) && !isModifier(tokens, i)) return i;
    if (UNREAL.has(token.lower) && !token.capital) return null;
    if (token.lower === "of" && /^(?:series|round|rounds|number|couple|string|session)$/.test(tokens[i - 1]?.lower ?? ""))
      continue;
    if (token.lower === "part" || (token.lower === "in" && /^part/.test(tokens[i - 1]?.lower ?? ""))) continue;
    if (token.lower === "in" && /^participat/.test(tokens[i - 1]?.lower ?? "")) continue;
    if (token.lower === "for" && /^join/.test(tokens[verb]?.lower ?? "")) continue;
    if (PREPOSITIONS.test(token.lower) || /^[;:“”"]$/u.test(token.text)) return null;
  }
  return null;
}

/** "meeting room", "summit declaration", "talks process": the noun only describes the next one. */
function isModifier(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  const before = tokens[at - 1]?.lower ?? "";
  if (before === "press" || before === "news") return true;
  if (next === undefined) return false;
  if (ENCOUNTER_NOUNS.has(next.lower)) return true;
  return /^(?:room|rooms|center|centre|show|party|table|process|format|venue|hall|agenda|minutes|partner|point|points|level|guests?|talks)$/.test(
    next.lower,
  );
}

function nounKind(tokens: Token[], stretch: Stretch, head: string): MeetingKind {
  const base = ENCOUNTER_NOUNS.get(head) ?? "meeting";
  const remote = remoteKind(tokens, stretch);
  return base === "call" ? (remote ?? "call") : base === "summit" && remote === null ? base : (remote ?? base);
}

/** "a meeting was held between", "talks took place", "the summit will be held in". */
export function nounHeldRule(view: SentenceView, at: number): Trigger | null {
  const { tokens } = view;
  const head = tokens[at]?.lower ?? "";
  const visit = VISIT_NOUNS.has(head);
  if (!(visit || ENCOUNTER_NOUNS.has(head)) || isModifier(tokens, at)) return null;
  const verb = holdingVerb(tokens, at);
  if (verb === null) return null;
  const status = /^(?:cancel|postpone|call|scrap)/.test(tokens[verb]?.lower ?? "") ? "cancelled" : statusOfVerb(tokens, verb);
  if (status === null) return null;
  const stretch = { first: at + 1, last: clauseEnd(tokens, verb) };
  const parties = partiesIn(view, { ...stretch, links: WITH_BETWEEN, direct: false });
  if (visit && parties.length === 0) return null;
  if (!hasOfficial(parties) && !hasOfficial(view.actors)) return null;
  const kind = visit ? "visit" : nounKind(tokens, { first: Math.max(0, at - 3), last: stretch.last }, head);
  return {
    first: at,
    last: verb + 1,
    at,
    kind,
    status,
    subject: null,
    object: stretch,
    links: WITH_BETWEEN,
    direct: false,
    rule: "noun-held",
  };
}

/** The verb by which a meeting happens: "was held", "took place", "will take place", "is being held". */
function holdingVerb(tokens: Token[], noun: number): number | null {
  for (let i = noun + 1; i <= Math.min(tokens.length - 1, noun + 18); i++) {
    const word = tokens[i]?.lower ?? "";
    const before = tokens[i - 1]?.lower ?? "";
    const passive = BE.has(before);
    if (passive && /^(?:held|convened|hosted|concluded|cancell?ed|postponed|scrapped)$/.test(word)) return i;
    if (passive && word === "called" && tokens[i + 1]?.lower === "off") return i;
    if (/^(?:takes?|took|taken|taking)$/.test(word) && tokens[i + 1]?.lower === "place") return i;
    if (
      /^[;:“”"]$/u.test(tokens[i]?.text ?? "") ||
      /^(?:said|which|that|who|when|after|because|until|as|if|before|while|since|although)$/.test(word)
    )
      return null;
  }
  return null;
}

/** "cancelled a planned visit to", "postponed talks with", "called off the summit". */
export function cancelledRule(view: SentenceView, at: number): Trigger | null {
  const { tokens } = view;
  const word = tokens[at]?.lower ?? "";
  const off = word === "called" && tokens[at + 1]?.lower === "off";
  if (!off && !/^(?:cancel|cancels|cancell?ed|postpone|postpones|postponed|scrapped|scraps)$/.test(word)) return null;
  if (BE.has(tokens[at - 1]?.lower ?? "") || statusOfVerb(tokens, at) !== "held") return null;
  const { subject, object, subjectParties } = frameOf(view, at);
  for (let i = at + 1; i < Math.min(object.last, at + 9); i++) {
    const head = tokens[i]?.lower ?? "";
    const visit = VISIT_NOUNS.has(head) && isStateVisit(tokens, i);
    if (visit ? hasOfficial(subjectParties) : ENCOUNTER_NOUNS.has(head) && !isModifier(tokens, i) && hasOfficial(view.actors)) {
      const kind = visit ? "visit" : nounKind(tokens, { first: at, last: i + 1 }, head);
      return {
        first: at,
        last: i + 1,
        at: i,
        kind,
        status: "cancelled",
        subject,
        object: { first: i + 1, last: object.last },
        links: WITH_BETWEEN,
        direct: false,
        rule: "cancelled",
      };
    }
    if (PREPOSITIONS.test(head)) return null;
  }
  return null;
}

/** "their last meeting in November 2019", "a meeting with Mulroney": a noun alone; the caller asks for a date beside it. */
export function bareNounRule(view: SentenceView, at: number): Trigger | null {
  const { tokens } = view;
  const head = tokens[at]?.lower ?? "";
  const visit = VISIT_NOUNS.has(head);
  if (!(visit || ENCOUNTER_NOUNS.has(head)) || isModifier(tokens, at)) return null;
  if (WEAK_ENCOUNTER_NOUNS.has(head) || (head === "meeting" && BE.has(tokens[at - 1]?.lower ?? ""))) return null;
  const status = statusOfNoun(tokens, at);
  if (status === null) return null;
  const object = { first: at + 1, last: clauseEnd(tokens, at) };
  const parties = partiesIn(view, { ...object, links: visit ? new Set(["by"]) : WITH_BETWEEN, direct: false });
  const theirs = /^(?:their|our)$/.test(possessor(tokens, at));
  if (!theirs && parties.length === 0) return null;
  const kind = visit ? "visit" : nounKind(tokens, { first: at - 2, last: at + 4 }, head);
  return {
    first: at,
    last: at + 1,
    at,
    kind,
    status,
    subject: null,
    object,
    links: WITH_BETWEEN,
    direct: false,
    rule: theirs ? "their-meeting" : "dated-noun",
  };
}

function possessor(tokens: Token[], noun: number): string {
  for (let i = noun - 1; i >= Math.max(0, noun - 4); i--) {
    const word = tokens[i]?.lower ?? "";
    if (isDeterminer(word)) return word;
  }
  return "";
}
