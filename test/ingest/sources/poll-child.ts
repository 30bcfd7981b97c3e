// Run by kill-during-poll.slow.test.ts: polls the sources of a store by a clock that is ahead, and says when it begins and when it is done.
import { pino } from "pino";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { createSources } from "../../../src/app/wire-sources.ts";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { directReaders } from "../../fakes/readers.ts";
import { LOOPBACK_SOURCES } from "../../fakes/source-settings.ts";

const [database = "", aheadMs = "0"] = process.argv.slice(2);
const clock = { now: () => Date.now() + Number(aheadMs) };
const logger = pino({ level: "error" }, pino.destination(2));
const store = await openStore({ url: `file:${database}` });
const sources = createSources(LOOPBACK_SOURCES, {
  store,
  clock,
  readers: directReaders(),
  extract: async (article) => extractArticle(article),
  wake: () => undefined,
  tell: async () => [],
  onFailure: (error) => logger.error({ err: error }, "An entry failed"),
});
process.stdout.write("begin\n");
await sources.poller.poll({ workspaceId: null, isForced: false });
await sources.poller.read({ workspaceId: null });
await sources.close();
await store.close();
process.stdout.write("done\n");
