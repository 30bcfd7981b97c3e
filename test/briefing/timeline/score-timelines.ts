import { readFileSync } from "node:fs";
import { z } from "zod";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { createCommands } from "../../../src/commands/create-commands.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { articleOf, extract } from "../../fakes/evidence.ts";

/** An article as [publishedAt, publisher, title, text]; a day that mattered as [date, status]. The days were written down before any timeline was. */
const eventsSchema = z.array(
  z.object({
    topic: z.string(),
    articles: z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])),
    days: z.array(z.tuple([z.string(), z.string()])),
  }),
);
const timelineSchema = z.array(z.object({ date: z.string(), text: z.string(), status: z.string() }));

export interface JudgedTimeline {
  topic: string;
  lines: { date: string; text: string; status: string; isWanted: boolean; isStatusRight: boolean }[];
  missed: string[];
}

export interface TimelineScores {
  /** Of the days that mattered, those that are told. */
  found: number;
  wanted: number;
  /** Of the days that are told, those that mattered. */
  told: number;
  right: number;
  /** Of those that are right, how many have their status right as well. */
  statusRight: number;
}

const DAY_MS = 86_400_000;

/** Asks for the timeline of each running event on the day after its last article. */
export async function scoreTimelines(): Promise<{ scores: TimelineScores; judged: JudgedTimeline[] }> {
  const events = eventsSchema.parse(
    JSON.parse(readFileSync(new URL("../../fixtures/timeline/events.json", import.meta.url), "utf8")),
  );
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  const judged: JudgedTimeline[] = [];
  try {
    for (const [at, event] of events.entries()) {
      const workspaceId = `slack:T${at}`;
      const articles = event.articles.map(([publishedAt, publisher, title, text], n) =>
        articleOf({
          id: `e${at}-${n}`,
          url: `https://${publisher.replace(" ", "-").toLowerCase()}.example/${at}/${n}`,
          publishedAt,
          publisher,
          title,
          text,
        }),
      );
      const last =
        articles
          .map(({ publishedAt }) => publishedAt ?? "")
          .sort()
          .at(-1) ?? "";
      const clock = { now: () => Date.parse(last) + DAY_MS };
      async function* read() {
        for (const article of articles) yield { kind: "article" as const, article };
      }
      for await (const _ of ingestArticles({ store: store.evidence, extract, clock }, { workspaceId, articles: read() }));
      const commands = createCommands({ store, clock, wakeDigests: () => {} });
      const { data } = await commands.answer(workspaceId, { kind: "timeline", about: event.topic });
      judged.push(judge(event, timelineSchema.parse(data)));
    }
  } finally {
    await store.close();
    place.remove();
  }
  const lines = judged.flatMap((each) => each.lines);
  const right = lines.filter(({ isWanted }) => isWanted);
  const wanted = events.flatMap(({ days }) => days).length;
  return {
    judged,
    scores: {
      found: right.length,
      wanted,
      told: lines.length,
      right: right.length,
      statusRight: right.filter(({ isStatusRight }) => isStatusRight).length,
    },
  };
}

function judge({ topic, days }: z.infer<typeof eventsSchema>[number], told: z.infer<typeof timelineSchema>): JudgedTimeline {
  const wanted = new Map(days);
  const lines = told.map((line) => ({
    ...line,
    isWanted: wanted.has(line.date),
    isStatusRight: wanted.get(line.date) === line.status,
  }));
  const missed = days.filter(([date]) => told.every((line) => line.date !== date)).map((day) => day.join(" "));
  return { topic, lines, missed };
}
