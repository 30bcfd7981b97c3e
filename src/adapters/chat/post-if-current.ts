import type { ChatHealth, Desk } from "../../domain/chat.ts";
import type { PostedAnswer, QuestionBook } from "./question-book.ts";

interface Answering {
  questions: QuestionBook;
  desk: Desk;
  counts: ChatHealth["counts"];
}

/** One wording of a question, as the book named it when its answering began. */
interface Asked {
  workspaceId: string;
  questionId: string;
  wording: number;
}

interface Posting {
  /** Null where nothing was posted that an edit of the question could reach. */
  post(): Promise<PostedAnswer | null>;
  remove(posted: PostedAnswer): Promise<void>;
}

/**
 * Posts an answer if its question still reads as it did when the answering began, and takes it back if it was edited or deleted while
 * the answer was posted. A question that was deleted before that is forgotten: the conversation has kept it since.
 */
export async function postIfCurrent({ questions, desk, counts }: Answering, asked: Asked, posting: Posting): Promise<void> {
  const { workspaceId, questionId, wording } = asked;
  if (!questions.isCurrent(questionId, wording)) {
    if (questions.isDropped(questionId)) await desk.forgetQuestion(workspaceId, questionId);
    return;
  }
  const posted = await posting.post();
  counts.answered += 1;
  if (posted === null) return;
  if (questions.isCurrent(questionId, wording)) questions.keep(questionId, posted);
  else await posting.remove(posted);
}
