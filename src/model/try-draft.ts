import type { ArticleBody } from "../domain/evidence/records.ts";
import type { LanguageModel, ModelOutcome, Prose, WritingTask } from "../domain/model/language-model.ts";
import { english } from "../extract/en/english.ts";
import { TRIED_PASSAGE } from "../extract/en/tried-passage.ts";
import { readText } from "../extract/read-text.ts";
import { createDraftCheck } from "./check-draft.ts";
import { copyPoints } from "./copy/copy-points.ts";
import type { Evidence } from "./gate/evidence.ts";
import { sayWhyInFull } from "./say-why.ts";
import { screenArticles } from "./screen-articles.ts";
import { showEvidence } from "./show-evidence.ts";

const LIMITS = { points: 2, words: 45, quotes: 0 };

/** Whether a model writes, and what came of it, in one sentence. */
export interface TriedDraft {
  isFine: boolean;
  sentence: string;
}

/** Has a model make one real draft on a built-in passage, and checks it as any other. It costs some hundred tokens. Never rejects. */
export async function tryDraft(model: LanguageModel, prose: Prose, signal: AbortSignal): Promise<TriedDraft> {
  const { articles, evidence } = passage();
  const task: WritingTask = {
    kind: "write",
    purpose: "briefing",
    prose,
    about: "Norway and Portugal",
    reading: null,
    turns: [],
    articles,
    quotes: [],
    meetings: [],
    limits: LIMITS,
  };
  const name = model.name("briefing");
  const outcome = await model.write(task, signal);
  if (outcome.kind === "failed")
    return { isFine: false, sentence: `${name} makes no draft: ${sayWhyInFull(outcome.failure, outcome.said ?? "")}.` };
  return sentenceOf(name, outcome, { prose, evidence });
}

function sentenceOf(
  name: string,
  { draft, usage }: Extract<ModelOutcome, { kind: "draft" }>,
  { prose, evidence }: { prose: Prose; evidence: Evidence },
): TriedDraft {
  const points =
    prose === "copy" ? copyPoints(draft.copies, evidence, LIMITS) : createDraftCheck(evidence).points(draft.points, LIMITS);
  const kept = points.flatMap((point) => point.kept?.text ?? []);
  const refused = points.flatMap((point) => point.rejection?.reason ?? []);
  const tokens = `${usage.inputTokens} tokens in, ${usage.outputTokens} out`;
  if (kept.length > 0)
    return { isFine: true, sentence: `${name} made a draft on a built-in passage (${tokens}): ${kept.join(" ")}` };
  const why =
    refused.length === 0 ? "it points at no sentence" : `its sentences were refused (${[...new Set(refused)].join(", ")})`;
  return { isFine: false, sentence: `${name} answers, but ${why} (${tokens}). Try another OPENAI_MODEL.` };
}

function passage() {
  const sentences = readText(TRIED_PASSAGE.text, english).sentences.map(({ start, end }) => ({ start, end }));
  const article: ArticleBody = {
    id: "passage",
    url: null,
    title: null,
    publisher: null,
    author: null,
    language: null,
    publishedAt: TRIED_PASSAGE.publishedAt,
    text: TRIED_PASSAGE.text,
    firstSeenAt: `${TRIED_PASSAGE.publishedAt}T00:00:00Z`,
    revision: 1,
    storyId: null,
    countries: ["NO", "PT"],
    summary: [],
    sentences,
  };
  const shown = showEvidence(screenArticles([article]), []);
  return { articles: shown.articles, evidence: { sentences: shown.sentences } };
}
