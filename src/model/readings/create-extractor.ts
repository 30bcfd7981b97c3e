import type { Article } from "../../domain/evidence/article.ts";
import type { Extracting, Extraction } from "../../domain/evidence/extraction.ts";
import type { ReadingTask } from "../../domain/model/language-model.ts";
import type { ModelCount } from "../../domain/model/model-ledger.ts";
import type { Refusal } from "../../domain/model/model-reading.ts";
import type { SettingsStore } from "../../domain/workspace/workspace-settings.ts";
import type { ModelWriter } from "../create-model-writer.ts";
import { refusedParts } from "../refused-pieces.ts";
import type { Held } from "./hold-reading.ts";

/** Who reads the articles of which workspaces: their names, or "1" for all of them. `writer` is null where no model is set up. */
export interface Reader {
  writer: Pick<ModelWriter, "read" | "count" | "keep"> | null;
  reads: readonly string[];
  /** What a workspace keeps from the model altogether is not read by it either. */
  settings: Pick<SettingsStore, "readModel">;
}

interface ExtractorDeps extends Reader {
  /** Extracts, and holds an answer against the text, on whatever thread. */
  hold(article: Article, reading: object | null): Promise<Held>;
}

/** So many sentences are shown: a longer text is a transcript, of which the head tells what it is about. */
const MOST_SENTENCES = 120;
/** And so many characters of one. */
const MOST_CHARACTERS = 1000;

/**
 * Extraction that has a model read the articles of those workspaces that want it, one call an article. What the text does not bear out, and
 * all of it where the model does not answer, is the local engine's.
 */
export function createExtractor({ hold, writer, reads, settings }: ExtractorDeps) {
  return async (article: Article, { workspaceId, reading }: Extracting): Promise<Extraction> => {
    const held = await hold(article, reading === "ask" ? null : reading);
    if (reading !== "ask") return reading === null ? held.extraction : { ...held.extraction, reading };
    const isNamed = reads.includes("1") || reads.includes(workspaceId);
    if (writer === null || !isNamed || held.extraction.sentences.length === 0) return held.extraction;
    if (!(await settings.readModel(workspaceId)).isOn) return held.extraction;
    const answer = await writer.read(readingTask(article, held.extraction));
    if (answer.kind === "none") return held.extraction;
    const { extraction, refused } = await hold(article, answer.draft);
    if (answer.isFresh) {
      await writer.count("reading", countsOf(refused ?? []));
      await writer.keep("reading", refusedParts(article, held.extraction, { draft: answer.draft, refused: refused ?? [] }));
    }
    return { ...extraction, reading: answer.draft };
  };
}

/** How often each reason was given. */
function countsOf(refused: readonly Refusal[]): Partial<Record<ModelCount, number>> {
  const counts: Partial<Record<ModelCount, number>> = {};
  for (const { reason } of refused) counts[`rejected:${reason}`] = (counts[`rejected:${reason}`] ?? 0) + 1;
  return counts;
}

/** The article as a model sees it: its sentences and quotations by their numbers. */
function readingTask({ title, publishedAt, text }: Article, { sentences, quotes }: Extraction): ReadingTask {
  const shown = sentences.slice(0, MOST_SENTENCES);
  const end = shown.at(-1)?.end ?? 0;
  const numbered = (ranges: readonly { start: number; end: number }[]) =>
    ranges.map((range, at) => ({
      number: at + 1,
      text: text.slice(range.start, Math.min(range.end, range.start + MOST_CHARACTERS)),
    }));
  return {
    kind: "read",
    purpose: "reading",
    title,
    publishedAt: publishedAt?.slice(0, 10) ?? null,
    sentences: numbered(shown),
    quotes: numbered(quotes.filter((quote) => quote.end <= end)),
  };
}
