import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { createDesk } from "../../src/commands/digests/create-desk.ts";
import type { Asker, Desk } from "../../src/domain/chat/chat.ts";
import { DISPUTED } from "../../src/domain/chat/dispute.ts";
import { DIGEST_ACTIONS, type Intent, SOURCES_ACTIONS, WATCH_ACTIONS } from "../../src/domain/chat/intent.ts";
import type { Article } from "../../src/domain/evidence/article.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "../adapters/prisma/temporary-postgresql.ts";
import { articleOf, extract, LISBON } from "../fakes/evidence.ts";

const OURS = "slack:T1";
const THEIRS = "slack:T2";

/** What only our workspace's article says, in words that no intent below holds. */
const SECRETS = /solberg|one ocean|ministers meet|gazette|offshore|frank and useful/i;
/** An article that both have read. */
const SHARED = articleOf({
  id: "shared",
  url: "https://a.example/shared",
  title: "Portugal and Norway open a cable",
  text: 'Norwegian Energy Minister Kari Dahl opened a cable to Portugal on March 5. "It carries light," Dahl said in Porto.',
});

const FIRST_OF_EACH = DISPUTED.map((what) => ({ what, id: `${what.slice(0, 1)}1` }));

/** Every intent that there is, asked about what only our workspace knows. A kind that is new does not compile until it stands here. */
const INTENTS: Record<Intent["kind"], Intent[]> = {
  briefing: [
    { kind: "briefing", topic: "norway-portugal", explain: true },
    { kind: "briefing", topic: "moreira" },
    { kind: "briefing", topic: "fisheries" },
  ],
  meetings: [{ kind: "meetings" }, { kind: "meetings", about: "moreira" }, { kind: "meetings", all: true }],
  timeline: [
    { kind: "timeline", about: "norway-portugal" },
    { kind: "timeline", about: "moreira" },
  ],
  upcoming: [{ kind: "upcoming" }, { kind: "upcoming", about: "moreira" }, { kind: "upcoming", all: true }],
  person: [{ kind: "person", name: "moreira" }],
  people: [{ kind: "people" }, { kind: "people", all: true }],
  quotes: [{ kind: "quotes" }, { kind: "quotes", about: "moreira" }, { kind: "quotes", about: "norway-portugal" }],
  stories: [{ kind: "stories" }, { kind: "stories", all: true }],
  sources: [{ kind: "sources", about: "norway-portugal" }],
  ask: [
    { kind: "ask", question: "Whom did Moreira meet in Lisbon?", explain: true },
    { kind: "ask", question: "And what did she say?", conversation: { topic: "moreira", turns: [] } },
  ],
  digest: DIGEST_ACTIONS.map((action) => ({
    kind: "digest",
    action,
    topic: action === "list" ? undefined : "norway-portugal",
    schedule: undefined,
  })),
  "sources-manage": SOURCES_ACTIONS.map((action) => ({ kind: "sources-manage", action, target: undefined })),
  "merge-people": [{ kind: "merge-people", keep: "Ana Moreira", merge: "Kari Dahl" }],
  "split-person": [{ kind: "split-person", name: "Ana Moreira", alias: "Moreira" }],
  wrong: [{ kind: "wrong", items: FIRST_OF_EACH, topic: null }],
  dispute: FIRST_OF_EACH.map((item) => ({ kind: "dispute", ...item, reason: "same-as", value: "nobody" })),
  correct: [
    { kind: "correct", action: "list", about: "moreira" },
    { kind: "correct", action: "speaker", target: "q1", value: "nobody" },
    { kind: "correct", action: "not-held", target: "m1", value: "" },
    { kind: "correct", action: "off-topic", target: "lisbon", value: "norway-portugal" },
  ],
  corrections: [{ kind: "corrections" }, { kind: "corrections", undo: "c1" }],
  topics: [
    { kind: "topics", action: "list" },
    { kind: "topics", action: "show", name: "north" },
  ],
  export: [
    { kind: "export", what: "briefing", about: "norway-portugal", format: "md" },
    { kind: "export", what: "person", about: "moreira", format: "html" },
  ],
  reading: [{ kind: "reading", about: "moreira" }],
  feeds: [
    { kind: "feeds", action: "list" },
    { kind: "feeds", action: "add", what: "calendar" },
  ],
  tokens: [{ kind: "tokens", action: "list" }],
  watch: WATCH_ACTIONS.map((action) => ({ kind: "watch", action, target: action === "add" ? "moreira meets dahl" : undefined })),
  forget: [{ kind: "forget", what: "lisbon" }],
  settings: [{ kind: "settings" }],
  check: [{ kind: "check", sentence: "Ana Moreira met Kari Dahl in Lisbon." }],
  changes: [{ kind: "changes", articleId: "lisbon" }],
  welcome: [{ kind: "welcome" }],
  help: [{ kind: "help" }],
  status: [{ kind: "status" }],
  unclear: [{ kind: "unclear", sentence: "“monday or so” is not a date.", meant: [{ kind: "meetings" }] }],
};
/** Those in which our own workspace must see it, so that the test could fail. */
const TELLING = new Set(["briefing", "meetings", "person", "people", "quotes", "stories", "sources", "ask", "topics", "changes"]);

