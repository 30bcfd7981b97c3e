import { createInTurn } from "./in-turn.ts";

/** An answer as it was posted: the messages that an edit or a deletion of the question reaches. */
export interface PostedAnswer {
  channelId: string;
  messageIds: string[];
}

/**
 * Which answer belongs to which question, for as long as questions are edited: the newest ones of this process. After a restart
 * an edited question gets a new answer below the old one.
 */
export interface QuestionBook {
  /** Registers a question, or an edit of it; the returned number identifies this wording. */
  begin(questionId: string): number;
  /** Whether no newer wording and no deletion came in between. */
  isCurrent(questionId: string, wording: number): boolean;
  /** Whether the question was deleted: what was kept of it meanwhile has to go. */
  isDropped(questionId: string): boolean;
  /** Posts one wording's answer after another's, so that the later one finds what the earlier one posted. */
  inTurn<T>(questionId: string, post: () => Promise<T>): Promise<T>;
  keep(questionId: string, answer: PostedAnswer): void;
  answerTo(questionId: string): PostedAnswer | null;
  /** A deleted question: what was answered to it comes back, and what is under way is no longer current. */
  drop(questionId: string): PostedAnswer | null;
}

const KEPT = 2000;

export function createQuestionBook(): QuestionBook {
  const wordings = new Map<string, number>();
  const answers = new Map<string, PostedAnswer>();
  const inTurn = createInTurn();
  let count = 0;

  return {
    inTurn,
    begin(questionId) {
      count += 1;
      remember(wordings, questionId, count);
      return count;
    },
    isCurrent(questionId, wording) {
      return wordings.get(questionId) === wording;
    },
    isDropped(questionId) {
      return !wordings.has(questionId);
    },
    keep(questionId, answer) {
      remember(answers, questionId, answer);
    },
    answerTo(questionId) {
      return answers.get(questionId) ?? null;
    },
    drop(questionId) {
      const answer = answers.get(questionId) ?? null;
      answers.delete(questionId);
      wordings.delete(questionId);
      return answer;
    },
  };
}

/** A Map keeps the order of insertion: the oldest goes first. */
function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= KEPT) return;
    map.delete(oldest);
  }
}
