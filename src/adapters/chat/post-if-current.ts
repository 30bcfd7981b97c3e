import type { ChatHealth, Desk } from "../../domain/chat/chat.ts";
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
  /** In the place of the earlier answer, where there is one. Null where nothing was posted that an edit of the question could reach. */
  post(earlier: PostedAnswer | null): Promise<PostedAnswer | null>;
  remove(posted: PostedAnswer): Promise<void>;
}

/**
 * Posts an answer if its question still reads as it did when the answering began. One that was edited meanwhile gets its next answer in the
 * place of this one; one that was deleted loses it again, and where it was deleted before that, it is forgotten: the conversation has kept
 * it since.
 */
export async function postIfCurrent(answering: Answering, asked: Asked, posting: Posting): Promise<void> {
  const { questions, desk, counts } = answering;
  const { workspaceId, questionId, wording } = asked;
  await questions.inTurn(questionId, async () => {
    if (!questions.isCurrent(questionId, wording)) {
      if (questions.isDropped(questionId)) await desk.forgetQuestion(workspaceId, questionId);
      return;
    }
    const posted = await posting.post(questions.answerTo(questionId));
    counts.answered += 1;
    if (posted === null) return;
    if (questions.isDropped(questionId)) await posting.remove(posted);
    else questions.keep(questionId, posted);
  });
}
