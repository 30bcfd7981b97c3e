import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { createApiRoute } from "../../../src/adapters/api/api-route.ts";
import { createAccess } from "../../../src/adapters/http/open-access.ts";
import { serveHttp } from "../../../src/adapters/http/serve-http.ts";
import { createMcpRoute } from "../../../src/adapters/mcp/mcp-route.ts";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { createFeedsRoute } from "../../../src/adapters/publish/feeds-route.ts";
import { createPassagesRoute } from "../../../src/adapters/publish/passages-route.ts";
import { createCommands } from "../../../src/commands/create-commands.ts";
import { readingContext } from "../../../src/commands/reads/reading-context.ts";
import { verbatimPerDay } from "../../../src/commands/reads/verbatim.ts";
import type { Reply } from "../../../src/domain/chat/chat.ts";
import type { Intent, TokensIntent } from "../../../src/domain/chat/intent.ts";
import type { Article } from "../../../src/domain/evidence/article.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { extract } from "../../fakes/evidence.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";

/** The address by which others would reach it. */
const WEB_URL = "http://attache.example";
const NOW = Date.parse("2024-03-22T12:00:00Z");

export interface StartedDesk {
  address: string;
  /** What clients are not told. */
  failures: unknown[];
  /** Moves the clock on. */
  pass(ms: number): void;
  ingest(workspaceId: string, articles: Article[]): Promise<void>;
  answer(workspaceId: string, intent: Intent): Promise<Reply>;
  /** A new token of a workspace. */
  token(workspaceId: string, how?: Partial<TokensIntent>): Promise<{ id: string; token: string }>;
  revoke(workspaceId: string, id: string): Promise<void>;
  /** A client of the SDK's own, connected with a token. */
  connect(token: string, options?: ConstructorParameters<typeof Client>[1]): Promise<Client>;
  stop(): Promise<void>;
}

/** A store in a file and MCP over HTTP in front of it, on a port of this machine. */
export async function startDesk(
  how: { isWritable?: boolean; verbatimWords?: number; answerTimeoutMs?: number } = {},
): Promise<StartedDesk> {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  const clock = { nowMs: NOW, now: () => clock.nowMs };
  const given = { store, clock, writer: null, webUrl: WEB_URL };
  const commands = createCommands(given);
  const failures: unknown[] = [];
  const clients: Client[] = [];
  const onFailure = (error: unknown) => void failures.push(error);
  const { verbatimWords = 300 } = how;
  const reads = { commands, articles: store.articles, verbatim: verbatimPerDay(verbatimWords, clock) };
  const access = createAccess(store.access, clock);
  const route = createMcpRoute({ ...reads, access, isWritable: how.isWritable ?? false, version: "0.0.0", onFailure });
  const routes = [
    route,
    createApiRoute({ ...reads, access, version: "0.0.0", publicUrl: null }),
    createFeedsRoute({
      access,
      clock,
      webUrl: WEB_URL,
      verbatimWords,
      contextOf: (workspaceId) => readingContext(given, workspaceId),
    }),
    createPassagesRoute({ ...reads, access, archiveUrl: "https://archive.example/{url}" }),
  ];
  const told = { what: "Could not serve", settings: { host: "WEB_HOST", port: "WEB_PORT" } };
  const server = await serveHttp({ host: "127.0.0.1", port: 0, told, publicUrl: null }, { routes, onFailure });
  return {
    address: server.address,
    failures,
    pass(ms) {
      clock.nowMs += ms;
    },
    async ingest(workspaceId, articles) {
      async function* read() {
        for (const article of articles) yield { kind: "article" as const, article };
      }
      for await (const { status } of ingestArticles({ store: store.evidence, extract, clock }, { workspaceId, articles: read() }))
        if (status !== "new") throw new Error(`An article is ${status}.`);
    },
    answer: (workspaceId, intent) => commands.answer(workspaceId, intent),
    async token(workspaceId, more = {}) {
      const { data } = await commands.answer(workspaceId, { kind: "tokens", action: "create", ...more });
      return data as { id: string; token: string };
    },
    async revoke(workspaceId, target) {
      await commands.answer(workspaceId, { kind: "tokens", action: "revoke", target });
    },
    async connect(token, options) {
      const client = new Client({ name: "test", version: "1.0.0" }, options);
      const requestInit = { headers: { authorization: `Bearer ${token}` } };
      await client.connect(new StreamableHTTPClientTransport(new URL(`${server.address}/mcp`), { requestInit }));
      clients.push(client);
      return client;
    },
    async stop() {
      for (const client of clients) await client.close();
      await server.stop();
      await store.close();
      place.remove();
    },
  };
}
