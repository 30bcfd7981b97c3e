import type { MeetingKind } from "../../domain/evidence/extraction.ts";
import { PHONE_WORDS, REMOTE_WORDS } from "../en/meeting-words.ts";
import type { Token } from "../tokens.ts";
import type { Stretch } from "./clause.ts";

/** The kind of a contact over a distance, where a stretch names its medium: "virtually", "by phone". */
export function remoteKind(tokens: Token[], stretch: Stretch): MeetingKind | null {
  let kind: MeetingKind | null = null;
  for (let i = stretch.first; i < stretch.last; i++) {
    const word = tokens[i]?.lower ?? "";
    if (REMOTE_WORDS.has(word)) return "video";
    if (PHONE_WORDS.has(word)) kind = "call";
  }
  return kind;
}
