import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createManagerTeller } from "../../../src/adapters/chat/tell-managers.ts";
import { createDiscordPoster } from "../../../src/adapters/discord/threads/create-discord-poster.ts";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { BOT_SCOPES } from "../../../src/adapters/slack/connection/scopes.ts";
import { createSlackPoster } from "../../../src/adapters/slack/threads/create-slack-poster.ts";
import { createDesk } from "../../../src/commands/digests/create-desk.ts";
import type { Asker } from "../../../src/domain/chat/chat.ts";
import type { DigestPoster } from "../../../src/domain/digests/digest-poster.ts";
import type { ModelOutcome } from "../../../src/domain/model/language-model.ts";
import { stopwatch } from "../../../src/domain/stopwatch.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { createModelWriter } from "../../../src/model/create-model-writer.ts";
import { createTroubleWatch } from "../../../src/model/create-trouble-watch.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { MANAGER, MEMBER } from "../../fakes/desk-asker.ts";
import { extract, LISBON } from "../../fakes/evidence.ts";
import { createFakeModel, createMemoryCache, createMemoryLedger, draftOf } from "../../fakes/language-model.ts";
import { FakeDiscord } from "../../servers/fake-discord.ts";
import { ALICE, GUILD, RECLUSE } from "../../servers/fake-discord-state.ts";
import { FakeSlack } from "../../servers/fake-slack.ts";

const logger = pino({ level: "silent" });
const HOUR = 3_600_000;
const BAD_KEY: ModelOutcome = { kind: "failed", failure: "key", usage: { inputTokens: 0, outputTokens: 0 } };
const DOWN: ModelOutcome = { ...BAD_KEY, failure: "server" };
const conversations = {
  open: async () => undefined,
  find: async () => null,
  addTurn: async () => undefined,
  forgetQuestion: async () => undefined,
};

let place: ReturnType<typeof temporaryFolder>;
let store: Store;
let clock: { nowMs: number; now(): number };

beforeEach(async () => {
  place = temporaryFolder();
  store = await openStore({ url: `file:${place.path("store.db")}` });
  clock = { nowMs: Date.parse("2026-03-02T08:00:00Z"), now: () => clock.nowMs };
});

afterEach(async () => {
  await store.close();
  place.remove();
});

async function ingestFor(workspaceId: string): Promise<void> {
  async function* read() {
    yield { kind: "article" as const, article: LISBON };
  }
  for await (const result of ingestArticles({ store: store.evidence, extract, clock }, { workspaceId, articles: read() }))
    expect(result.status).toBe("new");
}

/** One process of the bot on the store, whose model does as it is told. */
function startProcess(poster: DigestPoster, respond: () => ModelOutcome) {
  const failures: unknown[] = [];
  const model = createFakeModel(respond);
  const deps = {
    prose: "checked" as const,
    model,
    ledger: createMemoryLedger(),
    cache: createMemoryCache(),
    clock,
    deadlineMs: 10_000,
  };
  const writer = createModelWriter({
    ...deps,
    cap: { tokens: null, costMicros: null },
    onTrouble: () => undefined,
    onCut: () => undefined,
    concurrency: 4,
  });
  const tell = createManagerTeller({ posters: [poster], managers: store.managers, clock, logger });
  const watch = createTroubleWatch({ troubles: store.troubles, clock, tell, onFailure: (error) => failures.push(error) });
  const desk = createDesk({
    store,
    writer,
    onModelOutcome: watch.note,
    conversations: store.conversations,
    clock,
    onFailure: (error) => failures.push(error),
  });
  let asked = 0;
  return {
    failures,
    async ask(asker: Asker) {
      await desk.answer(asker, { kind: "ask", question: `Whom did Ana Moreira meet in Lisbon on ${++asked} March?` });
      await watch.settle();
    },
    status: async (asker: Asker) => JSON.stringify((await desk.answer(asker, { kind: "status" })).document.blocks),
  };
}

interface Place {
  platform: string;
  manager: Asker;
  start(): Promise<{
    poster: DigestPoster;
    told(): string[];
    /** A manager to whom the next message does not come through. */
    shut(): Asker;
    close(): Promise<unknown>;
  }>;
}

