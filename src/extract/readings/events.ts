import type { DateSpan, MeetingKind, MeetingStatus } from "../../domain/evidence/extraction.ts";
import { encounterKind } from "../meetings/encounter.ts";
import type { EventWord, Scene, Standing } from "../meetings/event.ts";
import { findEvents } from "../meetings/find-events.ts";
import { nounSides } from "../meetings/parties/noun-sides.ts";
import { type Party, partiesOfSides } from "../meetings/parties/party.ts";
import { verbSides } from "../meetings/parties/verb-sides.ts";
import { standingOf } from "../meetings/status/standing.ts";
import { dateOfEvent, type EventContext } from "../meetings/when/date-of-event.ts";
import type { Sentence } from "../tokens.ts";
import type { Facts } from "./facts.ts";

/** A word of a sentence that may tell of a meeting, with what the grammar around it says. */
export interface ToldEvent {
  sentence: Sentence;
  scene: Scene;
  event: EventWord;
  kind: MeetingKind;
  parties: Party[];
  /** "they", "the two leaders": several who were named before. */
  isPlural: boolean;
  standing: Standing;
  /** What its words and its day make of it together; null where both leave it open. */
  status: MeetingStatus | "none" | null;
  date: DateSpan | null;
  /** The words that date it. */
  dateWords: string | null;
  others: EventWord[];
}

/** Every word of a sentence that may tell of a meeting, whether or not the local engine takes it for one. */
export function eventsOf(facts: Facts, sentence: Sentence): ToldEvent[] {
  const scene = facts.sceneAt(sentence);
  const events = findEvents(scene);
  return events.map((event) => {
    const sides = event.form === "verb" ? verbSides(scene, event) : nounSides(scene, event);
    const others = events.filter((other) => other !== event);
    const standing = standingOf(scene, event);
    const context: EventContext = { sentence, publishedAt: facts.publishedAt, dates: facts.dates, others };
    const said = standing.status === "none" ? null : standing.status;
    const when = dateOfEvent(scene, event, { status: said, context });
    return {
      sentence,
      scene,
      event,
      kind: encounterKind(scene, event),
      parties: sides === null ? [] : partiesOfSides(scene, [...sides.left, ...sides.right]),
      isPlural: (sides?.plural.length ?? 0) > 0,
      standing,
      status: standing.status === "none" ? "none" : when.status,
      date: when.date,
      dateWords: when.words,
      others,
    };
  });
}
