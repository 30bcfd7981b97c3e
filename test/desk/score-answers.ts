import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { ConversationContext } from "../../src/domain/chat/intent.ts";
import { withDesk } from "./desk-session.ts";

const QUESTIONS = fileURLToPath(new URL("../fixtures/desk/questions.json", import.meta.url));

/** `holds`: words of the right answer, of which one (they stand between bars) must be in it; null where the articles answer nothing. */
const threadsSchema = z.array(
  z.object({
    topic: z.string().nullable(),
    turns: z.array(z.object({ question: z.string(), holds: z.string().nullable() })).min(1),
  }),
);
const replySchema = z.object({ answer: z.string().nullable(), readAs: z.string().optional() });

type Outcome = "right" | "wrong" | "left";

export interface JudgedAnswer {
  question: string;
  holds: string | null;
  answer: string | null;
  outcome: Outcome;
}

export interface AnswerScores {
  /** Questions that the articles answer, and of them those that were answered rightly, wrongly, or left. */
  answerable: Record<Outcome, number>;
  /** Questions that nothing answers: left is right. */
  foreign: Record<Outcome, number>;
}

/** Asks the desk's questions, those of a thread one after another, and judges each answer by the words that it must hold. */
export async function scoreAnswers(): Promise<{ scores: AnswerScores; judged: JudgedAnswer[] }> {
  const threads = threadsSchema.parse(JSON.parse(readFileSync(QUESTIONS, "utf8")));
  const scores: AnswerScores = { answerable: { right: 0, wrong: 0, left: 0 }, foreign: { right: 0, wrong: 0, left: 0 } };
  const judged: JudgedAnswer[] = [];
  await withDesk(async (session) => {
    for (const { topic, turns } of threads) {
      let conversation: ConversationContext = { topic, turns: [] };
      for (const { question, holds } of turns) {
        const { data } = await session.answer({ kind: "ask", question, conversation });
        const { answer, readAs } = replySchema.parse(data);
        conversation = { topic, turns: [...conversation.turns, { question: readAs ?? question, answer }] };
        const outcome = judge(answer, holds);
        scores[holds === null ? "foreign" : "answerable"][outcome]++;
        judged.push({ question, holds, answer, outcome });
      }
    }
  });
  return { scores, judged };
}

function judge(answer: string | null, holds: string | null): Outcome {
  if (answer === null) return "left";
  const said = answer.toLowerCase();
  return holds?.split("|").some((words) => said.includes(words.toLowerCase())) === true ? "right" : "wrong";
}
