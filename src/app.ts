import type { Program, Session } from "./adapters/terminal/program.ts";
import type { Config } from "./config.ts";
import type { Clock } from "./domain/clock.ts";

/** The workspace of the command line. */
const TERMINAL_WORKSPACE = "terminal";

const systemClock: Clock = { now: () => Date.now() };

/**
 * The wiring: the one file that knows every adapter. Parts are loaded when a command asks for them, because a briefing must not wait
 * for the engine, nor an extraction for the store.
 */
export function createProgram(config: () => Config): Program {
  return {
    extract: async () => (await import("./extract/extract-article.ts")).extractArticle,
    openSession: (url) => openSession(url ?? config().databaseUrl),
  };
}

async function openSession(url: string): Promise<Session> {
  const [{ openStore }, { createCommands }] = await Promise.all([
    import("./adapters/prisma/open-store.ts"),
    import("./commands/create-commands.ts"),
  ]);
  const store = openStore({ url });
  const commands = createCommands({ store, clock: systemClock });
  return {
    answer: (intent) => commands.answer(TERMINAL_WORKSPACE, intent),
    async *ingest(articles, signal) {
      const [{ ingestArticles }, { extractArticle }] = await Promise.all([
        import("./ingest/ingest-articles.ts"),
        import("./extract/extract-article.ts"),
      ]);
      const deps = {
        store: store.evidence,
        extract: async (article: Parameters<typeof extractArticle>[0]) => extractArticle(article),
        clock: systemClock,
      };
      yield* ingestArticles(deps, { workspaceId: TERMINAL_WORKSPACE, articles, signal });
    },
    close: () => store.close(),
  };
}
