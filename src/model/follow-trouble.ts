import { isoDate } from "../domain/clock.ts";
import type { NoDraft } from "../domain/model/language-model.ts";
import type { ModelTrouble } from "../domain/model/model-trouble.ts";

/** What a workspace's trouble becomes, and whether people are to hear of that. Null: it stays as it was. */
interface Step {
  trouble: ModelTrouble;
  tell: boolean;
}

/** Nobody is told more often of one trouble, whether it comes and goes, or nobody could be told. */
const TOLD_AGAIN_AFTER_MS = 6 * 3_600_000;

/** One trouble may show in several ways: an endpoint that is down is now unreachable and now too late. */
const KIND: Record<NoDraft, "settings" | "budget" | "endpoint"> = {
  key: "settings",
  "not-found": "settings",
  request: "settings",
  budget: "budget",
  "rate-limit": "endpoint",
  server: "endpoint",
  unreachable: "endpoint",
  timeout: "endpoint",
  truncated: "endpoint",
  schema: "endpoint",
  refusal: "endpoint",
  empty: "endpoint",
};

/** The model does not write, for a reason that lasts. */
export function afterFailure(known: ModelTrouble | null, why: NoDraft, nowMs: number): Step | null {
  const begun = { trouble: { why, sinceMs: nowMs, triedAtMs: nowMs, isTold: false, endedAtMs: null }, tell: true };
  if (known === null || KIND[known.why] !== KIND[why]) return begun;
  const isRecent = nowMs - known.triedAtMs < TOLD_AGAIN_AFTER_MS;
  if (known.endedAtMs !== null) return isRecent ? { trouble: { ...known, isTold: false, endedAtMs: null }, tell: false } : begun;
  return known.isTold || isRecent ? null : { trouble: { ...known, why, triedAtMs: nowMs }, tell: true };
}

/** The model wrote. That a small text had room in a day's budget does not mean that the next one has. */
export function afterSuccess(known: ModelTrouble | null, nowMs: number): Step | null {
  if (known === null || known.endedAtMs !== null) return null;
  if (known.why === "budget" && isoDate(known.sinceMs) === isoDate(nowMs)) return null;
  return { trouble: { ...known, endedAtMs: nowMs }, tell: known.isTold };
}