const asker = (workspaceId: string): Asker => ({
  platform: "slack",
  workspaceId,
  channelId: "C1",
  threadId: null,
  userId: "U1",
  isManager: true,
  isMember: true,
  timeZone: "UTC",
});

/** The walk over every command, on one database. */
function describeIsolation(name: string, open: () => Promise<Store>): void {
  describe(`two workspaces on ${name}`, { timeout: 120_000 }, () => {
    let store: Store;
    let desk: Desk;
    const unexpected: unknown[] = [];

    beforeEach(async () => {
      store = await open();
      desk = createDesk({
        store,
        conversations: store.conversations,
        clock: { now: () => Date.parse("2024-03-06T12:00:00Z") },
        onFailure: (error) => unexpected.push(error),
      });
      await ingest(store, OURS, [LISBON, SHARED]);
      await ingest(store, THEIRS, [SHARED]);
      await desk.answer(asker(OURS), { kind: "digest", action: "follow", topic: "moreira" });
      await desk.answer(asker(OURS), { kind: "topics", action: "add", name: "north", definition: "solberg, not rowing" });
    });

    afterEach(async () => {
      expect(unexpected).toEqual([]);
      await store.close();
    });

    const all = Object.values(INTENTS).flat();
    const say = async (workspaceId: string, intent: Intent) => JSON.stringify(await desk.answer(asker(workspaceId), intent));

    it("see nothing of each other's in any command, and nothing of one is changed by the other's", async () => {
      const reading = all.filter(({ kind }) => TELLING.has(kind));
      const before = [];
      for (const intent of reading) before.push(await say(OURS, intent));
      for (const kind of TELLING) {
        const told = before.filter((_, at) => reading[at]?.kind === kind);
        expect(told.join(), `${kind} in the workspace itself`).toMatch(SECRETS);
      }
      for (const intent of all) expect(await say(THEIRS, intent), JSON.stringify(intent)).not.toMatch(SECRETS);
      for (const [at, intent] of reading.entries()) expect(await say(OURS, intent)).toBe(before[at]);
    });

    it("see nothing of each other's in suggestions, buttons and threads", async () => {
      const query = { what: "person" as const, typed: "", limit: 50 };
      expect(await desk.suggest(OURS, query)).toContain("Erik Solberg");
      expect(await desk.suggest(THEIRS, query)).toEqual(["Kari Dahl"]);
      expect(await desk.suggest(THEIRS, { what: "topic", typed: "sol", limit: 50 })).not.toContain("Erik Solberg");
      const [button] = await store.actions.put(OURS, [{ kind: "person", name: "solberg" }]);
      expect(await store.actions.get(OURS, button ?? "")).not.toBeNull();
      expect(await store.actions.get(THEIRS, button ?? "")).toBeNull();
      await desk.openThread(OURS, "1.1", "moreira");
      expect(await desk.isOurThread(THEIRS, "1.1")).toBe(false);
      const followUp = { asker: { ...asker(THEIRS), threadId: "1.1" }, questionId: "2", question: "What did she say in Lisbon?" };
      expect(JSON.stringify(await desk.followUp(followUp))).not.toMatch(SECRETS);
    });
  });
}

describeIsolation("SQLite", async () => {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  return {
    ...store,
    close: async () => {
      await store.close();
      place.remove();
    },
  };
});

describe.skipIf(postgresqlUrl === "")("with a server", () => {
  let database: TemporaryPostgresql;

  beforeAll(async () => {
    database = await temporaryPostgresql();
  });

  afterAll(() => database.drop());

  describeIsolation("PostgreSQL", async () => {
    await database.empty();
    return openStore({ url: database.url });
  });
});

async function ingest(store: Store, workspaceId: string, articles: Article[]): Promise<void> {
  async function* read() {
    for (const article of articles) yield { kind: "article" as const, article };
  }
  const deps = { store: store.evidence, extract, clock: { now: () => Date.parse("2024-03-06T10:00:00Z") } };
  for await (const result of ingestArticles(deps, { workspaceId, articles: read() })) expect(result.status).toBe("new");
}
