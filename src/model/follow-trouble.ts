import { isoDate } from "../domain/clock.ts";
import type { NoDraft } from "../domain/model/language-model.ts";
import type { ModelTrouble } from "../domain/model/model-trouble.ts";

/** The next state of a workspace's trouble, and whether to tell people. Null means no change. */
interface Step {
  trouble: ModelTrouble;
  tell: boolean;
}

/** The shortest time between two notices about a trouble, even if it flaps or a notice failed. */
const TOLD_AGAIN_AFTER_MS = 6 * 3_600_000;

/** One trouble may appear as different failures: a broken endpoint is sometimes unreachable and sometimes too slow. */
const KIND: Record<NoDraft, "settings" | "budget" | "endpoint"> = {
  key: "settings",
  "not-found": "settings",
  request: "settings",
  credit: "settings",
  "web-page": "settings",
  context: "endpoint",
  filter: "endpoint",
  busy: "endpoint",
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

/** The model cannot write, for a lasting reason. */
export function afterFailure(known: ModelTrouble | null, why: NoDraft, nowMs: number): Step | null {
  const begun = { trouble: { why, sinceMs: nowMs, triedAtMs: nowMs, isTold: false, endedAtMs: null }, tell: true };
  if (known === null || KIND[known.why] !== KIND[why]) return begun;
  const isRecent = nowMs - known.triedAtMs < TOLD_AGAIN_AFTER_MS;
  if (known.endedAtMs !== null) return isRecent ? { trouble: { ...known, isTold: false, endedAtMs: null }, tell: false } : begun;
  return known.isTold || isRecent ? null : { trouble: { ...known, why, triedAtMs: nowMs }, tell: true };
}

/** The model wrote. A small text that fits into the day's budget does not end a budget trouble. */
export function afterSuccess(known: ModelTrouble | null, nowMs: number): Step | null {
  if (known === null || known.endedAtMs !== null) return null;
  if (known.why === "budget" && isoDate(known.sinceMs) === isoDate(nowMs)) return null;
  return { trouble: { ...known, endedAtMs: nowMs }, tell: known.isTold };
}
