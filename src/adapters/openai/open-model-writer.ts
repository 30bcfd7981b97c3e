import type { Clock } from "../../domain/clock.ts";
import type { LanguageModel, Prose } from "../../domain/model/language-model.ts";
import type { DailyCap, DraftCache, ModelLedger } from "../../domain/model/model-ledger.ts";
import { createModelWriter, type ModelWriter } from "../../model/create-model-writer.ts";
import { sayWhyInFull } from "../../model/say-why.ts";
import { createOpenAiModel } from "./create-openai-model.ts";
import { createRefusedKeeper } from "./keep-refused.ts";
import type { OpenAiSettings } from "./settings.ts";

export interface ModelWriterSettings extends Omit<OpenAiSettings, "timeoutMs"> {
  prose: Prose;
  cap: DailyCap;
  /** For a whole text, tries and pauses between them included, but not waiting in line. */
  deadlineMs: number;
  concurrency: number;
  /** The file that what is refused is kept in; null for none. */
  keepRefused: string | null;
}

interface WriterParts {
  modelLedger: ModelLedger;
  drafts: DraftCache;
  clock: Clock;
  /** What watches the calls, put around the model. */
  watched(model: LanguageModel): LanguageModel;
  /** Told in the rest of a sentence why the local engine writes, once for each reason in some hours. */
  onTrouble(why: string): void;
  /** Told a whole sentence, as rarely. */
  onNotice(sentence: string): void;
}

/** A model behind an endpoint, its cache and its budget. */
export function openModelWriter(settings: ModelWriterSettings, parts: WriterParts): ModelWriter {
  const { prose, cap, deadlineMs, concurrency, keepRefused: path, apiKey: secret } = settings;
  return createModelWriter({
    // One try has half of the time, so that a second one may still be in time.
    model: parts.watched(createOpenAiModel({ ...settings, timeoutMs: deadlineMs / 2 })),
    ledger: parts.modelLedger,
    cache: parts.drafts,
    clock: parts.clock,
    prose,
    cap,
    deadlineMs,
    concurrency,
    onTrouble: (why, said) => parts.onTrouble(sayWhyInFull(why, said)),
    ...(path === null
      ? {}
      : {
          keep: createRefusedKeeper({
            path,
            secret,
            clock: parts.clock,
            model: (purpose) => settings.models[purpose],
            onTrouble: parts.onNotice,
          }),
        }),
    onCut: (tokens) => parts.onNotice(cutSentence(tokens)),
  });
}

function cutSentence(tokens: number): string {
  return `The language model's endpoint read only ${tokens} tokens of a longer prompt, and answered without the rest. Raise its context (num_ctx in Ollama), or set OPENAI_CONTEXT_TOKENS to it.`;
}
