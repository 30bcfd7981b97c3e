import { BE } from "../../en/function-words.ts";
import { ACCORD_NOUNS, ARRIVE_FORMS, ENCOUNTER_NOUNS, SIGN_FORMS, VISIT_FORMS, VISIT_NOUNS } from "../../en/meeting-words.ts";
import type { Token } from "../../tokens.ts";
import { isDeterminer, type Stretch } from "../clause.ts";
import { frameOf } from "../frame.ts";
import { statusOfVerb } from "../modality.ts";
import { countParties, hasOfficial, NO_LINKS, partiesIn, WITH, WITH_BETWEEN } from "../parties/parties.ts";
import type { SentenceView, Trigger } from "../trigger.ts";

/** "visited Tokyo", "arrived in Delhi for a two-day visit", "paid a visit to": an official away from home. */
export function visitRule(view: SentenceView, at: number): Trigger | null {
  const { tokens } = view;
  const word = tokens[at]?.lower ?? "";
  const visits = VISIT_FORMS.has(word) && isVisitVerb(tokens, at);
  const noun = visits ? null : visitNoun(tokens, at, word);
  if (!visits && noun === null) return null;
  const { subject, object, subjectParties } = frameOf(view, at);
  if (!subjectParties.some((party) => party.official && (party.kind === "person" || party.kind === "office"))) return null;
  const status = isProposed(tokens, noun ?? at) ? null : isExpected(tokens, at) ? "planned" : statusOfVerb(tokens, at);
  if (status === null) return null;
  if (visits && !goesSomewhere(view, object)) return null;
  return {
    first: at,
    last: (noun ?? at) + 1,
    at: noun ?? at,
    kind: "visit",
    status,
    subject,
    object,
    links: WITH,
    direct: visits,
    rule: visits ? "visited" : "on-a-visit",
  };
}

/** "a proposed visit", "no talks": the noun's own words take it back. */
export function isProposed(tokens: Token[], noun: number): boolean {
  for (let i = noun - 1; i >= Math.max(0, noun - 3); i--) {
    if (/^(?:no|proposed|possible|potential)$/.test(tokens[i]?.lower ?? "")) return true;
  }
  return false;
}

function isVisitVerb(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? "";
  if (tokens[at]?.lower === "visiting") return BE.has(before);
  return (
    !isDeterminer(before) &&
    !/^(?:state|official|working|day|historic|first|recent|planned|upcoming|of|on|for|during|[’']s)$/.test(before) &&
    !/[’']s$|-day$/u.test(before)
  );
}

function visitNoun(tokens: Token[], at: number, word: string): number | null {
  const carries =
    /^(?:pay|pays|paid|begin|begins|began|start|starts|started|end|ends|ended|ending|conclude|concludes|concluded|make|makes|made|undertake|undertook|undertakes|embark|embarks|embarked|kick|kicked|is|are|was|were|be)$/.test(
      word,
    ) || isExpected(tokens, at);
  if (!carries && !ARRIVE_FORMS.has(word)) return null;
  for (let i = at + 1; i <= Math.min(tokens.length - 1, at + 14); i++) {
    const token = tokens[i];
    if (token === undefined || /^(?:that|which|who|when|after|before|during|said|as|;|:|“|")$/.test(token.lower)) return null;
    if (VISIT_NOUNS.has(token.lower) && isStateVisit(tokens, i)) return carriesVisit(tokens, at, i) ? i : null;
    if (!carries && ENCOUNTER_NOUNS.has(token.lower) && isPurpose(tokens, i)) return i;
  }
  return null;
}

/** "is expected in Dar es Salaam for a visit". */
function isExpected(tokens: Token[], at: number): boolean {
  return (
    /^(?:expected|due)$/.test(tokens[at]?.lower ?? "") &&
    /^(?:in|at)$/.test(tokens[at + 1]?.lower ?? "") &&
    BE.has(tokens[at - 1]?.lower ?? "")
  );
}

/** "for talks", "for a summit". */
function isPurpose(tokens: Token[], noun: number): boolean {
  const at = /^(?:a|an|the)$/.test(tokens[noun - 1]?.lower ?? "") ? noun - 2 : noun - 1;
  return /^(?:for|to)$/.test(tokens[at]?.lower ?? "");
}

/** A visit "to" somewhere, or of a kind that states make: official, working, two-day. */
export function isStateVisit(tokens: Token[], noun: number): boolean {
  if (tokens[noun + 1]?.lower === "to") return true;
  const before = tokens[noun - 1]?.lower ?? "";
  return (
    /^(?:official|state|working|bilateral|historic|surprise|unannounced|goodwill|friendly|diplomatic)$/.test(before) ||
    /-(?:day|hour|week|nation|country)$/.test(before) ||
    before === "day"
  );
}

/** "is on a visit", "paid a visit": near; "is a visit" is a definition. */
function carriesVisit(tokens: Token[], verb: number, noun: number): boolean {
  if (!BE.has(tokens[verb]?.lower ?? "")) return true;
  return (
    tokens[verb + 1]?.lower === "on" ||
    tokens[verb + 1]?.lower === "in" ||
    (noun - verb > 4 && tokens[verb + 1]?.lower === "currently")
  );
}

function goesSomewhere(view: SentenceView, object: Stretch): boolean {
  const [first] = partiesIn(view, { ...object, links: NO_LINKS, direct: true });
  return first !== undefined && first.kind !== "office" && first.first - object.first <= 4;
}

/** "X and Y signed a joint declaration", "signed a treaty with": two sides and an accord. */
export function signedRule(view: SentenceView, at: number): Trigger | null {
  const { tokens } = view;
  if (!SIGN_FORMS.has(tokens[at]?.lower ?? "")) return null;
  const status = statusOfVerb(tokens, at);
  const { subject, object, subjectParties } = frameOf(view, at);
  let accord = -1;
  for (let i = at + 1; i < Math.min(object.last, at + 12) && accord < 0; i++)
    if (ACCORD_NOUNS.has(tokens[i]?.lower ?? "")) accord = i;
  if (status === null || accord < 0) return null;
  const objects = partiesIn(view, { ...object, first: accord, links: WITH_BETWEEN, direct: false });
  const head = tokens[accord]?.lower ?? "";
  const solemn = /^(?:declaration|statement|communiqu[eé]|charter)$/.test(head) || tokens[accord - 1]?.lower === "joint";
  const people = [...subjectParties, ...objects].filter((party) => solemn || party.kind === "person" || party.kind === "office");
  if (countParties(tokens, people) < 2 || !hasOfficial(people)) return null;
  return {
    first: at,
    last: accord + 1,
    at: accord,
    kind: "statement-signing",
    status,
    subject,
    object: { first: accord, last: object.last },
    links: WITH_BETWEEN,
    direct: false,
    rule: "signed",
  };
}
