import type { Speaker } from "../../../domain/evidence/extraction.ts";
import type { Range } from "../../../domain/evidence/span.ts";
import type { FoundPerson, People } from "../../people/found-people.ts";
import type { TextModel } from "../../read-text.ts";
import type { Phrase } from "../noun-phrase.ts";
import type { Reading } from "../reporter-clauses.ts";
import type { PersonFacts } from "./person-facts.ts";

/** A speaker once known: whom a later "he" or "the minister" may mean. */
export interface EarlierSpeaker {
  name: string;
  person: FoundPerson | null;
  at: number;
  /** The words that it was found by. */
  words: string;
}

export interface Resolved {
  speaker: Speaker;
  person: FoundPerson | null;
}

export interface Resolution {
  model: TextModel;
  people: People;
  reading: Reading;
  facts: PersonFacts;
  /** Speakers of the quotations before this one, oldest first. */
  earlier: EarlierSpeaker[];
  /** The quotations: whom they name is not whom the reporter's "she" means. */
  spans: Range[];
  /** Whom another phrase means, as far as its own words tell. */
  resolve(phrase: Phrase): Resolved | null;
}
