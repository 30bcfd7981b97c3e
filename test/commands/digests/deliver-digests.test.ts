import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createDigestOutlet } from "../../../src/adapters/terminal/digest-outlet.ts";
import { type Commands, createCommands } from "../../../src/commands/create-commands.ts";
import { type DigestOutlet, fileOf } from "../../../src/commands/digests/deliver-digests.ts";
import type { Intent } from "../../../src/domain/chat/intent.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { articleOf, extract, LISBON } from "../../fakes/evidence.ts";

const DAY_MS = 86_400_000;
const clock = { at: 0, now: () => clock.at };
const stopwatch = {
  readMs: () => clock.at,
  async pause(ms: number) {
    clock.at += ms;
  },
};
let place: ReturnType<typeof temporaryFolder>;
let store: Store;
let commands: Commands;
let printed: string;
let outlet: DigestOutlet;
let file: string;

beforeEach(async () => {
  place = temporaryFolder();
  file = place.path("quad.txt");
  store = await openStore({ url: `file:${place.path("store.db")}` });
  clock.at = Date.parse("2024-03-06T12:00:00Z");
  commands = createCommands({ store, clock, stopwatch });
  printed = "";
  outlet = createDigestOutlet((text) => {
    printed += text;
  });
  await follow({ file });
});

afterEach(async () => {
  await store.close();
  place.remove();
});

async function follow(where: { file?: string }): Promise<void> {
  const intent: Intent = { kind: "digest", action: "follow", topic: "portugal-norway", schedule: "at 08:00 UTC", ...where };
  await commands.answer("terminal", intent);
}

/** An article that comes now. */
async function ingest(id: string): Promise<void> {
  async function* read() {
    const article = articleOf({
      ...LISBON,
      id,
      url: `https://courier.example/${id}`,
      publishedAt: new Date(clock.at).toISOString(),
    });
    yield { kind: "article" as const, article };
  }
  for await (const { status } of ingestArticles(
    { store: store.evidence, extract, clock },
    { workspaceId: "terminal", articles: read() },
  ))
    expect(status).toBe("new");
}

const deliver = () => commands.deliverDigests("terminal", outlet);
const digests = () => readFileSync(file, "utf8").match(/^Digest: /gm)?.length;

test("what is due is written into its file once, and nothing before it is due", async () => {
  await ingest("a");
  expect(await deliver()).toEqual({ count: 0, failures: [] });
  clock.at += DAY_MS;
  expect(await deliver()).toEqual({ count: 1, failures: [] });
  expect(await deliver()).toEqual({ count: 0, failures: [] });
  expect(digests()).toBe(1);
  expect(readFileSync(file, "utf8")).toContain("Moreira");
  expect(printed).toBe("");
});

test("without a file it is printed; both follow on their own", async () => {
  await follow({});
  clock.at += DAY_MS;
  expect(await deliver()).toEqual({ count: 2, failures: [] });
  expect(printed).toContain("Digest: ");
  expect(digests()).toBe(1);
});

test("a digest that was written before an interruption is not written again", async () => {
  clock.at += DAY_MS;
  const { write } = outlet;
  outlet.write = async (...given) => {
    await write(...given);
    throw new Error("killed");
  };
  const { failures } = await deliver();
  expect(failures).toEqual([`Could not write a digest to ${file}. It comes with the next delivery.`]);
  outlet.write = write;
  clock.at += 3_600_000;
  expect(await deliver()).toEqual({ count: 1, failures: [] });
  expect(digests()).toBe(1);
});

test("one that could not be written comes with the next delivery", async () => {
  clock.at += DAY_MS;
  const { write } = outlet;
  outlet.write = () => Promise.reject(new Error("no room"));
  expect((await deliver()).failures).toHaveLength(1);
  outlet.write = write;
  clock.at += 3_600_000;
  expect(await deliver()).toEqual({ count: 1, failures: [] });
  expect(digests()).toBe(1);
});

test("a file's digests are listed and stopped by its name", async () => {
  const list = async (where: { file?: string }) =>
    (await commands.answer("terminal", { kind: "digest", action: "list", ...where })).data;
  expect(await list({ file })).toHaveLength(1);
  expect(await list({})).toEqual([]);
  await commands.answer("terminal", { kind: "digest", action: "stop", file });
  expect(await list({ file })).toEqual([]);
  expect(fileOf("terminal")).toBeNull();
});
