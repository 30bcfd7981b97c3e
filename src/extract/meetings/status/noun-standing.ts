import { ENDS, VERBAL_PREPOSITION } from "../../en/dates/when-words.ts";
import {
  ATTEND_VERBS,
  CANCEL_VERBS,
  DENY_VERBS,
  FALSE_WORDS,
  HABITUAL_ADJECTIVES,
  HAPPEN_VERBS,
  HOLD_VERBS,
  PLAN_NOUNS,
  PLAN_VERBS,
  PLANNED_ADJECTIVES,
  UNREAL_ADJECTIVES,
  UNREAL_NOUNS,
  UNREAL_VERBS,
} from "../../en/event-words.ts";
import { formsOf } from "../../en/inflect.ts";
import {
  ASKS_FOR,
  COLLAPSES,
  FOLLOWS_UP,
  LEADS_TO,
  MODAL,
  OPEN_TO,
  PUTS_OFF,
  PUTS_PAID,
  RESOLVED_TO,
  THANKS,
  WISHED_FOR,
  WITHDRAWS,
  WOULD_NOT,
} from "../../en/meetings/status-words.ts";
import { words } from "../../words.ts";
import type { Scene } from "../event.ts";
import { lowerAt } from "../event.ts";
import { topOf } from "../parties/noun-sides.ts";
import { caseOf, isVerb, kidsOf } from "../tree.ts";
import { isAheadOf, leadOf, predicateStanding } from "./predicate.ts";
import { deny, type Told, type Verdict } from "./told.ts";
import { timeOf, verbStanding } from "./verb-standing.ts";

export function nounStanding(told: Told, noun: number): Verdict {
  const { scene } = told;
  const { tree } = scene;
  const own = ownAdjectives(told, noun);
  if (own === "none") return "none";
  if (FOLLOWS_UP.test(leadOf(scene, noun))) return deny(told.why, "follow up on");
  const said = predicateStanding(told, noun);
  if (said !== null) return said;
  const left = leftStanding(told, noun);
  if (left !== null) return left;
  const copula = kidsOf(scene.tree, noun, /^cop$/).map((kid) => lowerAt(scene, kid));
  if (copula.length > 0) return nominal(told, noun, { copula, own });
  const top = topOf(scene, noun);
  if (isUnderWay(scene, noun, top)) return own;
  const head = tree.heads[top] ?? -1;
  if (head < 0) return own ?? heldBefore(scene, noun) ?? comingUp(told, noun);
  const cased = isAheadOf(scene, noun) ? "ahead" : caseOf(tree, top, (i) => lowerAt(scene, i));
  const over = overNoun(told, { head, rel: tree.rels[top] ?? "", own, cased });
  return over ?? own ?? heldBefore(scene, noun) ?? comingUp(told, noun);
}

/** "spoke ahead of her meeting": not held by what is said; another sentence may say so. */
function comingUp({ scene, why }: Told, noun: number): Verdict {
  if (isAheadOf(scene, noun)) why.push("ahead");
  return null;
}

/** "Lask, on her first visit to Oslo, will meet …": the visit goes on whatever the verb says, unless it has a day of its own. */
function isUnderWay(scene: Scene, noun: number, top: number): boolean {
  const preposition = kidsOf(scene.tree, top, /^case$/)[0] ?? -1;
  return (
    /^(?:visits?|trips?|tour|stopover)$/.test(lowerAt(scene, noun)) &&
    /^(?:on|during)$/.test(lowerAt(scene, preposition)) &&
    preposition > 1 &&
    lowerAt(scene, preposition - 1) === ","
  );
}

/** "a planned summit", "a possible visit", "no talks". */
function ownAdjectives({ scene, why }: Told, noun: number): Verdict {
  const adjectives = kidsOf(scene.tree, noun, /^(?:amod|det|compound|advmod|neg|nmod)$/)
    .filter((kid) => kid < noun)
    .map((kid) => lowerAt(scene, kid));
  const unreal = adjectives.find((word) => UNREAL_ADJECTIVES.has(word) && word !== "such");
  if (unreal !== undefined) return deny(why, unreal);
  const habit = adjectives.find((word) => HABITUAL_ADJECTIVES.has(word));
  if (habit !== undefined && isHabit(scene, noun)) return deny(why, habit);
  const planned = adjectives.find((word) => PLANNED_ADJECTIVES.has(word));
  if (planned === undefined) return null;
  why.push(planned);
  return "planned";
}

