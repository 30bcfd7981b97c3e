import type {
  Draft,
  JudgedClaim,
  JudgingTask,
  LanguageModel,
  ModelOutcome,
  ModelUsage,
  ReadingTask,
  WritingTask,
} from "../../src/domain/model/language-model.ts";
import type { DraftCache, LedgerRow, ModelCount, ModelLedger } from "../../src/domain/model/model-ledger.ts";

/** A model that answers as the test says, and remembers what it was shown. */
export interface FakeModel extends LanguageModel {
  readonly shown: WritingTask[];
  readonly judged: JudgingTask[];
  /** The articles that it was shown to read. */
  readonly asked: ReadingTask[];
}

const USED: ModelUsage = { inputTokens: 100, outputTokens: 10 };
/** What a call is estimated at: more than it uses. */
const MOST: ModelUsage = { inputTokens: 200, outputTokens: 100 };

/** Without a judge of its own it says yes to everything: what keeps a sentence away then is the program. */
export function createFakeModel(
  answer: (task: WritingTask) => ModelOutcome | Promise<ModelOutcome>,
  judge: (claim: JudgedClaim) => boolean | "failed" = () => true,
  read: (task: ReadingTask) => object | "failed" = () => "failed",
): FakeModel {
  const shown: WritingTask[] = [];
  const judged: JudgingTask[] = [];
  const asked: ReadingTask[] = [];
  return {
    shown,
    judged,
    asked,
    read: async (task) => {
      asked.push(task);
      const answer = read(task);
      if (answer === "failed") return { kind: "failed", failure: "server", usage: USED };
      return { kind: "draft", draft: answer, usage: USED };
    },
    name: (purpose) => `fake-${purpose}`,
    fingerprint: (task) => JSON.stringify(task),
    estimate: () => MOST,
    costMicros: ({ inputTokens, outputTokens }) => inputTokens + outputTokens * 4,
    write: async (task) => {
      shown.push(task);
      return answer(task);
    },
    judge: async (task) => {
      judged.push(task);
      const answers = task.claims.map((claim) => ({ number: claim.number, follows: judge(claim) }));
      const verdicts = answers.flatMap(({ number, follows }) => (follows === "failed" ? [] : [{ number, follows }]));
      if (verdicts.length < answers.length) return { kind: "failed", failure: "server", usage: USED };
      return { kind: "draft", draft: verdicts, usage: USED };
    },
  };
}

export function draftOf(draft: Partial<Draft>): ModelOutcome {
  return { kind: "draft", draft: { copies: [], points: [], meetings: [], quotes: [], ...draft }, usage: USED };
}

/** The number of the sentence that holds these words. */
export function numberOf(task: WritingTask, words: string): number {
  const sentence = task.articles.flatMap((article) => article.sentences).find((each) => each.text.includes(words));
  if (sentence === undefined) throw new Error(`No sentence was shown that holds: ${words}`);
  return sentence.number;
}

export function createMemoryLedger(): ModelLedger & { total(what: ModelCount): number } {
  const rows = new Map<string, LedgerRow>();
  const sum = (day: string | null, ...whats: ModelCount[]) =>
    [...rows.values()].reduce(
      (total, row) => total + ((day === null || row.day === day) && whats.includes(row.what) ? row.count : 0),
      0,
    );
  const add: ModelLedger["add"] = async (day, purpose, counts) => {
    for (const [what, count] of Object.entries(counts) as [ModelCount, number][]) {
      const key = `${day} ${purpose} ${what}`;
      const row = rows.get(key) ?? { day, purpose, what, count: 0 };
      if (count !== 0) rows.set(key, { ...row, count: row.count + count });
    }
  };
  return {
    add,
    async reserve({ day, purpose, inputTokens, outputTokens, costMicros }, cap) {
      const tokens = sum(day, "input-tokens", "output-tokens") + inputTokens + outputTokens;
      if (cap.tokens !== null && tokens > cap.tokens) return false;
      if (cap.costMicros !== null && sum(day, "cost-micros") + costMicros > cap.costMicros) return false;
      await add(day, purpose, {
        calls: 1,
        "input-tokens": inputTokens,
        "output-tokens": outputTokens,
        "cost-micros": costMicros,
      });
      return true;
    },
    read: async (fromDay) => [...rows.values()].filter((row) => row.day >= fromDay),
    total: (what) => sum(null, what),
  };
}

export function createMemoryCache(): DraftCache & { clear(): Promise<void> } {
  const drafts = new Map<string, object>();
  return {
    get: async (fingerprint) => drafts.get(fingerprint) ?? null,
    put: async (fingerprint, _purpose, draft) => {
      drafts.set(fingerprint, structuredClone(draft));
    },
    clear: async () => drafts.clear(),
  };
}
