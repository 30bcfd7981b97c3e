import type { Logger } from "pino";
import type { Store } from "../adapters/prisma/open-store.ts";
import type { ModelDeps } from "../commands/evidence/watched-writer.ts";
import type { Config } from "../config/config.ts";
import { systemClock } from "../domain/clock.ts";
import type { DigestPoster } from "../domain/digests/digest-poster.ts";
import type { ModelWriter } from "../model/create-model-writer.ts";
import type { TroubleWatch } from "../model/create-trouble-watch.ts";
import { openSpans } from "./open-spans.ts";

interface Opening {
  config: Pick<Config, "model">;
  store: Store;
  logger: Logger;
}

export interface RunningModel extends ModelDeps {
  /** Called when no more text is requested: finishes pending notices about trouble. */
  settle(): Promise<void>;
}

/** The language model, with the watch that reports its troubles to managers. */
export async function openModel({ config, store, logger }: Opening, posters: DigestPoster[]): Promise<RunningModel> {
  const writer = await openWriter(config.model, store, {
    onTrouble: (why) => logger.warn(`The local engine writes: ${why}.`),
    onNotice: (sentence) => logger.warn(sentence),
  });
  const troubles = await watchTroubles(store, posters, logger);
  return { writer, onModelOutcome: troubles.note, settle: troubles.settle };
}

/** Reports to managers why the language model cannot write. */
async function watchTroubles({ troubles, managers }: Store, posters: DigestPoster[], logger: Logger): Promise<TroubleWatch> {
  const [{ createTroubleWatch }, { createManagerTeller }] = await Promise.all([
    import("../model/create-trouble-watch.ts"),
    import("../adapters/chat/tell-managers.ts"),
  ]);
  const tell = createManagerTeller({ posters, managers, clock: systemClock, logger });
  const onFailure = (error: unknown, workspaceId: string) =>
    logger.error({ err: error, workspaceId }, "Could not record or report a problem of the language model");
  return createTroubleWatch({ troubles, clock: systemClock, tell, onFailure });
}

/** The language model behind its cache and budget. If none is configured, returns null and loads nothing. */
export async function openWriter(
  settings: Config["model"],
  store: Store,
  told: { onTrouble: (why: string) => void; onNotice: (sentence: string) => void },
): Promise<ModelWriter | null> {
  if (settings === null) return null;
  const [{ openModelWriter }, spans] = await Promise.all([import("../adapters/openai/open-model-writer.ts"), openSpans()]);
  const { modelLedger, drafts } = store;
  return openModelWriter(settings, { modelLedger, drafts, clock: systemClock, watched: spans.model, ...told });
}