/** "holds such meetings with a handful of partners", "hold annual summits": what is done time and again has no day. */
function isHabit(scene: Scene, noun: number): boolean {
  const { heads, tags } = scene.tree;
  if (tags[noun] !== "NNS") return false;
  return /^(?:VBZ|VBP)$/.test(tags[heads[noun] ?? -1] ?? "") || /^(?:holds?|has|have|hosts?)$/.test(lowerAt(scene, noun - 2));
}

/** "has not decided whether he will go to Geneva for talks". */
const GOES = /^(?:go|goes|going|come|comes|travel|fly|return|head|arrive|land)$/;
const LEAVING = words(...formsOf("leave head depart board fly prepare travel set"));

interface OverNoun {
  head: number;
  rel: string;
  own: Verdict;
  /** The preposition of the event itself, also where its noun stands deeper. */
  cased: string;
}

/** Prepositions by which an event is where or when something else is done. */
const SETTING = /^(?:in|at|during|after|following)$/;
const MAX_CLIMB = 8;

function overNoun(told: Told, { head, rel, own, cased }: OverNoun, depth = 0): Verdict {
  const { scene, why } = told;
  const { tree } = scene;
  const word = lowerAt(scene, head);
  if (depth > MAX_CLIMB) return own;
  if (VERBAL_PREPOSITION.test(word) && rel === "obj") {
    const up = tree.heads[head] ?? -1;
    return up < 0 ? own : overNoun(told, { head: up, rel: "obl", own, cased: word }, depth + 1);
  }
  if (isVerb(tree, head) || kidsOf(tree, head, /^cop$/).length > 0) {
    if (cased === "ahead" || (depth > 0 && SETTING.test(cased))) return besides(told, head, { cased, own });
    if (rel === "obj" || rel === "xcomp" || (rel === "nsubj" && isPassive(scene, head))) return carried(told, head, { own, rel });
    if (rel === "nsubj") return happened(told, head, own);
    return besides(told, head, { cased, own });
  }
  if (/^(?:nmod|obl|conj|appos|compound|dep|acl)$/.test(rel)) {
    if (rel === "nmod" && UNREAL_NOUNS.has(word) && /^(?:of|for|to|about)$/.test(cased)) return deny(why, word);
    if (rel === "nmod" && PLAN_NOUNS.has(word) && /^(?:of|for|to|before|ahead)/.test(cased)) {
      if (isDenied(scene, head)) return deny(why, `no ${word}`);
      why.push(`${word} ${cased}`);
      return "planned";
    }
    if (/^(?:before|ahead|until)/.test(cased) && rel === "nmod") {
      why.push(cased);
      return own ?? null;
    }
    const up = tree.heads[head] ?? -1;
    const its = cased === "ahead" || SETTING.test(cased) ? cased : caseOf(tree, head, (i) => lowerAt(scene, i));
    return up < 0 ? own : overNoun(told, { head: up, rel: tree.rels[head] ?? "", own, cased: its }, depth + 1);
  }
  return own;
}

/** "no plans for a meeting". */
function isDenied(scene: Scene, noun: number): boolean {
  return kidsOf(scene.tree, noun, /^(?:det|neg|amod)$/).some((kid) => /^(?:no|any|zero)$/.test(lowerAt(scene, kid)));
}

