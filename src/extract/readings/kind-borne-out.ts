import type { MeetingKind } from "../../domain/evidence/extraction.ts";
import { FACE_TO_FACE, KIND_WORDS } from "../en/readings/reading-words.ts";
import type { Sentence } from "../tokens.ts";
import type { ToldEvent } from "./events.ts";
import type { Facts } from "./facts.ts";

interface Asked {
  facts: Facts;
  kind: MeetingKind;
  /** The events that the model means. */
  own: readonly ToldEvent[];
  sentences: readonly Sentence[];
}

/** Whether words of a meeting's sentences bear out the kind that a model gives it: nobody telephones without a word for it, nor meets by telephone. */
export function isKindBorneOut({ facts, kind, own, sentences }: Asked): boolean {
  const text = sentences.map(({ start, end }) => facts.model.text.slice(start, end).toLowerCase()).join("\n");
  if (kind === "meeting" || kind === "talks") return !isOnlyRemote(own) || kind === "talks" || FACE_TO_FACE.test(text);
  return own.some((event) => event.kind === kind) || KIND_WORDS[kind].test(text);
}

/** The events that can be of a kind, where any can: "met Falk in May and telephoned him on Sunday" tells of one each. */
export function eventsOfKind(events: ToldEvent[], kind: MeetingKind | null): ToldEvent[] {
  if (kind === null || kind === "talks") return events;
  const fit = events.filter((event) => event.kind === "talks" || isRemote(event.kind) === isRemote(kind));
  return fit.length === 0 ? events : fit;
}

export function isRemote(kind: MeetingKind): boolean {
  return kind === "call" || kind === "video";
}

function isOnlyRemote(own: readonly ToldEvent[]): boolean {
  return own.length > 0 && own.every(({ kind }) => isRemote(kind));
}
