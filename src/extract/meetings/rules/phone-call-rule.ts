import { frameOf } from "../frame.ts";
import { statusOfVerb } from "../modality.ts";
import { hasOfficial, partiesIn } from "../parties/parties.ts";
import { remoteKind } from "../remote.ts";
import type { SentenceView, Trigger } from "../trigger.ts";

const LINKS: ReadonlySet<string> = new Set(["from", "to", "with"]);
const NOUN_REACH = 5;

/** "received a phone call from the president", "made a telephone call to": not "made a call" alone, which may be an appeal. */
export function phoneCallRule(view: SentenceView, at: number): Trigger | null {
  const { tokens } = view;
  if (!/^(?:receives?|received|receiving|makes?|made|places?|placed|takes?|took)$/.test(tokens[at]?.lower ?? "")) return null;
  const noun = tokens.findIndex((token, i) => i > at && i <= at + NOUN_REACH && /^calls?$/.test(token.lower));
  const medium = noun < 0 ? null : remoteKind(tokens, { first: at + 1, last: noun });
  if (medium === null) return null;
  const status = statusOfVerb(tokens, at);
  const { subject, object, subjectParties } = frameOf(view, at);
  const objects = partiesIn(view, { ...object, first: noun + 1, links: LINKS, direct: false });
  if (status === null || objects.length === 0 || !(hasOfficial(objects) || hasOfficial(subjectParties))) return null;
  return {
    first: at,
    last: noun + 1,
    at: noun,
    kind: medium,
    status,
    subject,
    object: { first: noun + 1, last: object.last },
    links: LINKS,
    direct: false,
    rule: "phone-call",
  };
}
