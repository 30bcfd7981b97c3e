import type { Token } from "../../tokens.ts";
import { clauseEnd, isDeterminer, type Stretch } from "../clause.ts";
import type { SentenceView } from "../event.ts";
import { frameOf } from "../frame.ts";
import type { Actor } from "../parties/actors.ts";
import { isPossessive } from "../parties/parties.ts";

const MODIFIER =
  /^(?:former|visiting|new|senior|top|incoming|outgoing|interim|acting|then|fellow|newly|elected|deputy|presumptive|-|\(|\)|.+[’']s)$/u;

/** Whether the verb's own object is someone: an actor with no comma, conjunction or long phrase before it. */
export function isDirectlyMet(view: SentenceView, object: Stretch): boolean {
  const actor = view.actors.find((candidate) => candidate.first >= object.first && candidate.first < object.last);
  if (actor === undefined || actor.first - object.first > 6) return false;
  for (let i = object.first; i < actor.first; i++) if (/^(?:,|and|or|but|with)$/.test(view.tokens[i]?.lower ?? "")) return false;
  return true;
}

/** The person or office right after a verb, over nothing but articles, adjectives of state and names. */
export function firstObject(view: SentenceView, object: Stretch, from: number): Actor | null {
  for (let i = from; i < object.last; i++) {
    const person = view.actors.find((actor) => actor.first === i && (actor.kind === "person" || actor.kind === "office"));
    if (person !== undefined && !isPossessive(view.tokens, person.last - 1)) return person;
    const token = view.tokens[i];
    if (token === undefined || !(token.capital || isDeterminer(token.lower) || MODIFIER.test(token.text))) return null;
  }
  return null;
}

const WHEN_OR_WHERE =
  /^(?:in|at|on|today|yesterday|here|separately|also|late|early|this|his|her|the|morning|evening|afternoon|night|office|palace|residence|headquarters|ministry)$/;

/** Where the object begins: "received in Doha on Sunday the Minister of …", as agencies of the Gulf write. */
export function behindWhenAndWhere({ tokens, actors }: SentenceView, from: number, last: number): number {
  let at = from;
  while (at < last && !actors.some((actor) => actor.first === at && (actor.kind === "person" || actor.kind === "office"))) {
    const token = tokens[at];
    const isPlace = token?.capital === true && at > from;
    if (!(isPlace || WHEN_OR_WHERE.test(token?.lower ?? ""))) return from;
    at++;
  }
  return at;
}

/** "called on the Prime Minister": a visit. "called on Turkey to respect the law" is an appeal. */
export function isCourtesyCall(view: SentenceView, at: number): boolean {
  const host = firstObject(view, frameOf(view, at).object, at + 2);
  return lowerOf(view, at + 1) === "on" && host !== null && !isAppeal(view.tokens, host.last);
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
export function isPhoneCall(view: SentenceView, at: number): boolean {
  const { tokens } = view;
  if (/^(?:on|for|off|upon|out|in|into|back|it|attention)$/.test(lowerOf(view, at + 1))) return false;
  if (lowerOf(view, at - 1) === "so" || isDeterminer(tokens[at - 1]?.lower)) return false;
  const { object } = frameOf(view, at);
  const from = afterCoordinatedVerb(tokens, at);
  const end = from > at + 1 ? clauseEnd(tokens, from - 1) : object.last;
  const callee = firstObject(view, { first: from, last: end }, from);
  return callee !== null && !isEpithet(view, callee) && !(isQuoteMark(tokens[end]) && end - callee.first < 12);
}

function lowerOf(view: SentenceView, at: number): string {
  return view.tokens[at]?.lower ?? "";
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