const PLACES: Place[] = [
  {
    platform: "Slack",
    manager: { ...MANAGER, userId: "U1" },
    async start() {
      const slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope) });
      await slack.listen();
      const config = { botToken: slack.state.botToken, apiUrl: slack.apiUrl, apiTimeoutMs: 10_000 };
      const poster = createSlackPoster(config, { actions: store.actions, conversations, stopwatch, logger });
      return {
        poster,
        told: () => slack.state.messages.map(({ text }) => text ?? ""),
        shut() {
          slack.script("chat.postMessage", { body: { ok: false, error: "messages_tab_disabled" } });
          return { ...MANAGER, userId: "U2" };
        },
        close: () => slack.close(),
      };
    },
  },
  {
    platform: "Discord",
    manager: { ...MANAGER, platform: "discord", workspaceId: `discord:${GUILD}`, userId: ALICE },
    async start() {
      const discord = new FakeDiscord();
      await discord.listen();
      const poster = createDiscordPoster(discord.openBot(), { actions: store.actions, conversations, stopwatch, logger });
      return {
        poster,
        told: () => discord.state.messages.map(({ content }) => content),
        shut: () => ({ ...MANAGER, platform: "discord", workspaceId: `discord:${GUILD}`, userId: RECLUSE }),
        close: () => discord.close(),
      };
    },
  },
];

describe.each(PLACES)("a language model in trouble, on $platform", ({ manager, start }) => {
  const member: Asker = { ...manager, userId: MEMBER.userId, isManager: false };
  let chat: Awaited<ReturnType<Place["start"]>>;

  beforeEach(async () => {
    chat = await start();
    await ingestFor(manager.workspaceId);
  });

  afterEach(() => chat.close());

  it("is told once to who manages the workspace, whoever asks and however often, and once more when it is over", async () => {
    let outcome: ModelOutcome = BAD_KEY;
    const first = startProcess(chat.poster, () => outcome);
    await first.ask(manager);
    for (let times = 0; times < 3; times++) await first.ask(member);
    expect(chat.told()).toHaveLength(1);
    expect(chat.told()[0]).toContain("The language model is not working: the language model refuses the key");
    clock.nowMs += HOUR;
    outcome = draftOf({});
    await first.ask(member);
    await first.ask(member);
    expect(chat.told().slice(1)).toEqual(["The language model works again."]);
    expect(first.failures).toEqual([]);
  });

  it("is not told again after a restart, nor by a second process, which tells its end", async () => {
    await startProcess(chat.poster, () => BAD_KEY).ask(manager);
    const second = startProcess(chat.poster, () => BAD_KEY);
    await second.ask(member);
    expect(chat.told()).toHaveLength(1);
    await startProcess(chat.poster, () => draftOf({})).ask(member);
    await second.ask(member);
    expect(chat.told()).toHaveLength(2);
  });

  it("is told when it lasts: one failure is none", async () => {
    const bot = startProcess(chat.poster, () => DOWN);
    await bot.ask(manager);
    await bot.ask(member);
    expect(chat.told()).toEqual([]);
    await bot.ask(member);
    expect(chat.told()).toHaveLength(1);
  });

  it("stands in the status, whichever process met it, with whether anybody heard", async () => {
    await startProcess(chat.poster, () => BAD_KEY).ask(member);
    const other = startProcess(chat.poster, () => BAD_KEY);
    expect(await other.status(member)).toContain(
      "since 08:00 UTC on 2 March 2026; I could not tell any manager of this workspace",
    );
    clock.nowMs += 7 * HOUR;
    await other.ask(manager);
    expect(chat.told()).toHaveLength(1);
    expect(await other.status(member)).toContain("a manager of this workspace has been informed");
  });

  it("of one workspace is not told in another", async () => {
    const bot = startProcess(chat.poster, () => BAD_KEY);
    await bot.status({ ...manager, workspaceId: `${manager.platform}:999` });
    await bot.ask(member);
    expect(chat.told()).toEqual([]);
  });

  it("is told to the next who manages it, where the last one cannot be written to", async () => {
    const bot = startProcess(chat.poster, () => BAD_KEY);
    await bot.status(manager);
    clock.nowMs += 1;
    await bot.ask(chat.shut());
    expect(chat.told()).toHaveLength(1);
  });
});
