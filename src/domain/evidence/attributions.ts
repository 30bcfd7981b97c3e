import type { PersonEvidence, ReportParticipant } from "./evidence-store.ts";
import type { Range } from "./span.ts";

/** What one article says of a person, with the quotes and the reports of meetings that it gives them. */
export interface Attribution {
  articleKey: number;
  filedOn: string;
  person: PersonEvidence;
  /** `mention` is where the article names the speaker. */
  quotes: { key: number; mention: Range | null }[];
  reports: AttributedReport[];
}

interface AttributedReport {
  key: number;
  meetingKey: number;
  participants: ReportParticipant[];
  evidence: Range[];
}

/** Evidence moves from one person to another when somebody says that two names are one, or are not. */
export interface AttributionWriter {
  of(personKey: number): Promise<Attribution[]>;
  textOf(articleKey: number): Promise<string>;
  /** What the article says of these people is replaced; names and roles must be rebuilt afterwards. */
  replace(article: { articleKey: number; filedOn: string; of: number[]; by: PersonEvidence[] }): Promise<void>;
  setSpeaker(quoteKeys: number[], personKey: number): Promise<void>;
  setParticipants(reportKey: number, participants: ReportParticipant[]): Promise<void>;
}
