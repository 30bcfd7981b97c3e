import type { ArticleBody, Citation, CitedSentence } from "../domain/evidence/records.ts";
import type { OnPart, QuestionReading, WritingTask } from "../domain/model/language-model.ts";
import { plainText } from "../evidence/plain-text.ts";
import { wordForms } from "../evidence/word-forms.ts";
import { contentWords, stemOf } from "../evidence/words.ts";
import type { Authorship } from "../model/authorship.ts";
import { type CheckedPoint, countRejections, createDraftCheck, isNothing, rejectionsOf } from "../model/check-draft.ts";
import { copyPoints } from "../model/copy/copy-points.ts";
import type { ModelWriter, WriterOutcome } from "../model/create-model-writer.ts";
import { fillIn } from "../model/fill-in.ts";
import type { Evidence } from "../model/gate/evidence.ts";
import { judgePoints } from "../model/judge-points.ts";
import { refusedSentences } from "../model/refused-pieces.ts";
import { type Screened, screenArticles } from "../model/screen-articles.ts";
import { showEvidence } from "../model/show-evidence.ts";

/** A question with what the local engine found, and the articles that a model may answer from. */
export interface AnswerMaterial {
  /** As it was typed, and as it is meant. */
  question: string;
  reading: QuestionReading;
  turns: WritingTask["turns"];
  /** The passages of the local engine's answer, best first; none where it has no answer. */
  citations: Citation[];
  /** The nearest passage where there is no answer. */
  nearest: Citation | null;
  /** Best first. */
  articles: ArticleBody[];
}

/** `composed`: the local engine's answer stands as it is. `written`: these sentences are the answer. `not-held`: there is none. */
export type WrittenAnswer =
  | { kind: "composed"; authorship: Authorship }
  | { kind: "written"; sentences: CitedSentence[]; authorship: Authorship }
  | { kind: "not-held"; nearest: Citation | null; authorship: Authorship };

const MAX_POINTS = 4;
const MAX_WORDS = 45;
/** Of each article so many sentences with words of the question are shown first. */
const LIKELY_SENTENCES = 5;

/** An answer by the model, as far as it passes the gate; a sentence that fails has one of the local engine's in its place. */
export async function writeAnswer(
  writer: ModelWriter,
  material: AnswerMaterial,
  onSentence?: OnSentence,
): Promise<WrittenAnswer> {
  const screened = screenArticles(material.articles);
  const local = material.citations.filter((citation) => screened.isClean(citation.articleId, citation));
  const authorship: Authorship = {
    by: "local",
    prose: writer.prose,
    model: writer.name("answer"),
    why: "no-evidence",
    rejections: [],
    replaced: 0,
    setAside: screened.setAside,
  };
  const byLocal = (more: Partial<Authorship>) => localAnswer(material, { screened, local }, { ...authorship, ...more });
  const shown = showEvidence(screened, [...local, ...likelyPassages(material)]);
  if (shown.sentences.size === 0) return byLocal({});
  const evidence = { sentences: shown.sentences };
  const onPart = writer.prose === "copy" && onSentence !== undefined ? createTeller(evidence, onSentence) : undefined;
  const outcome = await writer.write({ ...taskOf(material, shown.articles), prose: writer.prose }, onPart);
  if (outcome.kind === "none") return byLocal({ why: outcome.why });
  const { copies, points: written } = outcome.draft;
  if ((writer.prose === "copy" ? copies : written).length === 0) {
    const nearest = nearestOf(material, { screened, local });
    return { kind: "not-held", nearest, authorship: { ...authorship, by: "model", why: null } };
  }
  const limits = { points: MAX_POINTS, words: MAX_WORDS };
  const points =
    writer.prose === "copy" ? copyPoints(copies, evidence, limits) : await checkProse(writer, outcome, { evidence, limits });
  const rejections = rejectionsOf(points);
  if (outcome.isFresh) {
    await writer.count("answer", countRejections(rejections));
    await writer.keep("answer", refusedSentences(points, evidence));
  }
  const own = local.map((citation) => ({ text: citation.text, citations: [citation] }));
  const { sentences, replaced } = fillIn(points, own, { evidence, room: MAX_POINTS });
  if (points.every(isNothing)) return byLocal({ why: "gate", rejections });
  return { kind: "written", sentences, authorship: { ...authorship, by: "model", why: null, rejections, replaced } };
}

