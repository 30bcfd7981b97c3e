import type { Clock } from "../domain/clock.ts";
import type { ModelTrouble, TroubleStore } from "../domain/model/model-trouble.ts";
import type { WriterOutcome } from "./create-model-writer.ts";
import { afterFailure, afterSuccess } from "./follow-trouble.ts";
import { sayWhyInFull } from "./say-why.ts";

/** Tracks the language model per workspace, so that managers hear once of a trouble and once of its end. */
export interface TroubleWatch {
  /** Never rejects, and does not wait for notices. */
  note(workspaceId: string, outcome: WriterOutcome): Promise<void>;
  /** Resolves when pending notices are sent. */
  settle(): Promise<void>;
}

interface WatchDeps {
  troubles: TroubleStore;
  clock: Clock;
  /** Tells a manager of the workspace; returns false if it reached nobody. */
  tell(workspaceId: string, sentence: string): Promise<boolean>;
  onFailure(error: unknown, workspaceId: string): void;
}

export function createTroubleWatch(deps: WatchDeps): TroubleWatch {
  const telling = new Set<Promise<void>>();
  return {
    async note(workspaceId, outcome) {
      try {
        const said = await follow(deps, workspaceId, outcome);
        if (said === null) return;
        const work = tell(deps, workspaceId, { trouble: said, words: outcome.kind === "none" ? (outcome.said ?? "") : "" })
          .catch((error) => deps.onFailure(error, workspaceId))
          .finally(() => telling.delete(work));
        telling.add(work);
      } catch (error) {
        deps.onFailure(error, workspaceId);
      }
    },
    settle: async () => void (await Promise.all(telling)),
  };
}

/** The trouble to report, if this process is the one to do it. */
async function follow({ troubles, clock }: WatchDeps, workspaceId: string, outcome: WriterOutcome): Promise<ModelTrouble | null> {
  // Neither a cached draft nor a single failure shows the current state of the model.
  if (outcome.kind === "draft" ? !outcome.isFresh : !outcome.isLasting) return null;
  const known = await troubles.read(workspaceId);
  const nowMs = clock.now();
  const step = outcome.kind === "draft" ? afterSuccess(known, nowMs) : afterFailure(known, outcome.why, nowMs);
  if (step === null || !(await troubles.replace(workspaceId, known, step.trouble))) return null;
  return step.tell ? step.trouble : null;
}

async function tell(
  deps: WatchDeps,
  workspaceId: string,
  { trouble, words }: { trouble: ModelTrouble; words: string },
): Promise<void> {
  const isHeard = await deps.tell(workspaceId, sentenceOf(trouble, words));
  // Stored after sending: if the process is killed in between, the notice is repeated hours later.
  if (isHeard && trouble.endedAtMs === null) await deps.troubles.replace(workspaceId, trouble, { ...trouble, isTold: true });
}

function sentenceOf({ why, endedAtMs }: ModelTrouble, words: string): string {
  if (endedAtMs !== null) return "The language model works again.";
  const until = why === "budget" ? "Until tomorrow (UTC)" : "Until it works again";
  return `The language model is not working: ${sayWhyInFull(why, words)}. ${until}, the local engine answers instead. I will tell you when it works again; /attache status shows the current state.`;
}
