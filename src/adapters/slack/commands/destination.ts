import type { PostedAnswer } from "../../chat/question-book.ts";
import type { AnswerStream } from "../threads/answer-stream.ts";

/** Where an answer goes. */
export interface Destination {
  channelId: string;
  userId: string;
  /** The thread that a shared answer is posted in; null posts it into the channel itself. */
  threadTs: string | null;
  /** Whether that thread begins with this answer: nobody has it open yet, so that a message for one person is not put there. */
  opensThread: boolean;
  /** Slack's address for answers to this command or button, null for an event. */
  responseUrl: string | null;
  /** Whether the answer takes the place of the message that the button stands on: a page is turned in place. */
  replaces: boolean;
  /** Messages of an earlier wording's answer, which this one takes the place of. */
  earlier: PostedAnswer | null;
  /** What the answer is shown by while it is written; absent where it comes whole. */
  stream?: AnswerStream | undefined;
}
