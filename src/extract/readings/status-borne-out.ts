import type { MeetingStatus } from "../../domain/evidence/extraction.ts";
import type { ReadMeeting, RefusalReason } from "../../domain/model/model-reading.ts";
import { CANCEL_VERBS } from "../en/event-words.ts";
import { CALLED_OFF, NOT_CALLED_OFF } from "../en/meetings/status-words.ts";
import { AGREED_TO, DENIAL, DENIED_THAT, GOES_TO, OFF_AFTER_ALL, PLAN, UNREAL } from "../en/readings/reading-words.ts";
import { tokensOf } from "../read-text.ts";
import type { Sentence } from "../tokens.ts";
import type { ToldEvent } from "./events.ts";
import type { Facts } from "./facts.ts";

interface Asked {
  facts: Facts;
  read: ReadMeeting;
  own: ToldEvent[];
  sentences: Sentence[];
}

/** `status` is what the sentences bear out; `refused` says why it is not the model's. */
export interface BorneStatus {
  status: MeetingStatus;
  refused: RefusalReason | null;
  denied: boolean;
}

/** A model's status against what its sentences say: a plan is not held, what is denied is none, and only what was called off is cancelled. */
export function statusBorneOut({ facts, read, own, sentences }: Asked): BorneStatus {
  const said = read.status ?? "held";
  const told = own.map((event) => toldStatus(facts, event));
  const texts = sentences.map(({ start, end }) => facts.model.text.slice(start, end).toLowerCase());
  if (said === "cancelled" && texts.some((text) => OFF_AFTER_ALL.test(text))) return yes(said);
  const isWished = said === "planned" && !texts.some((text) => DENIAL.test(text));
  if (told.length > 0 && told.every((status) => status === "none") && isWished) return yes(said);
  if (told.length > 0 && told.every((status) => status === "none")) return { status: said, refused: "denied", denied: true };
  const clear = told.filter((status) => status !== "none" && status !== null);
  if (said === "cancelled") {
    if (clear.includes("cancelled") || sentences.some((sentence) => isCalledOff(facts, sentence))) return yes(said);
    return { status: clear[0] ?? "planned", refused: "not-cancelled", denied: false };
  }
  if (said === "planned" && texts.some((text) => PLAN.test(text))) return yes(said);
  if (clear.length > 0)
    return clear.includes(said) ? yes(said) : { status: clear[0] ?? said, refused: whyNot(clear[0] ?? said), denied: false };
  if (said === "held" && own.length > 0 && own.every(({ sentence }) => isToCome(facts, sentence)))
    return { status: "planned", refused: "planned", denied: false };
  if (own.length === 0 && texts.every((text) => DENIAL.test(text))) return { status: said, refused: "denied", denied: true };
  if (said === "held" && own.length === 0 && texts.every((text) => PLAN.test(text)))
    return { status: "planned", refused: "planned", denied: false };
  return yes(said);
}

/** What a sentence tells of an event; null where only the parser's tree, and no word, speaks against it. */
function toldStatus(facts: Facts, event: ToldEvent): ToldEvent["status"] {
  if (event.status !== "none" && isDeniedBefore(facts, event)) return "none";
  if (isAgreedBefore(facts, event)) return "planned";
  const text = facts.model.text.slice(event.sentence.start, event.sentence.end).toLowerCase();
  if (event.status === "none" && !UNREAL.test(text)) return null;
  return event.status === "planned" && !PLAN.test(text) && !UNREAL.test(text) && event.date === null ? null : event.status;
}

function yes(status: MeetingStatus): BorneStatus {
  return { status, refused: null, denied: false };
}

function whyNot(status: MeetingStatus): RefusalReason {
  return status === "held" ? "held" : status === "planned" ? "planned" : "denied";
}

function isCalledOff({ model }: Facts, sentence: Sentence): boolean {
  const tokens = tokensOf(model, sentence);
  const words = tokens.map(({ lower }) => lower).join(" ");
  return (CALLED_OFF.test(words) && !NOT_CALLED_OFF.test(words)) || tokens.some(({ lower }) => CANCEL_VERBS.has(lower));
}

function isToCome({ model }: Facts, { start, end }: Sentence): boolean {
  return GOES_TO.test(model.text.slice(start, end).toLowerCase());
}

/** "Officials denied that …": all that stands behind it in the sentence, up to a "but". */
function isDeniedBefore({ model }: Facts, { sentence, scene, event }: ToldEvent): boolean {
  return DENIED_THAT.test(model.text.slice(sentence.start, scene.tokens[event.at]?.start ?? sentence.start).toLowerCase());
}

/** "has agreed to talks": to come, whatever the tense. */
function isAgreedBefore({ model }: Facts, { sentence, scene, event }: ToldEvent): boolean {
  return AGREED_TO.test(model.text.slice(sentence.start, scene.tokens[event.at]?.start ?? sentence.start).toLowerCase());
}
