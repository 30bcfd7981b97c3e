// Run by bench/chat.ts: the bot as it serves, which ingests at full speed from the message "ingest" until the message "rest".
import { pino } from "pino";
import { createAdmission } from "../../src/adapters/chat/admit-work.ts";
import { createAcknowledgements, takeTurns } from "../../src/adapters/chat/take-turns.ts";
import { createDiscordChat, DISCORD_TIMINGS, type DiscordConfig } from "../../src/adapters/discord/create-discord-chat.ts";
import { openStore } from "../../src/adapters/prisma/open-store.ts";
import { createSlackChat, SLACK_TIMINGS, type SlackConfig } from "../../src/adapters/slack/create-slack-chat.ts";
import { createExtractPool } from "../../src/adapters/threads/create-extract-pool.ts";
import { createDesk } from "../../src/commands/digests/create-desk.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { generateArticles } from "../generate-articles.ts";

const ENDLESS = 1_000_000;
const clock = { now: () => Date.now() };
interface Settings {
  url: string;
  slack?: Pick<SlackConfig, "connection" | "apiUrl"> & { botToken: string };
  discord?: Omit<DiscordConfig, "timings">;
}
const { url, slack, discord } = JSON.parse(process.argv[2] ?? "{}") as Settings;
const logger = pino({ level: "error" }, pino.destination(2));
const store = await openStore({ url });
const pool = createExtractPool();
const desk = createDesk({
  store,
  conversations: store.conversations,
  clock,
  onFailure: (error) => {
    throw error;
  },
});
const acknowledgements = createAcknowledgements();
const deps = {
  desk: takeTurns(desk, acknowledgements),
  acknowledgements,
  admission: createAdmission(acknowledgements),
  actions: store.actions,
  events: store.events,
  workspaces: store.workspaces,
  logger,
  clock,
};
const chats = [
  ...(slack === undefined ? [] : [createSlackChat({ ...slack, timings: SLACK_TIMINGS }, deps)]),
  ...(discord === undefined ? [] : [createDiscordChat({ ...discord, timings: DISCORD_TIMINGS }, deps)]),
];

let rest = new AbortController();
let work: Promise<number> = Promise.resolve(0);

async function ingest(signal: AbortSignal): Promise<number> {
  let stored = 0;
  async function* read() {
    for (const article of generateArticles(ENDLESS, Date.now())) {
      yield { kind: "article" as const, article: { ...article, id: `${article.id}-${Date.now()}`, url: null } };
    }
  }
  const work = { store: store.evidence, extract: pool.extract, clock };
  for await (const result of ingestArticles(work, { workspaceId: "bench", articles: read(), signal })) {
    if (result.status === "failed") throw new Error(result.reason);
    stored++;
  }
  return stored;
}

process.on("message", async (message) => {
  if (message === "ingest") {
    rest = new AbortController();
    work = ingest(rest.signal);
    process.send?.({ stored: 0 });
  } else {
    rest.abort();
    process.send?.({ stored: await work });
  }
});
process.on("disconnect", () => process.exit(0));
for (const chat of chats) await chat.start();
process.send?.("ready");
