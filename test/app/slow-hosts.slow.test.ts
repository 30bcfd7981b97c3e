import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { BOT_SCOPES } from "../../src/adapters/slack/connection/scopes.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { rss, wholeText } from "../fakes/feeds.ts";
import { FakeSite } from "../servers/fake-site.ts";
import { FakeSlack } from "../servers/fake-slack.ts";
import { until } from "../servers/until.ts";

const FEEDS = 12;
const WORKSPACE = "slack:T1";
/** Less than a request may take, so that none of the slow host's has ended by then. */
const WAIT_MS = 25_000;

const place = temporaryFolder();
const [fast, slow] = [new FakeSite(), new FakeSite()];
const slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope) });
let store: Store;
let child: ChildProcess | null = null;

beforeEach(async () => {
  await Promise.all([fast.listen(), slow.listen(), slack.listen()]);
  store = await openStore({ url: `file:${place.path("store.db")}` });
});

afterEach(async () => {
  if (child !== null) {
    const closed = once(child, "close");
    child.kill("SIGKILL");
    await closed;
  }
  await store.close();
  await Promise.all([fast.close(), slow.close(), slack.close()]);
  place.remove();
});

async function follow(url: string): Promise<void> {
  const source = { workspaceId: WORKSPACE, url, kind: "feed" as const, title: null };
  await store.followed.sources.add({ ...source, addedBy: null, addedIn: null, atMs: Date.now() });
}

it("starts, and reads every feed of a fast host while a slow one has yet to answer any of as many", {
  timeout: 120_000,
}, async () => {
  let hanging = 0;
  for (let feed = 0; feed < FEEDS; feed++) {
    slow.paths.set(`/feed/${feed}`, () => {
      hanging += 1;
    });
    const entry = { title: `Dispatch ${feed}`, guid: `${feed}`, link: `${fast.url}/article/${feed}`, text: wholeText(`${feed}`) };
    fast.serve(`/feed/${feed}`, rss([entry], { title: `Gazette ${feed}` }));
    // Those that hang are due first, and are of a host by another name.
    await follow(`${slow.url.replace("127.0.0.1", "localhost")}/feed/${feed}`);
  }
  for (let feed = 0; feed < FEEDS; feed++) await follow(`${fast.url}/feed/${feed}`);
  child = spawn(process.execPath, [`${inject("programs")}/serve-child.js`], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      PATH: process.env["PATH"],
      DATABASE_URL: `file:${place.path("store.db")}`,
      LOG_LEVEL: "silent",
      SLACK_BOT_TOKEN: slack.state.botToken,
      SLACK_APP_TOKEN: slack.state.appToken,
      SLACK_API_URL: slack.apiUrl,
      SOURCES_ALLOW_PRIVATE: "127.0.0.1,localhost",
      SOURCES_HOST_GAP_MS: "5",
    },
  });
  await until(() => expect(slack.sockets.size).toBeGreaterThan(0), 60_000);
  await until(async () => expect(await store.articles.count(WORKSPACE)).toBe(FEEDS), WAIT_MS);
  expect(hanging).toBeGreaterThan(0);
  // A host has a few places at once, and what hangs there is behind nobody else's work.
  expect(hanging).toBeLessThan(FEEDS);
});
