import type { PeopleReader } from "../domain/sources/readers.ts";
import { findNamed } from "../evidence/find-named.ts";
import { stemOf, wordsOf } from "../evidence/words.ts";
import type { Question } from "./asked/read-question.ts";

/**
 * A question that a passage answers with the surname alone: news names a person in full once. Only where the store knows that one word for
 * that one person: "Biden" is not enough for Jill Biden.
 */
export async function dropGivenNames(people: PeopleReader, workspaceId: string, question: Question): Promise<Question> {
  const named = await findNamed(people, workspaceId, question.text);
  const mustName = new Set(question.mustName);
  for (const { person, words } of named.people) {
    const short = words.find((word) => words.length > 1 && person.aliases.includes(word));
    if (short === undefined) continue;
    const [alone] = (await findNamed(people, workspaceId, short)).people;
    if (alone?.person.id !== person.id) continue;
    const stems = words
      .filter((word) => word !== short)
      .flatMap(wordsOf)
      .map(stemOf);
    for (const stem of stems) mustName.delete(question.stems.get(stem) ?? stem);
  }
  return { ...question, mustName };
}
