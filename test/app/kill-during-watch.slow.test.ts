import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { BOT_SCOPES } from "../../src/adapters/slack/connection/scopes.ts";
import type { Article } from "../../src/domain/evidence/article.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { postgresqlUrl, temporaryPostgresql } from "../adapters/prisma/temporary-postgresql.ts";
import { articleOf, extract, ofToday } from "../fakes/evidence.ts";
import { FakeSlack } from "../servers/fake-slack.ts";
import { createServingProcess, type ServingProcess, until } from "./serving-process.ts";

/** Fewer than a watch tells in an hour before it gathers. Twenty take two minutes: WATCH_KILLS=20 npx vitest run test/app/kill-during-watch.slow.test.ts. */
const KILLS = Number(process.env["WATCH_KILLS"] ?? 3);
const WORKSPACE = "slack:T1";
const COUNTERPARTS = [
  ["Norwegian", "Norway", "Erik Solberg"],
  ["Kenyan", "Kenya", "Amina Wanjiru"],
  ["Chilean", "Chile", "Pablo Rojas"],
  ["Ghanaian", "Ghana", "Kofi Asante"],
] as const;

function counterpart(round: number): (typeof COUNTERPARTS)[number] {
  return COUNTERPARTS[round % COUNTERPARTS.length] ?? COUNTERPARTS[0];
}

/** A meeting that no other round has. */
function articleOfRound(round: number): Article {
  const [demonym, , name] = counterpart(round);
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
  const text = `Portuguese Foreign Minister Ana Moreira met ${demonym} Foreign Minister ${name} in Lisbon on ${day}. They discussed fisheries in round ${round}.`;
  return ofToday(articleOf({ id: `round-${round}`, url: `https://harbour-gazette.example/round-${round}-lisbon`, text }));
}

interface Place {
  url: string;
  remove(): void | Promise<void>;
}

const PLACES: { name: string; isThere: boolean; make(): Promise<Place> }[] = [
  {
    name: "SQLite file",
    isThere: true,
    async make() {
      const folder = temporaryFolder();
      return { url: `file:${folder.path("store.db")}`, remove: () => folder.remove() };
    },
  },
  {
    name: "PostgreSQL",
    isThere: postgresqlUrl !== "",
    async make() {
      const database = await temporaryPostgresql();
      return { url: database.url, remove: () => database.drop() };
    },
  },
];

const THERE = PLACES.filter(({ isThere }) => isThere);

describe.each(THERE)("two processes on one $name that are killed around what watches tell", ({ make }) => {
  let place: Place;
  let slack: FakeSlack;
  let store: Store;
  let processes: ServingProcess[];

  beforeEach(async () => {
    place = await make();
    slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope) });
    slack.answerDelayMs = 25;
    await slack.listen();
    store = await openStore({ url: place.url });
    processes = [createServingProcess(place.url, slack), createServingProcess(place.url, slack)];
  });

  afterEach(async () => {
    await Promise.all(processes.map((each) => each.kill()));
    await store.close();
    await slack.close();
    await place.remove();
  });

  async function watch(channelId: string, words: string): Promise<number> {
    slack.state.channels.set(channelId, { id: channelId, hasBot: true, isPrivate: false, isArchived: false });
    const plain = { timeZone: "UTC", isDirect: false, quiet: null, remindMs: null };
    const by = { workspaceId: WORKSPACE, platform: "slack" as const, createdBy: "U1", createdAtMs: Date.now() };
    return (await store.watches.add({ ...by, ...plain, channelId, words })).id;
  }

  async function ingest(article: Article): Promise<void> {
    async function* read() {
      yield { kind: "article" as const, article };
    }
    const deps = { store: store.evidence, extract, clock: { now: () => Date.now() } };
    for await (const result of ingestArticles(deps, { workspaceId: WORKSPACE, articles: read() }))
      expect(result.status).toBe("new");
  }

  const isDone = async (watchId: number) => {
    const slots = await store.digests.subscriptions.slots(watchId, 50);
    return slots.length > 0 && slots.every(({ state }) => state === "posted");
  };
  const toldIn = (channelId: string) =>
    slack.state.messages.filter(({ channel }) => channel === channelId).map((message) => JSON.stringify(message));

  it("have each meeting in each channel, and none twice", { timeout: 600_000 }, async () => {
    const everything = await watch("ALL", "any meeting of Portugal");
    const watched: number[] = [];
    for (let round = 0; round < KILLS; round++) {
      watched.push(await watch(`W${round}`, `any meeting of Portugal and ${counterpart(round)[1]}`));
      await ingest(articleOfRound(round));
      const before = slack.callsOf("chat.postMessage").length;
      for (const each of processes) each.start();
      // Before anything is told, between a message's arrival and the record of it, or after.
      const waitsFor = Math.random() < 0.2 ? "auth.test" : "chat.postMessage";
      const seen = waitsFor === "auth.test" ? slack.callsOf("auth.test").length : before;
      await until(() => slack.callsOf(waitsFor).length > seen);
      await sleep(Math.random() * 120);
      await Promise.all(processes.map((each) => each.kill()));
    }
    for (const each of processes) each.start();
    for (const watchId of [...watched, everything]) await until(() => isDone(watchId));
    for (let round = 0; round < KILLS; round++) {
      const [, , name] = counterpart(round);
      expect(toldIn(`W${round}`).filter((message) => message.includes(name))).toHaveLength(1);
      expect(toldIn("ALL").filter((message) => message.includes(`/round-${round}-`))).toHaveLength(1);
    }
  });
});
