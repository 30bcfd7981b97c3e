import type { QuestionReading } from "../domain/model/language-model.ts";
import type { PeopleReader } from "../domain/sources/readers.ts";
import { findNamed } from "../evidence/find-named.ts";
import { readQuestion } from "./asked/read-question.ts";
import type { StandaloneQuestion } from "./follow-up/read-follow-up.ts";

const MAX_PEOPLE = 4;

/**
 * What a model is told of how a question is meant: what the local engine made of it in its thread, so that both answer for the same
 * person and the same days.
 */
export async function readForModel(
  people: PeopleReader,
  workspaceId: string,
  asked: { question: StandaloneQuestion; until: string | undefined; today: string },
): Promise<QuestionReading> {
  const { question, until, today } = asked;
  const named = await findNamed(people, workspaceId, question.text);
  return {
    question: question.text,
    people: named.people.slice(0, MAX_PEOPLE).map(({ person }) => person.name),
    topic: question.context === "" ? null : question.context,
    beside: question.beside,
    asOf: until ?? (readQuestion(question.text).recent ? today : null),
  };
}
