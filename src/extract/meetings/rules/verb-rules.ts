import { BE } from "../../en/function-words.ts";
import { CALL_FORMS, HOST_FORMS, MEET_FORMS, MET_THINGS } from "../../en/meeting-words.ts";
import type { Token } from "../../tokens.ts";
import { clauseEnd, isDeterminer, type Stretch } from "../clause.ts";
import { frameOf } from "../frame.ts";
import { statusOfVerb } from "../modality.ts";
import type { Actor } from "../parties/actors.ts";
import { hasOfficial, isPlural, isPossessive, NO_LINKS, partiesIn, WITH } from "../parties/parties.ts";
import { remoteKind } from "../remote.ts";
import type { SentenceView, Trigger } from "../trigger.ts";

const MODIFIER =
  /^(?:former|visiting|new|senior|top|incoming|outgoing|interim|acting|then|fellow|newly|elected|deputy|presumptive|-|\(|\)|.+[’']s)$/u;

/** "met", "meets with", "will meet"; reciprocal "the ministers met". Not "met the criteria" and not "was met with". */
export function metRule(view: SentenceView, at: number): Trigger | null {
  const { tokens } = view;
  const word = tokens[at]?.lower ?? "";
  if (!MEET_FORMS.has(word) || (tokens[at]?.capital === true && at > 0)) return null;
  const before = tokens[at - 1]?.lower ?? "";
  if (word === "meeting" ? !BE.has(before) : BE.has(before) || isDeterminer(before) || before === "swim" || before === "track")
    return null;
  const status = statusOfVerb(tokens, at);
  if (status === null || meetsThing(tokens, at)) return null;
  const { subject, object, subjectParties } = frameOf(view, at);
  const objects = partiesIn(view, { ...object, links: WITH, direct: isDirectlyMet(view, object) });
  const paired = objects.length > 0 && (hasOfficial(objects) || hasOfficial(subjectParties));
  const together = objects.length === 0 && isPlural(view, subject, subjectParties) && hasOfficial(subjectParties);
  if (!paired && !together) return null;
  const kind = remoteKind(tokens, object) === null ? "meeting" : "video";
  return {
    first: at,
    last: at + 1,
    at,
    kind,
    status,
    subject,
    object,
    links: WITH,
    direct: true,
    rule: paired ? "met-with" : "met-together",
  };
}

/** Whether the verb's own object is someone: an actor with no comma, conjunction or long phrase before it. */
function isDirectlyMet(view: SentenceView, object: Stretch): boolean {
  const actor = view.actors.find((candidate) => candidate.first >= object.first && candidate.first < object.last);
  if (actor === undefined || actor.first - object.first > 6) return false;
  for (let i = object.first; i < actor.first; i++) if (/^(?:,|and|or|but|with)$/.test(view.tokens[i]?.lower ?? "")) return false;
  return true;
}

function meetsThing(tokens: Token[], at: number): boolean {
  for (let i = at + 1; i < Math.min(tokens.length, at + 5); i++) {
    const token = tokens[i];
    if (token === undefined || token.capital || (token.kind !== "word" && i > at + 1)) return false;
    if (MET_THINGS.has(token.lower)) return true;
    if (token.lower === "by") return i <= at + 2;
  }
  return false;
}

/** "hosted President Lasso", "has received the ambassador", "welcomed Herzog to the White House", "was received by". */
export function hostRule(view: SentenceView, at: number): Trigger | null {
  const { tokens } = view;
  const word = tokens[at]?.lower ?? "";
  if (!HOST_FORMS.has(word)) return null;
  const status = statusOfVerb(tokens, at);
  if (status === null) return null;
  const { subject, object, subjectParties } = frameOf(view, at);
  const passive = BE.has(tokens[at - 1]?.lower ?? "") && tokens[at + 1]?.lower === "by";
  const guest = firstObject(view, object, passive ? at + 2 : at + 1);
  if (guest === null || !guest.official || subjectParties.length === 0) return null;
  if (guest.kind === "office" && !hasOfficial(subjectParties)) return null;
  return {
    first: at,
    last: at + 1,
    at,
    kind: "meeting",
    status,
    subject,
    object,
    links: passive ? new Set(["by"]) : NO_LINKS,
    direct: !passive,
    rule: "hosted",
  };
}

/** The person or office right after a verb, over nothing but articles, adjectives of state and names. */
function firstObject(view: SentenceView, object: Stretch, from: number): Actor | null {
  for (let i = from; i < object.last; i++) {
    const person = view.actors.find((actor) => actor.first === i && (actor.kind === "person" || actor.kind === "office"));
    if (person !== undefined && !isPossessive(view.tokens, person.last - 1)) return person;
    const token = view.tokens[i];
    if (token === undefined || !(token.capital || isDeterminer(token.lower) || MODIFIER.test(token.text))) return null;
  }
  return null;
}

/** "called on the Prime Minister": a visit. "called on Turkey to respect the law" is an appeal. */
export function calledOnRule(view: SentenceView, at: number): Trigger | null {
  const { tokens } = view;
  if (!/^(?:call|calls|called|calling)$/.test(tokens[at]?.lower ?? "") || tokens[at + 1]?.lower !== "on") return null;
  const status = statusOfVerb(tokens, at);
  const { subject, object } = frameOf(view, at);
  const host = firstObject(view, object, at + 2);
  if (status === null || host === null || isAppeal(tokens, host.last)) return null;
  return {
    first: at,
    last: at + 2,
    at,
    kind: "visit",
    status,
    subject,
    object,
    links: new Set(["on", "with"]),
    direct: true,
    rule: "called-on",
  };
}

const COURTESIES =
  /^(?:discuss|talk|exchange|express|convey|congratulate|pay|brief|review|extend|offer|thank|mark|greet|consult|present|felicitate|wish)$/;

function isAppeal(tokens: Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 16); i++) {
    const token = tokens[i];
    if (token === undefined || token.text === ";" || token.text === "”") return false;
    const next = tokens[i + 1];
    if (token.lower === "to" && next?.kind === "word" && !next.capital && !isDeterminer(next.lower))
      return !COURTESIES.test(next.lower);
    if (token.lower === "for" && i === from) return true;
  }
  return false;
}

