import type { Person } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";

export interface Mention extends Range {
  text: string;
  /** The title words before the name, as they stand: "EAM", "Defence Minister". */
  title: string | null;
}

export interface FoundPerson extends Person {
  mentions: Mention[];
  gender: "male" | "female" | null;
}

export interface People {
  list: FoundPerson[];
  /** The person whose mention overlaps the range, the first such; null where none does. */
  at(range: Range): FoundPerson | null;
  /** The mentions that lie in the range, in order. */
  within(range: Range): PersonMention[];
  /** The last mentions before an offset, the nearest first, at most `limit`. */
  before(offset: number, limit: number): PersonMention[];
  /** The person of this name or alias. */
  named(name: string): FoundPerson | null;
}

export interface PersonMention {
  person: FoundPerson;
  mention: Mention;
}
