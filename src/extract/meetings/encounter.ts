import { SPORT_WORDS, WEAK_NOUNS } from "../en/event-words.ts";
import { MET_THINGS, SPOUSES } from "../en/meeting-words.ts";
import { clauseEnd } from "./clause.ts";
import type { EventWord, Scene } from "./event.ts";
import { lowerAt } from "./event.ts";
import { gatheredBody } from "./event-body.ts";
import { summitNameOf } from "./find-events.ts";
import type { Party } from "./parties/party.ts";
import type { Sides } from "./parties/verb-sides.ts";
import { remoteKind } from "./remote.ts";
import type { Report } from "./reports.ts";
import { isCourtesyCall, isPhoneCall } from "./rules/calls.ts";
import { kidsOf } from "./tree.ts";

/** An event's sides, and the parties that they name. */
export interface Seated {
  sides: Sides;
  left: Party[];
  right: Party[];
}

/** Whether an event is one between office-holders, states or bodies at all. */
export function isEncounter(scene: Scene, event: EventWord, { sides, left, right }: Seated): boolean {
  const all = [...left, ...right];
  const official = all.some((party) => party.official) || sides.left.concat(sides.right).some((side) => side.actor.official);
  if (!official && sides.plural.length === 0 && summitNameOf(scene, event) === null)
    return event.form === "noun" && (event.kind === "summit" || (all.length === 0 && tellsWhen(scene, event)));
  if (isSport(scene, all)) return false;
  if (isPrivateJourney(event, left)) return false;
  if (event.form === "noun")
    return (
      !WEAK_NOUNS.has(lowerAt(scene, event.at)) ||
      sides.right.length > 0 ||
      left.length >= 2 ||
      event.kind === "call" ||
      event.kind === "video" ||
      sides.plural.length > 0 ||
      scene.tokens[event.at]?.capital === true
    );
  switch (event.verb) {
    case "meet":
      return (
        !meetsThing(scene, event.at) &&
        (gatheredBody(scene, event, sides) !== null ||
          sides.right.length > 0 ||
          households(scene, left) >= 2 ||
          sides.plural.length > 0)
      );
    case "host":
      return right.some((party) => party.kind === "person") || sides.right.some((side) => side.actor.kind === "office");
    case "talk":
      return (
        (right.length > 0 && right.some((party) => party.official)) ||
        (right.length === 0 &&
          (left.length >= 2 || sides.plural.length > 0) &&
          (remoteAfter(scene, event) !== null || speaksTogether(scene, event)))
      );
    case "phone":
      return lowerAt(scene, event.at + 1) === "on"
        ? isCourtesyCall(scene, event.at)
        : isPhoneCall(scene, event.at) && sides.right.length > 0;
    case "visit":
    case "move":
      return left.some((party) => party.kind === "person") && right.some((party) => party.kind !== "organisation");
    case "discuss":
      return right.some((party) => party.official && party.kind !== "organisation") && sides.left.length > 0;
    case "gather":
      return left.length >= 2 || sides.left.some((side) => side.actor.kind === "office");
    case "sign":
      return [...left, ...right].filter((party) => party.kind === "person" || isSolemn(scene, event.at)).length >= 2;
    default:
      return false;
  }
}

/** Somebody of no office and no state who travels: the country that he goes to is no host. */
function isPrivateJourney({ kind }: EventWord, visitors: readonly Party[]): boolean {
  const people = visitors.filter((party) => party.kind === "person");
  return kind === "visit" && people.length > 0 && !people.some((person) => person.official || person.country !== null);
}

/** "The meeting was held on Thursday": says more of an event that the text has told; whose it is, is read there. */
function tellsWhen({ tree, tokens }: Scene, { at }: EventWord): boolean {
  const verb = tokens[tree.heads[at] ?? -1]?.lower ?? "";
  const isDefinite = kidsOf(tree, at, /^det$/).some((kid) => /^(?:the|that|this)$/.test(tokens[kid]?.lower ?? ""));
  return isDefinite && /^nsubj/.test(tree.rels[at] ?? "") && /^(?:held|took|hosted|began|opened|convened)$/.test(verb);
}

