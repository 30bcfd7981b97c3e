import { expect } from "vitest";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { createSources, type Sources } from "../../src/app/wire-sources.ts";
import { createDesk } from "../../src/commands/digests/create-desk.ts";
import type { SourceSettings } from "../../src/config/source-settings.ts";
import type { Asker, Desk } from "../../src/domain/chat/chat.ts";
import type { Block } from "../../src/domain/chat/document.ts";
import type { Intent } from "../../src/domain/chat/intent.ts";
import type { Extraction } from "../../src/domain/evidence/extraction.ts";
import type { Source } from "../../src/domain/sources/source.ts";
import type { SourceNews } from "../../src/domain/sources/source-store.ts";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { FakeSite } from "../servers/fake-site.ts";
import { directReaders } from "./readers.ts";
import { LOOPBACK_SOURCES } from "./source-settings.ts";

/** A desk that reads the web of a test's own, with the store behind it; what fails unexpectedly is kept. */
export interface SourceDesk {
  desk: Desk;
  store: Store;
  sources: Sources;
  unexpected: unknown[];
  /** What the terminal would be answered, as one text, and its data. */
  ask(intent: Intent, asker?: Partial<Asker>): Promise<{ words: string; data: Record<string, unknown> }>;
  /** Looks at every source, and reads all that waits. */
  read(): Promise<void>;
  close(): Promise<void>;
}

const TERMINAL: Asker = {
  platform: "terminal",
  workspaceId: "terminal",
  channelId: "terminal",
  threadId: null,
  userId: "terminal",
  isManager: true,
  isMember: true,
  timeZone: "UTC",
};

const NOTHING: Extraction = { summary: [], quotes: [], people: [], meetings: [], countries: [], sentences: [] };

export async function openSourceDesk(given: {
  url: string;
  clock?: { now(): number };
  settings?: Partial<SourceSettings>;
  /** Shared with another one, which closes it. */
  store?: Store;
  tell?: (news: SourceNews) => Promise<Source[]>;
  /** Where it is not about evidence, a test need not wait for the engine. */
  findsNothing?: boolean;
}): Promise<SourceDesk> {
  const store = given.store ?? (await openStore({ url: given.url }));
  const clock = given.clock ?? { now: () => Date.now() };
  const unexpected: unknown[] = [];
  const sources = createSources(
    { ...LOOPBACK_SOURCES, ...given.settings },
    {
      store,
      clock,
      readers: directReaders(),
      extract: async (article) => (given.findsNothing ? NOTHING : extractArticle(article)),
      wake: () => undefined,
      tell: given.tell ?? (async () => []),
      onFailure: (error) => void unexpected.push(error),
    },
  );
  const { conversations } = store;
  const sourceWork = async () => sources.work;
  const desk = createDesk({ store, conversations, clock, sourceWork, onFailure: (error) => void unexpected.push(error) });
  return {
    desk,
    store,
    sources,
    unexpected,
    async ask(intent, asker = {}) {
      const { document, data } = await desk.answer({ ...TERMINAL, ...asker }, intent);
      return { words: [document.title, ...document.blocks.map(wordsOf)].join("\n"), data: data as Record<string, unknown> };
    },
    async read() {
      await sources.poller.poll({ workspaceId: null, isForced: true });
      await sources.poller.read({ workspaceId: null });
    },
    async close() {
      await sources.close();
      if (given.store === undefined) await store.close();
    },
  };
}

type DeskOptions = Omit<Parameters<typeof openSourceDesk>[0], "url" | "store">;

/** A desk with its store in a new file, and a site that it may read. `close` fails where anything failed unexpectedly. */
export async function openSiteDesk(given: (site: FakeSite) => DeskOptions = () => ({})) {
  const place = temporaryFolder();
  const site = new FakeSite();
  await site.listen();
  const desk = await openSourceDesk({ url: `file:${place.path("store.db")}`, ...given(site) });
  return {
    site,
    desk,
    async close() {
      expect(desk.unexpected).toEqual([]);
      await desk.close();
      await site.close();
      place.remove();
    },
  };
}

/** All that people read of a block: texts and the labels of links. */
function wordsOf(block: Block): string {
  const words: string[] = [];
  JSON.stringify(block, (key, value) => {
    if ((key === "text" || key === "label") && typeof value === "string") words.push(value);
    return value;
  });
  return words.join("");
}
