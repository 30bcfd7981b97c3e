import { collectNews, type News } from "../../../src/digest/collect-news.ts";
import { newsPeriod } from "../../../src/digest/news-period.ts";
import type { Told } from "../../../src/domain/digests/digest.ts";
import type { EvidenceStore } from "../../../src/domain/evidence/evidence-store.ts";
import type { StoreReaders } from "../../../src/domain/sources/readers.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { extract } from "../../fakes/evidence.ts";
import { changeReport, type Report, reportOn, serve } from "./feeds.ts";
import { createRandom } from "./random.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-01-05T00:00:00Z");
const WORKSPACE = "terminal";
/** New reports a day, and for how many days their sites serve them. */
const NEW_A_DAY = 2;
const SERVED_DAYS = 4;
const OLD_ONES = 3;

export interface FeedsReport {
  /** What should not be, a sentence each. */
  wrong: string[];
  servings: number;
  reports: number;
  changes: number;
  retold: number;
  missed: number;
}

/**
 * A digest each morning of feeds that move dates, addresses, headlines, white space and lines of their own every day, and now and then say
 * something else. Each new report and each change of what one says must be told the next morning, in its words, and nothing besides.
 */
export async function simulateFeeds(
  store: StoreReaders & { evidence: EvidenceStore },
  { seed, days }: { seed: number; days: number },
): Promise<FeedsReport> {
  const random = createRandom(seed);
  const result: FeedsReport = { wrong: [], servings: 0, reports: 0, changes: 0, retold: 0, missed: 0 };
  const keyOf = new Map<string, number>();
  const toldVersions = new Map<number, number>();
  let told: Told = {};
  let live: Report[] = Array.from({ length: OLD_ONES }, (_, at) => reportOn(1_000_000 + at, -2000, random));
  const clock = { at: START, now: () => clock.at };

  for (let day = 0; day < days; day++) {
    live = live.filter(({ bornDay }) => bornDay < 0 || day - bornDay < SERVED_DAYS);
    for (const report of live)
      if (report.bornDay >= 0 && random.chance(0.4)) {
        changeReport(report, random);
        result.changes += 1;
      }
    for (let at = 0; at < NEW_A_DAY; at++) live.push(reportOn(result.reports++, day, random));
    clock.at = START + day * DAY + 6 * 3_600_000;
    const served = live.map((report) => {
      const isOld = report.bornDay < 0;
      // An old one keeps its page; the date that it had when it was first seen is years ago.
      const article = serve(report, isOld && day === 0 ? "2019-03-02" : new Date(clock.at).toISOString(), random);
      keyOf.set(article.id, report.key);
      return article;
    });
    result.servings += served.length;
    await ingest(store.evidence, served, clock);
    clock.at += 2 * 3_600_000;
    const period = newsPeriod(START, day === 0 ? null : clock.at - DAY, clock.at);
    const news = await collectNews(store, { workspaceId: WORKSPACE, topics: ["norway-portugal"], period, told });
    told = news.told;
    judge({ result, day, live, news, keyOf, toldVersions });
  }
  return result;
}

interface Morning {
  result: FeedsReport;
  day: number;
  live: Report[];
  news: News;
  keyOf: Map<string, number>;
  toldVersions: Map<number, number>;
}

function judge({ result, day, live, news, keyOf, toldVersions }: Morning): void {
  const byKey = new Map(live.map((report) => [report.key, report]));
  const shown = new Map<number, string>();
  for (const { fresh, changed } of news.stories)
    for (const article of fresh) {
      const key = keyOf.get(article.id) ?? -1;
      const report = byKey.get(key);
      const what = changed.find((each) => each.article.id === article.id)?.what ?? [];
      const words = what.map((change) => ("at" in change ? article.text.slice(change.at.start, change.at.end) : change.before));
      shown.set(key, words.join("\n"));
      if (report === undefined || report.bornDay < 0 || toldVersions.get(key) === report.version) {
        result.retold += 1;
        result.wrong.push(`day ${day}: report ${key} is told again: ${words.join(" | ") || "as new"}`);
      }
    }
  for (const { key, version, shows, bornDay } of live) {
    if (bornDay < 0 || toldVersions.get(key) === version) continue;
    const isNew = !toldVersions.has(key);
    const words = shown.get(key);
    if (words === undefined || (!isNew && !words.replace(/\s+/g, " ").includes(shows))) {
      result.missed += 1;
      result.wrong.push(`day ${day}: of report ${key} “${isNew ? "new" : shows}” is not told: ${words ?? "nothing is"}`);
    }
    toldVersions.set(key, version);
  }
}

async function ingest(store: EvidenceStore, articles: ReturnType<typeof serve>[], clock: { now(): number }): Promise<void> {
  async function* read() {
    for (const article of articles) yield { kind: "article" as const, article };
  }
  for await (const { status, reason } of ingestArticles({ store, extract, clock }, { workspaceId: WORKSPACE, articles: read() }))
    if (status === "failed") throw new Error(reason ?? "An article was not stored.");
}
