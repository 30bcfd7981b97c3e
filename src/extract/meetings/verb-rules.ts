import { CALL_FORMS, HOST_FORMS, MEET_FORMS, MET_THINGS } from "../lexicon/meeting-words.ts";
import type { Token } from "../read-text.ts";
import type { Actor } from "./actors.ts";
import { clauseEnd, isDeterminer, type Stretch } from "./clause.ts";
import { frameOf } from "./frame.ts";
import { statusOfVerb } from "./modality.ts";
import { hasOfficial, isPlural, NO_LINKS, partiesIn, WITH } from "./parties.ts";
import { remoteKind } from "./remote.ts";
import type { SentenceView, Trigger } from "./trigger.ts";

const BE = new Set("is are was were be been being".split(" "));

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
  const objects = partiesIn(view, { ...object, links: WITH, direct: true });
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

function meetsThing(tokens: Token[], at: number): boolean {
  for (let i = at + 1; i < Math.min(tokens.length, at + 5); i++) {
    const token = tokens[i];
    if (token === undefined || token.capital || (token.kind !== "word" && i > at + 1)) return false;
    if (MET_THINGS.has(token.lower)) return true;
    if (token.lower === "by") return i === at + 1;
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
  if (guest === null || !guest.official || guest.kind === "country" || !hasOfficial(subjectParties)) return null;
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

/** The actor right after a verb, over nothing but articles, adjectives of state and names. */
function firstObject(view: SentenceView, object: Stretch, from: number): Actor | null {
  const [party] = partiesIn(view, { ...object, first: from, links: NO_LINKS, direct: true });
  if (party === undefined) return null;
  for (let i = from; i < party.first; i++) {
    const token = view.tokens[i];
    if (token === undefined) return null;
    const modifier =
      token.capital ||
      isDeterminer(token.lower) ||
      /^(?:former|visiting|new|senior|top|incoming|outgoing|interim|acting|then|fellow|newly|elected|-)$/.test(token.lower);
    if (!modifier) return null;
  }
  return party;
}

/** "called on the Prime Minister": a visit. "called on Turkey to respect the law" is an appeal. */
export function calledOnRule(view: SentenceView, at: number): Trigger | null {
  const { tokens } = view;
  if (!/^(?:call|calls|called|calling)$/.test(tokens[at]?.lower ?? "") || tokens[at + 1]?.lower !== "on") return null;
  const status = statusOfVerb(tokens, at);
  const { subject, object } = frameOf(view, at);
  const host = firstObject(view, object, at + 2);
  if (status === null || host === null || !(host.kind === "person" || host.kind === "office") || isAppeal(tokens, host.last))
    return null;
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
  if (!(callee.kind === "person" || (callee.kind === "office" && callee.official))) return null;
  if (isEpithet(view, callee)) return null;
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