/** "a joint declaration": of states; other agreements are signed by people. */
function isSolemn(scene: Scene, at: number): boolean {
  return scene.tokens.slice(at, at + 12).some((token) => /^(?:joint|declaration|communiqu[eé]|charter)$/.test(token.lower));
}

/** "the second Test": of cricket. */
const ORDINAL = /^(?:first|second|third|fourth|fifth|final|opening|only)$/;

function isSport(scene: Scene, parties: readonly Party[]): boolean {
  if (parties.some((party) => party.kind === "person")) return false;
  return scene.tokens.some(
    (token, at) =>
      SPORT_WORDS.has(token.lower) ||
      (token.text === "Test" && ORDINAL.test(scene.tokens[at - 1]?.lower ?? "")) ||
      (token.lower === "friendly" && !/^(?:NN|JJ|VBG)/.test(scene.tree.tags[at + 1] ?? "")),
  );
}

/** How many sides people are: "the president and first lady Mira Lund", "and his wife, Mira Lund" are one. */
function households(scene: Scene, parties: readonly Party[]): number {
  return parties.filter((party, at) => at === 0 || !isSpouse(scene, party)).length;
}

function isSpouse(scene: Scene, { first, last }: Party): boolean {
  return scene.tokens.slice(Math.max(0, first - 2), last).some(({ lower }) => SPOUSES.has(lower));
}

/** "met the criteria", "met with resistance". */
function meetsThing({ tokens }: Scene, at: number): boolean {
  for (let i = at + 1; i < Math.min(tokens.length, at + 5); i++) {
    const token = tokens[i];
    if (token === undefined || (token.capital && i > at + 1) || (token.kind !== "word" && i > at + 1)) return false;
    if (MET_THINGS.has(token.lower)) return true;
  }
  return false;
}

export function remoteAfter(scene: Scene, event: EventWord): Report["kind"] | null {
  return remoteKind(scene.tokens, { first: event.at, last: clauseEnd(scene.tokens, event.at) });
}

/** "the leaders spoke on Monday about": not "spoke of" and not "spoke out". */
function speaksTogether(scene: Scene, event: EventWord): boolean {
  const next = lowerAt(scene, event.at + 1);
  return (
    /^(?:today|yesterday|briefly|for|on|last|earlier|by|this|over|privately|separately|in)$/.test(next) &&
    !/^(?:sit|sat|sits|sitting)$/.test(lowerAt(scene, event.at))
  );
}

export function encounterKind(scene: Scene, event: EventWord): Report["kind"] {
  if (event.kind === "summit" || event.kind === "visit" || event.verb === "move" || event.verb === "gather") return event.kind;
  const remote =
    event.verb === "host"
      ? null
      : event.form === "verb"
        ? remoteAfter(scene, event)
        : remoteKind(scene.tokens, { first: Math.max(0, event.at - 3), last: Math.min(scene.tokens.length, event.at + 4) });
  if (remote !== null) return event.verb === "meet" ? "video" : remote;
  if (
    event.verb === "talk" &&
    /^(?:spoke|speak|speaks|spoken|speaking|talked|talks|talk|talking)$/.test(lowerAt(scene, event.at))
  )
    return isInPerson(scene, event) ? "meeting" : "call";
  if (event.verb === "phone" && lowerAt(scene, event.at + 1) === "on") return "visit";
  return event.kind;
}

/** At a gathering or face to face: then people who spoke have met. */
function isInPerson(scene: Scene, event: EventWord): boolean {
  const last = clauseEnd(scene.tokens, event.at);
  for (let i = event.at; i < last; i++) {
    const word = lowerAt(scene, i);
    if (/^(?:margins|sidelines|margin|sideline|person|face-to-face)$/.test(word)) return true;
    if (word === "at" && /^(?:the|a|his|her)$/.test(lowerAt(scene, i + 1)) && scene.tokens[i + 2]?.capital === true) return true;
  }
  return false;
}
