import type { MeetingKind } from "../../domain/evidence/extraction.ts";
import type { Happening } from "../../extract/en/watches/watch-words.ts";
import type { Bloc } from "../blocs.ts";

/** Somebody who must be there. A person is known by words of a name or of an office, together with the country of the office. */
export type WatchSide =
  | { kind: "country"; label: string; code: string }
  | { kind: "bloc"; label: string; bloc: Bloc }
  | { kind: "person"; label: string; words: string[]; country: string | null };

/** What somebody must speak about. */
export type WatchSubject = WatchSide | { kind: "words"; label: string; terms: string[] };

/** What a watch waits for. */
export type WatchCondition =
  | {
      kind: "meeting";
      sides: WatchSide[];
      /** Null for any kind. */
      kinds: MeetingKind[] | null;
      /** Words that the meeting, or the passage on it, must hold, such as those of an event's name. */
      terms: string[];
      happenings: Happening[];
    }
  | { kind: "said"; who: WatchSide; about: WatchSubject | null };
