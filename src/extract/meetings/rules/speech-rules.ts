import type { MeetingKind } from "../../../domain/evidence/extraction.ts";
import { BE } from "../../en/function-words.ts";
import { CONFER_FORMS, DISCUSS_FORMS, SPEAK_FORMS } from "../../en/meeting-words.ts";
import type { Token } from "../../tokens.ts";
import type { Stretch } from "../clause.ts";
import { frameOf } from "../frame.ts";
import { statusOfVerb } from "../modality.ts";
import { hasAudience, hasOfficial, isPlural, partiesIn, SPOKEN_TO, WITH } from "../parties/parties.ts";
import { remoteKind } from "../remote.ts";
import type { SentenceView, Trigger } from "../trigger.ts";

const FILLERS = new Set(
  "again also briefly separately virtually first recently personally earlier later yesterday today tonight privately directly there here up".split(
    " ",
  ),
);

/** "spoke today with", "spoke by phone", "talked to his counterpart", reciprocal "the two leaders spoke". */
export function spokeRule(view: SentenceView, at: number): Trigger | null {
  const { tokens } = view;
  const word = tokens[at]?.lower ?? "";
  if (!SPEAK_FORMS.has(word) || tokens[at]?.capital === true) return null;
  if (/^(?:talk|talks|talking|speaking)$/.test(word) && !isVerb(tokens, at)) return null;
  const status = statusOfVerb(tokens, at);
  if (status === null) return null;
  const { subject, object, subjectParties } = frameOf(view, at);
  const objects = partiesIn(view, { ...object, links: SPOKEN_TO, direct: false });
  const remote = remoteKind(tokens, object);
  const paired =
    hasOfficial(objects.filter((party) => party.kind === "person" || party.kind === "office")) &&
    hasOfficial(subjectParties) &&
    !hasAudience(tokens, object) &&
    speaksTo(tokens, at, remote !== null);
  const together =
    objects.length === 0 &&
    isPlural(view, subject, subjectParties) &&
    hasOfficial(subjectParties) &&
    speaksTogether(tokens, at, remote !== null);
  if (!paired && !together) return null;
  const kind = remote ?? (isInPerson(tokens, object) ? "meeting" : "call");
  return {
    first: at,
    last: at + 1,
    at,
    kind,
    status,
    subject,
    object,
    links: SPOKEN_TO,
    direct: false,
    rule: paired ? "spoke-with" : "spoke-together",
  };
}

function isVerb(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? "";
  return BE.has(before) || /^(?:will|to|would|shall|not)$/.test(before);
}

/** Whether "with" or "to" comes after the verb over time, place and medium only. */
function speaksTo(tokens: Token[], at: number, remote: boolean): boolean {
  for (let i = at + 1; i < Math.min(tokens.length, at + 14); i++) {
    const word = tokens[i]?.lower ?? "";
    if (word === "with") return true;
    if (word === "to") return remote || i <= at + 4;
    if (word === "about" || (word === "of" && i <= at + 2) || word === "out" || word === "against") return false;
  }
  return false;
}

function speaksTogether(tokens: Token[], at: number, remote: boolean): boolean {
  if (remote) return true;
  let next = at + 1;
  while (FILLERS.has(tokens[next]?.lower ?? "") || /^(?:this|morning|evening|afternoon)$/.test(tokens[next]?.lower ?? "")) next++;
  if (next === at + 1) return false;
  return /^(?:about|regarding|on|concerning|\.|,|to)$/.test(tokens[next]?.lower ?? ".");
}

/** At a gathering or face to face: then people who spoke have met. */
function isInPerson(tokens: Token[], object: Stretch): boolean {
  for (let i = object.first; i < object.last; i++) {
    const word = tokens[i]?.lower ?? "";
    if (/^(?:margins|sidelines|margin|sideline|person|face-to-face)$/.test(word)) return true;
    if (word === "at" && /^(?:the|a|his|her)$/.test(tokens[i + 1]?.lower ?? "") && tokens[i + 2]?.capital === true) return true;
  }
  return false;
}

/** "discussed Libya with Trump": talks, or a call where a telephone is named. */
export function discussedRule(view: SentenceView, at: number): Trigger | null {
  const { tokens } = view;
  const word = tokens[at]?.lower ?? "";
  const confers =
    (CONFER_FORMS.has(word) && tokens[at + 1]?.lower === "with") ||
    (word === "sat" && tokens[at + 1]?.lower === "down") ||
    (/^exchanged?$/.test(word) && tokens[at + 1]?.lower === "views");
  if (!DISCUSS_FORMS.has(word) && !confers) return null;
  const status = statusOfVerb(tokens, at);
  if (status === null) return null;
  const { subject, object, subjectParties } = frameOf(view, at);
  const objects = partiesIn(view, { ...object, links: WITH, direct: false });
  const known =
    hasOfficial(subjectParties) ||
    (subjectParties.length > 0 && objects.some((party) => party.official && party.kind === "person"));
  if (!hasOfficial(objects) || !known || hasAudience(tokens, object)) return null;
  const kind: MeetingKind = remoteKind(tokens, object) ?? "talks";
  return { first: at, last: at + 1, at, kind, status, subject, object, links: WITH, direct: false, rule: "discussed-with" };
}
