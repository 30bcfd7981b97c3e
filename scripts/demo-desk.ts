import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../src/adapters/prisma/open-store.ts";
import { readFiles } from "../src/adapters/terminal/read-articles.ts";
import { createDesk } from "../src/commands/digests/create-desk.ts";
import type { Asker, Desk, Platform } from "../src/domain/chat/chat.ts";
import type { Article } from "../src/domain/evidence/article.ts";
import { extractArticle } from "../src/extract/extract-article.ts";
import { ingestArticles, type ReadArticle } from "../src/ingest/ingest-articles.ts";

/** How far the demo corpus is stored, and when it is looked at. It ends the day before the last; a digest tells of a week in its midst. */
const STAGES = {
  empty: { until: "", nowMs: Date.parse("2023-09-11T08:00:00Z") },
  midst: { until: "2022-09-13", nowMs: Date.parse("2022-09-13T08:00:00Z") },
  all: { until: "9999", nowMs: Date.parse("2023-09-11T08:00:00Z") },
};
export type Stage = keyof typeof STAGES;
/** In the order in which a store goes through them. */
export const STAGE_NAMES = ["empty", "midst", "all"] as const satisfies Stage[];

const WORKSPACES: Record<Platform, string> = {
  slack: "slack:T0123ABCD",
  discord: "discord:123456789012345678",
  terminal: "terminal",
};

/** Somebody who may do everything, on a platform. */
export function askerOn(platform: Platform): Asker {
  const place = { platform, workspaceId: WORKSPACES[platform], channelId: "C1", threadId: null, userId: "U1" };
  return { ...place, isManager: true, isMember: true, timeZone: platform === "slack" ? "Asia/Tokyo" : null };
}

export interface DemoDesk {
  desk: Desk;
  /** Brings the store up to a stage, and the clock with it. */
  reach(stage: Stage): Promise<void>;
  ingest(articles: AsyncIterable<ReadArticle>, nowMs: number): Promise<void>;
}

/** A desk over a store of its own, first empty. */
export async function withDemoDesk(platform: Platform, work: (demo: DemoDesk) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "attache-demo-"));
  const store = await openStore({ url: `file:${join(folder, "demo.db")}` });
  let nowMs = STAGES.empty.nowMs;
  const clock = { now: () => nowMs };
  const deps = { store: store.evidence, extract: async (article: Article) => extractArticle(article), clock };
  const onFailure = (error: unknown) => {
    throw error;
  };
  const ingest: DemoDesk["ingest"] = async (articles, atMs) => {
    nowMs = atMs;
    for await (const { id, status, reason } of ingestArticles(deps, { workspaceId: WORKSPACES[platform], articles }))
      if (status === "failed") throw new Error(`${id}: ${reason}`);
  };
  const reach: DemoDesk["reach"] = async (stage) => {
    const names = readdirSync("demo/articles").filter((name) => name < STAGES[stage].until);
    await ingest(readFiles(names.sort().map((name) => join("demo", "articles", name))), STAGES[stage].nowMs);
  };
  try {
    const desk = createDesk({ store, conversations: store.conversations, clock, onFailure });
    await work({ desk, reach, ingest });
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
