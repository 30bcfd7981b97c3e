import type { Actor } from "./actors.ts";
import { antecedentEnd, clauseEnd, clauseStart, type Stretch } from "./clause.ts";
import { NO_LINKS, partiesIn } from "./parties.ts";
import type { SentenceView } from "./trigger.ts";

/** What stands around a verb in its clause. */
export interface VerbFrame {
  subject: Stretch;
  object: Stretch;
  subjectParties: Actor[];
}

export function frameOf(view: SentenceView, at: number): VerbFrame {
  const subject = subjectOf(view, at);
  const object = { first: at + 1, last: clauseEnd(view.tokens, at) };
  return { subject, object, subjectParties: partiesIn(view, { ...subject, links: NO_LINKS, direct: true }) };
}

/** What stands before the verb in its clause; for "who met", the last actor before "who". */
function subjectOf(view: SentenceView, at: number): Stretch {
  const first = clauseStart(view.tokens, at);
  const end = antecedentEnd(view.tokens, first);
  const antecedent = end === null ? undefined : view.actors.findLast((actor) => actor.last <= end);
  return antecedent === undefined || end === null || end - antecedent.last > 3
    ? { first, last: at }
    : { first: antecedent.first, last: antecedent.last };
}
