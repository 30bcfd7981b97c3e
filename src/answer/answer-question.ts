import type { ConversationContext } from "../domain/chat/intent.ts";
import { stripEnd } from "../domain/strip-end.ts";
import { isSmallTalk } from "../extract/en/questions/chat-words.ts";
import { partsAsked } from "./asked/parts-asked.ts";
import { answered, type Found, findAnswer, NOTHING, type Readers } from "./find-answer.ts";
import { readFollowUp, type StandaloneQuestion } from "./follow-up/read-follow-up.ts";
import { saysWhen } from "./lacking.ts";
import { leaveOffTopic } from "./leave-off-topic.ts";

export interface Answer extends Found {
  /** How a follow-up was understood, where anything was put in; null where it was taken as it stands. */
  readAs: string | null;
  /** The question as it was answered. */
  question: StandaloneQuestion;
}

export interface AnswerRequest {
  question: string;
  /** ISO date; articles published later are not looked at, and fresh ones count more. */
  askedAt?: string | undefined;
  /** ISO date: what "this week" means where `askedAt` is not given. */
  today: string;
  conversation?: ConversationContext | undefined;
}

/** So many sentences of each part of a question are told where there are several. */
const OF_EACH_PART = 2;

/**
 * Answers out of what is stored, in the articles' own sentences, or says that they don't hold the answer. Where two things are asked and the
 * articles hold one of them, the answer says which one they leave open.
 */
export async function answerQuestion(store: Readers, workspaceId: string, request: AnswerRequest): Promise<Answer> {
  const question = await readFollowUp(request.question, request.conversation, { people: store.people, workspaceId });
  if (isSmallTalk(request.question)) return { ...NOTHING, readAs: null, question };
  const onTopic = await leaveOffTopic(store, workspaceId, `${question.context} ${question.text}`.trim());
  const parts = partsAsked(question.text);
  const asked = { question, request };
  const found =
    parts.length > 1 ? await answerParts(onTopic, workspaceId, { ...asked, parts }) : await ask(onTopic, workspaceId, asked);
  return { ...found, readAs: question.changed ? question.text : null, question };
}

interface Asked {
  question: StandaloneQuestion;
  request: AnswerRequest;
}

function ask(store: Readers, workspaceId: string, { question, request }: Asked): Promise<Found> {
  return findAnswer(store, workspaceId, { question, today: request.today, until: request.askedAt?.slice(0, 10) ?? null });
}

/** Each part goes on from the first, as a question in a thread does. */
async function answerParts(
  store: Readers,
  workspaceId: string,
  { question, request, parts }: Asked & { parts: string[] },
): Promise<Found> {
  const [first = "", ...others] = parts;
  const head = await ask(store, workspaceId, { question: { ...question, text: first }, request });
  const conversation = { topic: request.conversation?.topic ?? null, turns: [{ question: first, answer: head.answer }] };
  const found = [{ part: first, ...head }];
  for (const part of others) {
    if (head.answer !== null && saysWhen(part, head.sentences)) continue;
    const goesOn = await readFollowUp(part, conversation, { people: store.people, workspaceId });
    const own = await ask(store, workspaceId, { question: goesOn, request });
    found.push({ part, ...(goesOn.context === "" ? own : ofTheSame(own, head)) });
  }
  const told = found.filter(({ answer }) => answer !== null);
  if (told.length === 0) return head;
  const sentences = told.flatMap((each) => (found.length > 1 ? each.sentences.slice(0, OF_EACH_PART) : each.sentences));
  const lacking = found.flatMap(({ part, answer, lacking }) => (answer === null ? [stripEnd(part, /[?\s]/)] : lacking));
  return { ...answered(once(sentences)), differing: told.flatMap(({ differing }) => differing), lacking: [...new Set(lacking)] };
}

/** A part that names nothing itself, "and who chaired it?", is answered by the articles that tell of the first, or by none. */
function ofTheSame(found: Found, head: Found): Found {
  const articles = new Set(head.citations.map(({ articleId }) => articleId));
  const sentences = found.sentences.filter(({ citation }) => articles.has(citation.articleId));
  return sentences.length === 0 ? NOTHING : answered(sentences);
}

/** One sentence that answers both is told once, with the day and the place where either gives them. */
function once(sentences: Found["sentences"]): Found["sentences"] {
  const same = (one: Found["sentences"][number], other: Found["sentences"][number]) =>
    one.citation.articleId === other.citation.articleId && one.citation.start === other.citation.start;
  return sentences
    .filter((sentence, at) => sentences.findIndex((other) => same(sentence, other)) === at)
    .map((sentence) => sentences.find((other) => same(sentence, other) && other.fact !== null) ?? sentence);
}