/** Takes each sentence of an answer that is being written as soon as it is sure to stand in it. */
export type OnSentence = (sentence: CitedSentence) => void;

/** Tells the sentences that are copied, in their order, until one is refused: what takes its place is known at the end alone. */
function createTeller(evidence: Evidence, onSentence: OnSentence): OnPart {
  let told = 0;
  return ({ copies }) => {
    const points = copyPoints(copies, evidence, { points: MAX_POINTS });
    for (const { kept } of points.slice(told)) {
      if (kept === null) return;
      onSentence({ text: kept.text, citations: kept.citations });
      told++;
    }
  };
}

/** Sends what a model wrote through the gate, and what passes to the judge. */
function checkProse(
  writer: ModelWriter,
  { draft, leftMs }: Extract<WriterOutcome, { kind: "draft" }>,
  { evidence, limits }: { evidence: Evidence; limits: { points: number; words: number } },
): Promise<CheckedPoint[]> {
  const check = createDraftCheck(evidence);
  return judgePoints(writer, check.points(draft.points, limits), { purpose: "answer", check, leftMs });
}

interface Local {
  screened: Screened;
  /** The citations that do not touch what speaks to the machine. */
  local: Citation[];
}

/** The local engine's answer, without the passages that speak to the machine where it has any. */
function localAnswer(material: AnswerMaterial, found: Local, authorship: Authorship): WrittenAnswer {
  const { citations, nearest } = material;
  const isWhole = found.local.length === citations.length && (nearest === null || isClean(found.screened, nearest));
  if (isWhole) return { kind: "composed", authorship };
  if (found.local.length === 0) return { kind: "not-held", nearest: nearestOf(material, found), authorship };
  const sentences = found.local.map((citation) => ({ text: citation.text, citations: [citation] }));
  return { kind: "written", sentences, authorship };
}

function isClean(screened: Screened, citation: Citation): boolean {
  return screened.isClean(citation.articleId, citation);
}

function nearestOf({ nearest }: AnswerMaterial, { screened, local }: Local): Citation | null {
  return local[0] ?? (nearest !== null && isClean(screened, nearest) ? nearest : null);
}

function taskOf({ question, reading, turns }: AnswerMaterial, articles: WritingTask["articles"]): Omit<WritingTask, "prose"> {
  return {
    kind: "write",
    purpose: "answer",
    about: plainText(question),
    reading: {
      ...reading,
      question: plainText(reading.question),
      people: reading.people.map(plainText),
      topic: reading.topic === null ? null : plainText(reading.topic),
    },
    turns: turns.map((turn) => ({
      question: plainText(turn.question),
      answer: turn.answer === null ? null : plainText(turn.answer),
    })),
    articles,
    quotes: [],
    meetings: [],
    limits: { points: MAX_POINTS, words: MAX_WORDS, quotes: 0 },
  };
}

/** The words that articles are searched for, for a question in a conversation. */
export function searchedWords(question: string, turns: WritingTask["turns"], topic: string | null): string[] {
  const context = [topic ?? "", turns.at(-1)?.question ?? ""].join(" ").replace(/[-–]/g, " ");
  return contentWords(`${question} ${context}`);
}

/** The sentences of each article that hold most of the question's words. */
function likelyPassages({ reading, turns, articles }: AnswerMaterial): Pick<Citation, "articleId" | "start" | "end">[] {
  const wanted = new Set(searchedWords(reading.question, turns, null).flatMap((word) => wordForms(word).map(stemOf)));
  return articles.flatMap((article) =>
    article.sentences
      .map((range) => {
        const words = contentWords(article.text.slice(range.start, range.end));
        return { range, held: words.filter((word) => wanted.has(stemOf(word))).length };
      })
      .filter((each) => each.held > 0)
      .sort((a, b) => b.held - a.held || a.range.start - b.range.start)
      .slice(0, LIKELY_SENTENCES)
      .map(({ range }) => ({ articleId: article.id, ...range })),
  );
}
