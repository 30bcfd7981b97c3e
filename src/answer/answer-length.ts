import type { ArticleBody, Citation } from "../domain/evidence/records.ts";
import type { StoreReaders } from "../domain/sources/readers.ts";
import { stripEnd } from "../domain/strip-end.ts";
import { findNamed, namesOf } from "../evidence/find-named.ts";
import { citeWithoutDateline } from "../evidence/skip-dateline.ts";
import { wordsOf } from "../evidence/words.ts";
import { LASTS } from "../extract/en/questions/asking-words.ts";
import { ASKS_HOW_LONG_THEY, ASKS_LENGTH_OF, LASTED, MEETS } from "../extract/en/questions/meeting-words.ts";
import { answerMeeting, type MeetingRequest } from "./answer-meeting.ts";
import type { AnswerSentence } from "./answer-sentence.ts";

/**
 * "How long did Lund and Moe meet?": the sentence, of the reports of their meeting, that names both and says so, with its day and place in
 * front. Null where the question is none of that kind, or no report says it.
 */
export async function answerLength(
  store: Pick<StoreReaders, "people" | "meetings" | "articles">,
  workspaceId: string,
  request: MeetingRequest,
): Promise<AnswerSentence[] | null> {
  const { question } = request;
  const bare = stripEnd(question.text, /[?.!\s]/);
  const isVerb = ASKS_HOW_LONG_THEY.test(bare) && MEETS.test(bare);
  if (!isVerb && !ASKS_LENGTH_OF.test(bare)) return null;
  const who = isVerb
    ? bare.replace(ASKS_HOW_LONG_THEY, "").replace(MEETS, "")
    : bare.replace(ASKS_LENGTH_OF, "").replace(LASTS, "");
  const { people } = await findNamed(store.people, workspaceId, who);
  if (people.length < 2) return null;
  const text = `When did ${who} speak or meet?`;
  const met = await answerMeeting(store, workspaceId, { ...request, question: { ...question, text } });
  const names = people.map(({ person }) => namesOf(person));
  for (const told of met?.sentences ?? []) {
    const articles = await store.articles.load(workspaceId, told.meeting?.articleIds ?? []);
    const [found] = articles.flatMap((article) => lengthsIn(article, names));
    if (found !== undefined) return [{ ...told, citation: found }];
  }
  return null;
}

/** The sentences that name all of them, and how long they met. */
function lengthsIn({ id, text, sentences }: ArticleBody, names: ReadonlySet<string>[]): Citation[] {
  return sentences.flatMap(({ start, end }) => {
    const said = text.slice(start, end);
    const words = wordsOf(said);
    const isTheirs = names.every((each) => words.some((word) => each.has(word)));
    return isTheirs && LASTED.test(said) ? [citeWithoutDateline({ articleId: id, start, end, text: said })] : [];
  });
}
