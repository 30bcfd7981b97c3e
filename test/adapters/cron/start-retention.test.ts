import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startRetention } from "../../../src/adapters/cron/start-retention.ts";
import { createLogger } from "../../../src/adapters/operations/create-logger.ts";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { articleOf, extract, LISBON } from "../../fakes/evidence.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";

const NOW = Date.parse("2024-03-31T12:00:00Z");
const DAY = 86_400_000;
const clock = { now: () => NOW };

let place: ReturnType<typeof temporaryFolder>;
let store: Store;

beforeEach(async () => {
  place = temporaryFolder();
  store = await openStore({ url: `file:${place.path("store.db")}` });
});

afterEach(async () => {
  await store.close();
  place.remove();
});

async function ingestOld(articles: number, more = ""): Promise<void> {
  async function* read() {
    for (let at = 0; at < articles; at++)
      yield { kind: "article" as const, article: articleOf({ id: `a${at}`, text: `${LISBON.text} Wire ${at}. ${more}` }) };
  }
  const deps = { store: store.evidence, extract, clock: { now: () => NOW - 31 * DAY } };
  for await (const { status } of ingestArticles(deps, { workspaceId: "terminal", articles: read() })) expect(status).toBe("new");
}

let done = 0;
function countDone(): void {
  done += 1;
}

beforeEach(() => {
  done = 0;
});

it("says what went, how large the store is, and how much of that is free", async () => {
  await ingestOld(3, "The ferries sailed. ".repeat(1000));
  const lines: string[] = [];
  const logger = createLogger("info", [], { write: (written) => void lines.push(written) });
  const waker = startRetention(30, store, { clock, logger, onDone: countDone });
  await vi.waitFor(() => expect(lines).toHaveLength(1), { timeout: 20_000 });
  await waker.stop(1000);
  expect(done).toBe(1);
  const [line] = lines.map((each) => JSON.parse(each));
  expect(line).toMatchObject({ articles: 3, rows: 0, msg: "Deleted old data" });
  expect(line.storeBytes).toBeGreaterThan(100_000);
  expect(line.freeBytes).toBeGreaterThan(0);
});

it("stops between two slices, and leaves what is left for the next time", async () => {
  await ingestOld(12);
  const silent = createLogger("silent", []);
  const stopped = new Promise<void>((resolve) => {
    const evidence: Store["evidence"] = {
      write: async (workspaceId, work) => {
        const written = await store.evidence.write(workspaceId, work);
        void waker.stop(10_000).then(resolve);
        return written;
      },
    };
    const waker = startRetention(30, { ...store, evidence }, { clock, logger: silent, onDone: countDone });
  });
  await stopped;
  const left = await store.articles.count("terminal");
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(12);
  expect(done).toBe(0);
  const again = startRetention(30, store, { clock, logger: silent, onDone: countDone });
  await vi.waitFor(async () => expect(await store.articles.count("terminal")).toBe(0), { timeout: 20_000 });
  await again.stop(1000);
});
