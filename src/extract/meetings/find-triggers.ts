import { HAVING } from "../en/function-words.ts";
import {
  ATTEND_VERBS,
  CALL_FORMS,
  CANCELS,
  CONFER_FORMS,
  DISCUSS_FORMS,
  ENCOUNTER_NOUNS,
  HOST_FORMS,
  LIGHT_VERBS,
  MEET_FORMS,
  SIGN_FORMS,
  SPEAK_FORMS,
  VISIT_FORMS,
  VISIT_NOUNS,
} from "../en/meeting-words.ts";
import type { Token } from "../tokens.ts";
import { bareNounRule, cancelledRule, lightVerbRule, nounHeldRule } from "./rules/noun-rules.ts";
import { phoneCallRule } from "./rules/phone-call-rule.ts";
import { discussedRule, spokeRule } from "./rules/speech-rules.ts";
import { calledOnRule, hostRule, metRule, phonedRule } from "./rules/verb-rules.ts";
import { signedRule, visitRule } from "./rules/visit-rules.ts";
import type { SentenceView, Trigger, TriggerRule } from "./trigger.ts";

/** In order of precision: where two rules read the same words, the earlier one has them. */
const RULES: TriggerRule[] = [
  cancelledRule,
  lightVerbRule,
  nounHeldRule,
  metRule,
  calledOnRule,
  phonedRule,
  phoneCallRule,
  spokeRule,
  hostRule,
  discussedRule,
  visitRule,
  signedRule,
];

const REPORT_WORDS: ReadonlySet<string> = new Set([
  ...[
    LIGHT_VERBS,
    ATTEND_VERBS,
    MEET_FORMS,
    CALL_FORMS,
    SPEAK_FORMS,
    HOST_FORMS,
    VISIT_FORMS,
    DISCUSS_FORMS,
    SIGN_FORMS,
    CONFER_FORMS,
    CANCELS,
  ].flatMap((words) => [...words]),
  ...ENCOUNTER_NOUNS.keys(),
  ...VISIT_NOUNS,
  ..."sat exchange exchanged".split(" "),
]);

/** Whether a sentence holds any word that a rule could start from: most hold none, and need no closer reading. */
export function mayReport(tokens: Token[]): boolean {
  return tokens.some((token) => REPORT_WORDS.has(token.lower) && !HAVING.has(token.lower));
}

/** Every report of an encounter in a sentence, in the order of the text. */
export function findTriggers(view: SentenceView): Trigger[] {
  const triggers: Trigger[] = [];
  for (let at = 0; at < view.tokens.length; at++) {
    if (triggers.some((trigger) => at >= trigger.first && at < trigger.last)) continue;
    const trigger = firstOf(RULES, view, at);
    if (trigger !== null) triggers.push(trigger);
  }
  return triggers;
}

function firstOf(rules: TriggerRule[], view: SentenceView, at: number): Trigger | null {
  for (const rule of rules) {
    const trigger = rule(view, at);
    if (trigger !== null) return trigger;
  }
  return null;
}

/** Nouns alone ("their last meeting"), apart from the words that other triggers already read. */
export function findBareNouns(view: SentenceView, taken: Trigger[]): Trigger[] {
  const found: Trigger[] = [];
  for (let at = 0; at < view.tokens.length; at++) {
    if (taken.some((trigger) => at >= trigger.first && at < trigger.last)) continue;
    const trigger = bareNounRule(view, at);
    if (trigger !== null) found.push(trigger);
  }
  return found;
}
