import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { type Addresses, PLAIN_STYLE, render } from "../../../src/adapters/terminal/render.ts";
import { columnsOf } from "../../../src/adapters/terminal/wrap-text.ts";
import { createCommands } from "../../../src/commands/create-commands.ts";
import { readerAsker } from "../../../src/commands/reads/answer-read.ts";
import type { Document } from "../../../src/domain/chat/document.ts";
import type { Intent } from "../../../src/domain/chat/intent.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { extract } from "../../fakes/evidence.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";

const WORKSPACE = "terminal";
const DEMO = new URL("../../../demo/articles/", import.meta.url);
const ABOUT = "india-japan";
const CONVERSATION = { topic: ABOUT, turns: [] };
const ASKED: Record<string, Intent> = {
  briefing: { kind: "briefing", topic: ABOUT },
  meetings: { kind: "meetings" },
  upcoming: { kind: "upcoming" },
  sources: { kind: "sources", about: ABOUT },
  quotes: { kind: "quotes", about: "kishida" },
  person: { kind: "person", name: "jaishankar" },
  stories: { kind: "stories" },
  timeline: { kind: "timeline", about: ABOUT },
  ask: { kind: "ask", question: "When was the 2+2 meeting held?", conversation: CONVERSATION },
};
const ADDRESS = /\s*https:\/\/\S+$/;

describe("the demo in a terminal", () => {
  const place = temporaryFolder();
  let store: Store;
  const documents = new Map<string, Document>();

  beforeAll(async () => {
    store = await openStore({ url: `file:${place.path("store.db")}` });
    const clock = { now: () => Date.parse("2023-05-01T12:00:00Z") };
    async function* read() {
      for (const name of readdirSync(DEMO).sort())
        yield { kind: "article" as const, article: JSON.parse(readFileSync(new URL(name, DEMO), "utf8")) };
    }
    const run = { workspaceId: WORKSPACE, articles: read() };
    for await (const { status } of ingestArticles({ store: store.evidence, extract, clock }, run)) expect(status).toBe("new");
    const commands = createCommands({ store, clock, writer: null });
    const asker = readerAsker({ workspaceId: WORKSPACE, userId: "desk" });
    for (const [name, intent] of Object.entries(ASKED))
      documents.set(name, (await commands.answer(WORKSPACE, intent, asker)).document);
  });

  afterAll(async () => {
    await store.close();
    place.remove();
  });

  const lines = (name: string, how: { width: number; addresses?: Addresses; isPlain?: boolean }) =>
    render(documents.get(name) as Document, { style: PLAIN_STYLE, front: "shell", ...how }).split("\n");

  it.each([40, 60, 80, 100, 120])("has no line over %d columns but for an address", (width) => {
    for (const name of documents.keys())
      for (const isPlain of [false, true])
        for (const addresses of ["whole", "short"] as const) {
          const shown = lines(name, { width, addresses, isPlain });
          expect(shown.length).toBeGreaterThan(3);
          const over = shown.map((line) => line.replace(ADDRESS, "")).filter((line) => columnsOf(line) > width);
          expect(over, `${name} at ${width}`).toEqual([]);
        }
  });

  it.each(Object.keys(ASKED))(
    "%s is in plain letters and marks with --plain, but for what articles and their days say",
    (name) => {
      const shown = lines(name, { width: 60, isPlain: true });
      expect(shown.join("\n")).not.toMatch(/[•│↳·—]/);
      expect(shown[0]).not.toContain("–");
      const drawn = lines(name, { width: 60, addresses: "links" });
      const esc = String.fromCharCode(27);
      const linkedTo = drawn.flatMap((line) => [...line.matchAll(new RegExp(`${esc}\\]8;;(https:[^${esc}]+)`, "g"))]);
      const addresses = shown.flatMap((line) => line.match(/https:\S+/g) ?? []);
      expect(new Set(addresses)).toEqual(new Set(linkedTo.map(([, address]) => address)));
    },
  );
});