/** "pulled out of the talks", "put off her visit until May". */
function leftStanding({ scene, why }: Told, noun: number): Verdict {
  const lead = leadOf(scene, noun);
  const [out] = WITHDRAWS.exec(lead) ?? [];
  if (out !== undefined) {
    why.push(out);
    return /^(?:summit|conference|forum|session)s?$/.test(lowerAt(scene, noun)) &&
      !scene.tokens.slice(noun + 1, noun + 2).some((token) => token.lower === "with")
      ? "none"
      : "cancelled";
  }
  if (OPEN_TO.test(lead)) return deny(why, lead);
  const [ended] = PUTS_PAID.exec(lead) ?? [];
  if (ended !== undefined) {
    why.push(ended);
    return "cancelled";
  }
  const [off] = PUTS_OFF.exec(lead) ?? [];
  if (off === undefined) return null;
  why.push(off);
  return scene.tokens.slice(noun).some((token) => /^(?:until|till|to)$/.test(token.lower)) ? "planned" : "cancelled";
}

function isPassive(scene: Scene, verb: number): boolean {
  return (
    scene.tree.tags[verb] === "VBN" &&
    kidsOf(scene.tree, verb, /^aux$/).some((kid) => /^(?:is|are|was|were|be|been|being)$/.test(lowerAt(scene, kid)))
  );
}

/** An event as the object of a verb: held, planned, called off, refused. */
function carried(told: Told, verb: number, { own, rel }: { own: Verdict; rel: string }): Verdict {
  const { scene, why } = told;
  const word = lowerAt(scene, verb);
  const off =
    kidsOf(scene.tree, verb, /^(?:compound|advmod|prt|obl)$/).some((kid) => lowerAt(scene, kid) === "off") && /^call/.test(word);
  const time = verbStanding(told, verb, 1);
  why.push(word);
  const isSettled = lowerAt(scene, verb - 1) === "to" && RESOLVED_TO.test(lowerAt(scene, verb - 2));
  if (CANCEL_VERBS.has(word) || off) return (time === "none" || time === "planned") && !isSettled ? "planned" : "cancelled";
  if (time === "none") return ATTEND_VERBS.has(word) ? null : "none";
  if (PLAN_VERBS.has(word)) return time === "cancelled" ? "cancelled" : "planned";
  if (UNREAL_VERBS.has(word) || DENY_VERBS.has(word)) return "none";
  if (HOLD_VERBS.has(word) || HAPPEN_VERBS.has(word) || rel === "nsubj")
    return own === "planned" && time === "held" ? "planned" : time;
  if (time === "held") return own;
  return own ?? time;
}

/** An event as the subject of a verb: "will take place", "ended", "fell through", "angered Beijing". */
function happened({ scene, why }: Told, verb: number, own: Verdict): Verdict {
  const word = lowerAt(scene, verb);
  const time = verbStanding({ scene, why: [] }, verb, 1) ?? timeOf(scene, verb, 1);
  const off = kidsOf(scene.tree, verb, /^(?:compound|advmod|prt|obl)$/).map((kid) => lowerAt(scene, kid));
  why.push(word);
  if (COLLAPSES.test(word) && own === "planned") return "cancelled";
  if (lowerAt(scene, verb + 1) === "yet" && lowerAt(scene, verb + 2) === "to") return deny(why, "yet to");
  if (
    isVerb(scene.tree, verb) &&
    kidsOf(scene.tree, verb, /^(?:mark|advmod)$/).some(
      (kid) => kid < verb && /^(?:until|before|once|when)$/.test(lowerAt(scene, kid)),
    ) &&
    /^VB[ZP]$/.test(scene.tree.tags[verb] ?? "")
  )
    return "planned";
  if (/^(?:fell|falls|fall)$/.test(word) && off.some((each) => each === "through" || each === "apart")) return "cancelled";
  if (FALSE_WORDS.has(word)) return "none";
  // "The summit will end on Friday": it goes on.
  if (ENDS.test(word) && time === "planned") return own;
  if (HAPPEN_VERBS.has(word)) return time ?? own;
  if (/^(?:due|set|scheduled|expected|planned|likely|slated)$/.test(word)) return "planned";
  if (time === "none") return own === null ? "none" : own;
  if (time === "planned") return isSupposed(scene, verb) ? deny(why, "would") : "planned";
  return own ?? time;
}