/** "called President Lasso on Friday", "phoned his counterpart". Not "called X a liar", "called for", "called off". */
export function phonedRule(view: SentenceView, at: number): Trigger | null {
  const { tokens } = view;
  const word = tokens[at]?.lower ?? "";
  if (!CALL_FORMS.has(word) || /^(?:on|for|off|upon|out|in|into|back|it|attention)$/.test(tokens[at + 1]?.lower ?? ""))
    return null;
  if (tokens[at - 1]?.lower === "so" || isDeterminer(tokens[at - 1]?.lower)) return null;
  const status = statusOfVerb(tokens, at);
  const { subject, object, subjectParties } = frameOf(view, at);
  const from = afterCoordinatedVerb(tokens, at);
  const end = from > at + 1 ? clauseEnd(tokens, from - 1) : object.last;
  const callee = firstObject(view, { first: from, last: end }, from);
  if (status === null || callee === null || !hasOfficial(subjectParties)) return null;
  if (isEpithet(view, callee) || (isQuoteMark(tokens[end]) && end - callee.first < 12)) return null;
  return {
    first: at,
    last: at + 1,
    at,
    kind: "call",
    status,
    subject,
    object: { first: from, last: end },
    links: NO_LINKS,
    direct: true,
    rule: "phoned",
  };
}

/** "called and congratulated X": the object stands after the second verb. */
function afterCoordinatedVerb(tokens: Token[], at: number): number {
  return tokens[at + 1]?.lower === "and" && /ed$/.test(tokens[at + 2]?.lower ?? "") ? at + 3 : at + 1;
}

/** "called the president a liar": what follows the name is another name for it, not time, place or purpose. */
function isEpithet(view: SentenceView, callee: Actor): boolean {
  let at = callee.last;
  while (isAttached(view.tokens, at)) at++;
  const next = view.tokens[at];
  if (next === undefined || next.kind === "mark") return next?.text === "“" || next?.text === '"' || next?.text === "‘";
  return !/^(?:to|on|today|yesterday|late|early|earlier|last|this|by|in|and|after|before|about|from|over|again|immediately|for|during|discussing|directly|separately|when|as|at|tonight|with)$/.test(
    next.lower,
  );
}

function isQuoteMark(token: Token | undefined): boolean {
  return token !== undefined && /^["“”«]$/u.test(token.text);
}

/** The rest of a name and its place: "of Brazil", "to the United States". */
function isAttached(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.capital) return true;
  const next = tokens[at + 1];
  if (token.lower === "the") return next?.capital === true;
  return (
    (token.lower === "of" || token.lower === "to") &&
    (next?.capital === true || (next?.lower === "the" && tokens[at + 2]?.capital === true))
  );
}
