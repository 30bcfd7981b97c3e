import type { Answer } from "../../../answer/answer-question.ts";
import { readForModel } from "../../../answer/read-for-model.ts";
import { searchedWords, writeAnswer } from "../../../answer/write-answer.ts";
import { authorshipFooter, explainAuthorship } from "../../../documents/authorship-blocks.ts";
import { citedInlines, sourcesOf } from "../../../documents/blocks.ts";
import type { Block } from "../../../domain/chat/document.ts";
import type { Intent } from "../../../domain/chat/intent.ts";
import { isoDate } from "../../../domain/clock.ts";
import { dateOf } from "../../../domain/evidence/article-date.ts";
import type { ArticleBody, Citation, CitedSentence } from "../../../domain/evidence/records.ts";
import { wordForms } from "../../../evidence/word-forms.ts";
import type { Authorship } from "../../../model/authorship.ts";
import type { CommandContext } from "../../command-context.ts";

const MAX_ARTICLES = 10;
const MAX_SEARCHED_WORDS = 12;

interface AskedQuestion {
  intent: Extract<Intent, { kind: "ask" }>;
  question: string;
  /** ISO date: later articles are ignored. */
  until: string | undefined;
  /** The local engine's answer. */
  answer: Answer;
}

/** The answer to show, its blocks if the model wrote them, the line below it, and the details for the thread. */
interface AnswerShown {
  answer: Answer;
  blocks: Block[] | null;
  below: Block[];
  detail: Block[];
}

/** The language model's answer if there is one, else the local engine's. */
export async function answerWithModel(context: CommandContext, asked: AskedQuestion): Promise<AnswerShown> {
  const { writer } = context;
  const { intent, question, answer } = asked;
  const explained = (authorship: Authorship | null) =>
    intent.explain === true ? explainAuthorship(context.asker, authorship) : [];
  if (writer === null) return { answer, blocks: null, below: [], detail: explained(null) };
  const articles = await findArticles(context, asked);
  const turns = intent.conversation?.turns ?? [];
  const nearest = answer.nearest?.citation ?? null;
  const asRead = { question: answer.question, until: asked.until, today: isoDate(context.clock.now()) };
  const reading = await readForModel(context.store.people, context.workspaceId, asRead);
  const material = { question, reading, turns, citations: answer.citations, nearest, articles };
  const { hears } = context.asker;
  const sources = sourcesOf(articles);
  const written = await writeAnswer(
    writer,
    material,
    hears === undefined ? undefined : (sentence) => hears(citedInlines(sentence, sources)),
  );
  const explain = { label: "How it was written", intent: { ...intent, explain: true } };
  const below: Block[] = [authorshipFooter(written.authorship), { type: "actions", actions: [explain] }];
  const detail = explained(written.authorship);
  switch (written.kind) {
    case "composed":
      return { answer, blocks: null, below, detail };
    case "not-held":
      return { answer: notHeld(answer, written.nearest, articles), blocks: null, below, detail };
    case "written":
      return { answer: saying(answer, written.sentences), blocks: sentenceBlocks(written.sentences, articles), below, detail };
  }
}

/** The local engine's passages, and the articles that contain most words of the question. */
async function findArticles(context: CommandContext, { intent, until, answer }: AskedQuestion): Promise<ArticleBody[]> {
  const { store, workspaceId } = context;
  const { turns, topic } = intent.conversation ?? { turns: [], topic: null };
  const terms = searchedWords(answer.question.text, turns, topic).slice(0, MAX_SEARCHED_WORDS).flatMap(wordForms);
  const bounds = until === undefined ? {} : { until };
  const heads =
    terms.length === 0 ? [] : await store.articles.find(workspaceId, { terms, match: "any", limit: MAX_ARTICLES, ...bounds });
  const cited = [...answer.citations, ...(answer.nearest === null ? [] : [answer.nearest.citation])].map(
    (each) => each.articleId,
  );
  return store.articles.load(workspaceId, [...new Set([...cited, ...heads.map((head) => head.id)])]);
}

function notHeld(answer: Answer, nearest: Citation | null, articles: ArticleBody[]): Answer {
  const article = articles.find((each) => each.id === nearest?.articleId);
  const shown = nearest === null || article === undefined ? null : { citation: nearest, date: dateOf(article) };
  return { ...answer, answer: null, citations: [], nearest: shown };
}

function saying(answer: Answer, sentences: CitedSentence[]): Answer {
  const text = sentences.map((sentence) => sentence.text).join(" ");
  return { ...answer, answer: text, citations: sentences.flatMap((sentence) => sentence.citations), nearest: null, lacking: [] };
}

function sentenceBlocks(sentences: CitedSentence[], articles: ArticleBody[]): Block[] {
  const sources = sourcesOf(articles);
  return [{ type: "list", items: sentences.map((sentence) => citedInlines(sentence, sources)) }];
}
