import type { HttpServer } from "../adapters/http/serve-http.ts";
import type { Store } from "../adapters/prisma/open-store.ts";
import type { CommandDeps } from "../commands/create-commands.ts";
import { readingContext } from "../commands/reads/reading-context.ts";
import { type WebSettings, webUrlOf } from "../config/web-settings.ts";

interface WebDeps {
  store: Store;
  commands: CommandDeps;
  version: string;
  onFailure(error: unknown, where: string): void;
}

/** The server of programs: MCP, the API, feeds and passages. Null where no port is set. */
export async function startWeb(
  settings: WebSettings,
  { store, commands: given, version, onFailure }: WebDeps,
): Promise<HttpServer | null> {
  if (settings.port === null) return null;
  const [
    { createCommands },
    { createAccess },
    { serveHttp },
    { createMcpRoute },
    { createApiRoute },
    { createFeedsRoute },
    { createPassagesRoute },
    { verbatimPerDay },
  ] = await Promise.all([
    import("../commands/create-commands.ts"),
    import("../adapters/http/open-access.ts"),
    import("../adapters/http/serve-http.ts"),
    import("../adapters/mcp/mcp-route.ts"),
    import("../adapters/api/api-route.ts"),
    import("../adapters/publish/feeds-route.ts"),
    import("../adapters/publish/passages-route.ts"),
    import("../commands/reads/verbatim.ts"),
  ]);
  const { host, port, url: publicUrl, verbatimWords } = settings;
  const access = createAccess(store.access, given.clock);
  const verbatim = verbatimPerDay(verbatimWords, given.clock);
  const reads = { commands: createCommands(given), articles: store.articles, verbatim, access, version };
  const webUrl = webUrlOf(settings) ?? "";
  const contextOf = (workspaceId: string) => readingContext(given, workspaceId);
  const routes = [
    createMcpRoute({ ...reads, isWritable: false, onFailure }),
    createApiRoute({ ...reads, publicUrl }),
    createFeedsRoute({ access, clock: given.clock, webUrl, verbatimWords, contextOf }),
    createPassagesRoute({ ...reads, archiveUrl: settings.archiveUrl }),
  ];
  const told = { what: "Could not serve programs", settings: { host: "WEB_HOST", port: "WEB_PORT" } };
  return serveHttp({ host, port, told, publicUrl }, { routes, onFailure });
}
