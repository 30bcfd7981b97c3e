import { clauseEnd, clauseStart, type Stretch } from "./clause.ts";
import type { SentenceView } from "./event.ts";
import type { Actor } from "./parties/actors.ts";
import { NO_LINKS, partiesIn } from "./parties/parties.ts";

/** What stands around a verb in its clause. */
export interface VerbFrame {
  subject: Stretch;
  object: Stretch;
  subjectParties: Actor[];
}

export function frameOf(view: SentenceView, at: number): VerbFrame {
  const subject = subjectOf(view, at);
  const object = { first: at + 1, last: clauseEnd(view.tokens, at) };
  return { subject, object, subjectParties: subjectPartiesIn(view, subject) };
}

/** What stands before the verb in its clause; the antecedent of "who met"; for "Finland, which …, held", what stands before "which". */
function subjectOf(view: SentenceView, at: number): Stretch {
  const { tokens } = view;
  if (/ing$/.test(tokens[at]?.lower ?? "") && /^(?:after|before|while|upon)$/.test(tokens[at - 1]?.lower ?? ""))
    return mainSubjectOf(view, at - 1);
  if (tokens[at - 1]?.lower === "being" && /^(?:after|before)$/.test(tokens[at - 2]?.lower ?? ""))
    return mainSubjectOf(view, at - 2);
  const first = clauseStart(tokens, at);
  const relative = tokens[first - 1]?.lower;
  if (relative !== "who" && relative !== "which") return { first, last: firstVerbBehind(view, first, at) };
  const end = tokens[first - 2]?.text === "," ? first - 2 : first - 1;
  for (let i = first; i < at; i++)
    if (tokens[i]?.text === "," && end < first - 1) return { first: clauseStart(tokens, end), last: end };
  const antecedent = view.actors.findLast((actor) => actor.last <= end);
  if (relative === "which" || antecedent === undefined || end - antecedent.last > 3) return { first, last: at };
  return { first: antecedent.first, last: antecedent.last };
}

/** "Khan addressed the council and held talks": whom the first of two verbs has for an object is no subject of the second. */
function firstVerbBehind({ tokens, actors }: SentenceView, first: number, at: number): number {
  if (!/^(?:and|then|also|later)$/.test(tokens[at - 1]?.lower ?? "")) return at;
  const subject = actors.find((actor) => actor.first >= first && actor.last < at);
  if (subject === undefined) return at;
  for (let i = subject.last; i < at; i++) {
    const token = tokens[i];
    if (token === undefined || token.text === "," || /^(?:and|or|with)$/.test(token.lower)) return at;
    if (!token.capital && /^(?:\p{Ll}{3,}ed|met|held|gave|took|made|told|said|left|flew)$/u.test(token.lower)) return i;
  }
  return at;
}

/** "Garnier told reporters after receiving Barka": the first party of the clause before is the one that received. */
function mainSubjectOf({ tokens, actors }: SentenceView, conjunction: number): Stretch {
  const start = clauseStart(tokens, conjunction);
  const subject = actors.find((actor) => actor.first >= start && actor.last <= conjunction);
  return subject === undefined ? { first: start, last: start } : { first: start, last: subject.last };
}

/**
 * Who stands in a subject. Where every name is governed by a preposition ("Assistant to the President for Security Affairs Ann Lee
 * hosted"), the person right before the verb bears the long title.
 */
function subjectPartiesIn(view: SentenceView, subject: Stretch): Actor[] {
  const parties = partiesIn(view, { ...subject, links: NO_LINKS, direct: true });
  if (parties.some((party) => party.kind === "person")) return parties;
  const bearer = view.actors.findLast(
    (actor) => actor.kind === "person" && actor.last <= subject.last && actor.first >= subject.first,
  );
  if (bearer === undefined || subject.last - bearer.last > 2 || view.tokens[bearer.last]?.text === ",") return parties;
  if (isBehindOpening(view, subject, bearer)) return [...parties, bearer];
  const office = view.actors.find(
    (actor) => actor.kind === "office" && actor.first >= subject.first && actor.last <= bearer.first,
  );
  return office === undefined && !/^(?:assistant|aide)$/i.test(view.tokens[subject.first]?.text ?? "")
    ? parties
    : [...parties, bearer];
}

/** "During the visit President Reyes will hold talks": without the comma the opening's preposition seems to govern the name. */
function isBehindOpening({ tokens }: SentenceView, { first }: Stretch, { first: name }: Actor): boolean {
  return (
    /^(?:during|after|before|at|on|in|following)$/.test(tokens[first]?.lower ?? "") &&
    /^(?:visit|trip|stay|stop|meeting|summit|talks|tour|week|day)$/.test(tokens[name - 1]?.lower ?? "")
  );
}
