import type { Citation } from "../../domain/evidence/records.ts";

/** What is known of a day: that something happened, that something is planned for it, or only what was said and reported then. */
export type DayStatus = "held" | "planned" | "said";

/** A day that mattered to a topic, in one line. */
export interface TimelineDay {
  /** ISO date: of the event, not of the article. */
  date: string;
  /** A sentence of the first cited passage, a meeting's title, or who said what. */
  text: string;
  status: DayStatus;
  isCancelled?: true;
  /** Of a plan: something stored may be the report of it. */
  maybeHeld?: true;
  citations: Citation[];
  /** What it weighs beside other days of the topic. */
  weight: number;
}

/** Something that may be what a day is remembered for. */
export interface Candidate extends TimelineDay {
  /** By whom it is told: independent publishers. */
  publishers: ReadonlySet<string>;
  /** A plan to meet is told though its day went by without a report, and so is a cancelled one. */
  isMeeting?: true;
}
