import { setImmediate as nextTurn } from "node:timers/promises";
import { AppError } from "../domain/errors.ts";
import type { Article } from "../domain/evidence/article.ts";
import type { EvidenceStore, EvidenceWriter, FormerReport } from "../domain/evidence/evidence-store.ts";
import type { Extracting, Extraction } from "../domain/evidence/extraction.ts";
import type { MeetingReport } from "../domain/evidence/meeting-store.ts";
import type { OutdatedArticle, RereadStore } from "../domain/evidence/reread-store.ts";
import type { Range } from "../domain/evidence/span.ts";
import { english } from "../extract/en/english.ts";
import { judgeLanguage } from "../extract/judge-language.ts";
import { applyNameRules } from "./apply-name-rules.ts";
import { correctQuotes } from "./corrections/correct-quotes.ts";
import { addMeeting, addPeople, joinParts, readAhead, rebuild, resolveQuotes } from "./store-article.ts";

/** So many texts are held at once. */
const BATCH = 10;
/** After this many consecutive failures, the articles are not the cause. */
const MOST_FAILURES = 5;

export interface RereadDeps {
  store: { evidence: EvidenceStore; rereads: RereadStore };
  extract(article: Article, extracting: Extracting): Promise<Extraction>;
  /** Of the engine that extracts. */
  engineVersion: number;
  /** Called for each article that failed. It keeps its old evidence until the next run. */
  onFailure(error: unknown, articleId: string): void;
}

export interface RereadRun {
  signal: AbortSignal;
  /** Called after each batch with its duration. */
  onBatch(batch: { reread: number; tookMs: number }): Promise<void> | void;
}

/**
 * Extracts stored articles that an older engine read, newest first, each in its own transaction. A stop or a kill loses nothing, and the
 * next run continues with the rest. Returns how many it extracted.
 */
export async function rereadArticles(deps: RereadDeps, { signal, onBatch }: RereadRun): Promise<number> {
  let below: number | null = null;
  let failures = 0;
  let sum = 0;
  for (;;) {
    const began = performance.now();
    const batch: OutdatedArticle[] = await deps.store.rereads.outdated(deps.engineVersion, { below, limit: BATCH });
    const before = sum;
    for (const outdated of batch) {
      if (signal.aborted) return sum;
      // An embedded database answers within microtasks, so yield to the event loop.
      await nextTurn();
      try {
        if (await rereadOne(deps, outdated)) sum++;
        failures = 0;
      } catch (error) {
        deps.onFailure(error, outdated.article.id);
        failures++;
        if (failures >= MOST_FAILURES || isOfStore(error)) throw error;
      }
      below = outdated.key;
    }
    if (batch.length === 0 || signal.aborted) return sum;
    await onBatch({ reread: sum - before, tookMs: performance.now() - began });
  }
}

/** An unusable store fails for every article. */
function isOfStore(error: unknown): boolean {
  return error instanceof AppError && error.code.startsWith("store-");
}

/** Returns false if the article is gone, has a new text, or another process has extracted it. */
async function rereadOne({ store, extract, engineVersion }: RereadDeps, outdated: OutdatedArticle): Promise<boolean> {
  const { workspaceId, article } = outdated;
  const extracted = await extract(article, { workspaceId, reading: outdated.reading });
  return store.evidence.write(workspaceId, (writer) => replaceEvidence(writer, { ...outdated, engineVersion, extracted }));
}

interface NewReading extends OutdatedArticle {
  engineVersion: number;
  extracted: Extraction;
}

async function replaceEvidence(writer: EvidenceWriter, reading: NewReading): Promise<boolean> {
  const { key, article, fingerprint, filedOn, engineVersion, extracted } = reading;
  const reopened = await writer.rereads.reopen(key, { fingerprint, engineVersion });
  if (reopened === null) return false;
  const rules = await writer.people.nameRules();
  const extraction = applyNameRules(extracted, article.text, rules);
  const evidence = { key, filedOn, extraction, rules };
  const personKeys = await addPeople(writer, evidence);
  await writer.rereads.replaceQuotes(key, filedOn, resolveQuotes(extraction, personKeys));
  await correctQuotes(writer, key);
  const formers = await formerReports(writer, reopened.reports);
  const taken = new Set<number>();
  const reportKeys: number[] = [];
  await readAhead(writer, { ...evidence, personKeys });
  for (const meeting of extraction.meetings) {
    const former = (report: MeetingReport) => formers.take(report, taken);
    const added = await addMeeting(writer, { ...evidence, personKeys, meeting, taken, former });
    taken.add(added.meetingKey);
    reportKeys.push(added.reportKey);
  }
  await joinParts(writer, extraction, reportKeys);
  const { language } = judgeLanguage(article.text, article.language, english);
  const { summary, sentences, countries } = extraction;
  await writer.rereads.finish(key, { engineVersion, language, filedOn, summary, sentences, countries });
  await rebuild(writer, reopened.touched);
  return true;
}

/**
 * The article's reports as the older engine had them. One that rests on the same sentence and shares somebody keeps its key, and so its
 * place among a day's reports; and its meeting, where no other article says any more which that is.
 */
async function formerReports(writer: EvidenceWriter, reports: FormerReport[]) {
  const lone = new Set<number>();
  for (const meetingKey of new Set(reports.map((report) => report.meetingKey)))
    if ((await writer.meetings.decisiveReports(meetingKey)).length === 0) lone.add(meetingKey);
  const left = new Set(reports);
  return {
    take(report: MeetingReport, taken: ReadonlySet<number>): { key: number; meetingKey: number | null } | null {
      for (const former of left) {
        if (!restOnOne(report, former) || !shareSomebody(report, former)) continue;
        left.delete(former);
        const { key, meetingKey } = former;
        return { key, meetingKey: lone.has(meetingKey) && !taken.has(meetingKey) ? meetingKey : null };
      }
      return null;
    },
  };
}

function restOnOne(a: { evidence: Range[] }, b: { evidence: Range[] }): boolean {
  return a.evidence.some((one) => b.evidence.some((other) => one.start < other.end && other.start < one.end));
}

function shareSomebody(a: MeetingReport, b: MeetingReport): boolean {
  return a.participants.some((one) =>
    b.participants.some((other) => (one.personKey !== null && one.personKey === other.personKey) || one.name === other.name),
  );
}
