import type { DateSpan, Meeting, MeetingKind, MeetingStatus, ParticipantKind } from "./extraction.ts";

export interface ReportParticipant {
  name: string;
  kind: ParticipantKind;
  personKey: number | null;
  /** ISO alpha-2, of a country. */
  country: string | null;
}

/** What one article says of a meeting. */
export interface MeetingReport extends Omit<Meeting, "participants" | "partOf" | "rules"> {
  participants: ReportParticipant[];
  /** The gathering that the article says it is a part of ("G20"). */
  partOfName?: string;
  filedOn: string;
}

/** A report as it is stored. */
export interface StoredReport extends MeetingReport {
  key: number;
  articleKey: number;
}

export interface KnownMeeting {
  key: number;
  kind: MeetingKind;
  date: DateSpan | null;
  place: string | null;
  status: MeetingStatus;
  participants: ReportParticipant[];
  /** The day of its first report. */
  filedOn: string;
}

/** A meeting as all its reports together have it. */
export interface MergedMeeting {
  kind: MeetingKind;
  title: string;
  date: DateSpan | null;
  place: string | null;
  status: MeetingStatus;
  topics: string[];
  participants: ReportParticipant[];
  /** The body or event that gathers, as one key ("g20"); null where people or states meet. */
  gathering: string | null;
}

export interface NearQuery {
  earliestStart: string;
  from: string;
  to: string;
  personKeys: number[];
  countries: string[];
  /** Whether only states are told of: then people who act for one of them may be meant. */
  areStates: boolean;
  gatherings: boolean;
}

export interface MeetingWriter {
  /**
   * Meetings that share a person or country, or, for `areStates`, in which somebody acts for one of the countries, or, for `gatherings`, in which a body takes part: those whose dates touch the span from `from`
   * to `to`, none of which begins before `earliestStart`, and the newest of those without a date.
   */
  near(query: NearQuery): Promise<KnownMeeting[]>;
  /** Says that these will be asked, so that they are read together. */
  readAhead(queries: NearQuery[]): Promise<void>;
  create(meeting: MergedMeeting): Promise<number>;
  /** The meeting behind an id that readers gave out; null where there is none any more. */
  byId(id: string): Promise<KnownMeeting | null>;
  /** A report with a key takes the place of one that is gone. Returns its key. */
  addReport(meetingKey: number, articleKey: number, report: MeetingReport & { key?: number }): Promise<number>;
  /** A report is of a part of what another report of its article is of. */
  setPartOf(reportKey: number, wholeKey: number): Promise<void>;
  reportsOf(meetingKey: number): Promise<StoredReport[]>;
  /** Those that decide what a meeting is: of many, the first and the newest some, so that one more or less costs the same. */
  decisiveReports(meetingKey: number): Promise<StoredReport[]>;
  moveReports(reportKeys: number[], meetingKey: number): Promise<void>;
  update(meetingKey: number, meeting: MergedMeeting): Promise<void>;
  remove(meetingKey: number): Promise<void>;
  /** Deletes those of which there is no report any more, and gives back the others. */
  removeUnreported(meetingKeys: number[]): Promise<number[]>;
}
