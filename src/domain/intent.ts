/**
 * What a person can ask for, whatever the platform. Adapters parse a slash command, a button or a line into an intent; commands
 * answer it with a document. Dates are ISO dates as typed; a command checks them and says what is wrong.
 */
export type Intent =
  | { kind: "briefing"; topic: string; since?: string | undefined }
  | {
      kind: "meetings";
      about?: string | undefined;
      from?: string | undefined;
      to?: string | undefined;
      page?: number | undefined;
    }
  | { kind: "person"; name: string }
  | { kind: "people"; page?: number | undefined }
  | { kind: "quotes"; about?: string | undefined; page?: number | undefined }
  | { kind: "stories"; page?: number | undefined }
  | { kind: "sources"; about: string }
  | { kind: "ask"; question: string; askedAt?: string | undefined; conversation?: ConversationContext | undefined }
  | { kind: "help" }
  | { kind: "status" };

/** What the thread is about: how a follow-up such as "and what did he say?" is understood. */
export interface ConversationContext {
  topic: string | null;
  turns: { question: string; answer: string | null }[];
}
