import type { PersonName } from "../names.ts";
import type { NameSpan } from "./name-spans.ts";
import type { FoundTitle } from "./title-phrase.ts";
import type { Sign } from "./weigh-span.ts";

/** One mention with all that is known of it where it stands. */
export interface Candidate {
  span: NameSpan;
  text: string;
  name: PersonName;
  title: FoundTitle | null;
  after: FoundTitle[];
  signs: Sign[];
}

export interface Cluster {
  members: Candidate[];
  /** The fullest name. */
  lead: PersonName;
  /** Where full names of the cluster stand, in order, and where a surname was joined to it last. */
  starts: number[];
  lastSingle: number;
}