/** "A trip would anger them": thought of, unless somebody said that it would. */
function isSupposed(scene: Scene, verb: number): boolean {
  return (
    scene.tree.rels[verb] !== "ccomp" &&
    kidsOf(scene.tree, verb, /^aux$/).some((kid) => /^(?:would|[’']d)$/u.test(lowerAt(scene, kid)))
  );
}

/** An event beside a verb: "said after the meeting", "arrived for talks", "ahead of a summit". */
function besides({ scene, why }: Told, verb: number, { cased, own }: { cased: string; own: Verdict }): Verdict {
  const time = timeOf(scene, verb, 1);
  why.push(`${lowerAt(scene, verb)} ${cased}`.trim());
  if (/^(?:before|ahead|until)/.test(cased)) return time === "planned" ? "planned" : own;
  if (/^(?:after|following|since|from)/.test(cased)) return own === "planned" || time === "planned" ? (own ?? "planned") : "held";
  if (time === "none" && LEADS_TO.test(lowerAt(scene, verb))) return "none";
  if (/^(?:for|to|into)$/.test(cased)) return forStanding(scene, verb, { time, own });
  if (/^without$/.test(cased)) return "none";
  if (WISHED_FOR.test(lowerAt(scene, verb))) return own;
  if (time === "none") return own ?? notDoneAt({ scene, why }, verb);
  return own === "planned" ? own : time;
}

/** "failed to win him over at the meeting": that was; "could raise it at the meeting": that is to be; "at a meeting": may be none. */
function notDoneAt({ scene, why }: Told, verb: number): Verdict {
  const { tree } = scene;
  for (let at = verb, step = 0; at >= 0 && step < MAX_CLIMB; at = tree.heads[at] ?? -1, step++) {
    const word = lowerAt(scene, at);
    if (at !== verb && WOULD_NOT.test(word)) return timeOf(scene, at, 1);
    if (!WISHED_FOR.test(word)) continue;
    why.push(word);
    return null;
  }
  return kidsOf(tree, verb, /^aux$/).some((kid) => MODAL.test(lowerAt(scene, kid))) ? "none" : null;
}

/** "has been in Cairo for talks": they go on; "boarded a plane for a summit": it is to come. */
function forStanding(scene: Scene, verb: number, { time, own }: { time: Verdict; own: Verdict }): Verdict {
  const word = lowerAt(scene, verb);
  if (PLAN_VERBS.has(word) || PLAN_NOUNS.has(word)) return time === "none" ? "none" : "planned";
  if (THANKS.test(word)) return own ?? "held";
  if (UNREAL_VERBS.has(word) || ASKS_FOR.test(word)) return "none";
  if (time === "none" && own === null && GOES.test(word)) return "none";
  if (time !== "held") return time === "planned" ? "planned" : own;
  if (/^JJ/.test(scene.tree.tags[verb] ?? "")) return own;
  if (LEAVING.has(word) || own === "planned") return "planned";
  return isVerb(scene.tree, verb) &&
    !/^(?:been|was|were|is|are|met|hosted|received|welcomed|gathered|convened|visited)$/.test(word)
    ? own
    : "held";
}

/** "who is on a visit to Fiji": the event itself is what somebody is at. */
function nominal({ scene, why }: Told, noun: number, { copula, own }: { copula: readonly string[]; own: Verdict }): Verdict {
  const helpers = kidsOf(scene.tree, noun, /^(?:aux|advmod)$/).map((kid) => lowerAt(scene, kid));
  why.push(...copula);
  if (helpers.some((word) => /^(?:will|would|shall)$/.test(word))) return "planned";
  return helpers.some((word) => /^(?:not|never|may|might|could|can|should)$/.test(word)) ? "none" : (own ?? "held");
}

/** "held talks", where the parser sees a name before the noun: the form can be nothing but a verb's. */
function heldBefore(scene: Scene, noun: number): Verdict {
  for (let i = noun - 1; i >= Math.max(0, noun - 3); i--) if (lowerAt(scene, i) === "held") return "held";
  return null;
}
