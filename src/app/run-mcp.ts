import type { Readable, Writable } from "node:stream";
import type { McpDeps } from "../adapters/mcp/create-mcp-server.ts";
import type { Store } from "../adapters/prisma/open-store.ts";
import type { McpCommand } from "../adapters/terminal/program.ts";
import type { Config } from "../config/config.ts";
import { systemClock } from "../domain/clock.ts";
import { lazySources } from "./lazy-sources.ts";
import { openWriter } from "./open-model.ts";
import { TERMINAL_WORKSPACE } from "./serve.ts";

/** A question is short. */
const MAX_MESSAGE_BYTES = 1024 * 1024;

/** `attache mcp`: answers until the signal, or until the client has closed standard input. */
export async function runMcp(settings: () => Config, command: McpCommand): Promise<void> {
  const config = settings();
  const { say, version } = command;
  const [{ openStore }, { createCommands }, { verbatimPerDay }] = await Promise.all([
    import("../adapters/prisma/open-store.ts"),
    import("../commands/create-commands.ts"),
    import("../commands/reads/verbatim.ts"),
  ]);
  for (const warning of config.warnings) say(warning);
  const store = await openStore({ url: config.databaseUrl, say });
  const writer = await openWriter(config.model, store, {
    onTrouble: (why) => say(`Written by the local engine: ${why}.`),
    onNotice: say,
  });
  const reader = { writer, reads: config.model?.reads ?? [], settings: store.settings };
  const { sources, closeSources } = lazySources(settings, store, reader);
  try {
    const commands = createCommands({ store, clock: systemClock, writer, sourceWork: async () => (await sources()).work });
    const onFailure = (error: unknown, tool: string) => say(`Could not answer ${tool}: ${String(error)}`);
    const verbatim = verbatimPerDay(config.web.verbatimWords, systemClock);
    const deps = { commands, articles: store.articles, verbatim, version, onFailure };
    if (command.port === null) await serveStdio(deps, command);
    else await serveOverHttp(deps, { command, port: command.port, config, store });
  } finally {
    await closeSources();
    await store.close();
  }
}

interface OverHttp {
  command: McpCommand;
  port: number;
  config: Config;
  store: Store;
}

async function serveOverHttp(deps: McpDeps, { command, port, config, store }: OverHttp): Promise<void> {
  const [{ createAccess }, { createMcpRoute }, { serveHttp }] = await Promise.all([
    import("../adapters/http/open-access.ts"),
    import("../adapters/mcp/mcp-route.ts"),
    import("../adapters/http/serve-http.ts"),
  ]);
  const access = createAccess(store.access, systemClock);
  const route = createMcpRoute({ ...deps, access, isWritable: command.isWritable });
  const { host, url } = config.web;
  const told = { what: "Could not serve MCP", settings: { host: "WEB_HOST", port: "--http" } };
  const server = await serveHttp({ host, port: port, told, publicUrl: url }, { routes: [route], onFailure: deps.onFailure });
  command.say(`MCP is served at ${server.address}/mcp to programs with a token (attache tokens create).`);
  await untilAborted(command.signal);
  await server.stop();
}

async function serveStdio(
  deps: McpDeps,
  { workspaceId = TERMINAL_WORKSPACE, isWritable, stdin, stdout, signal }: McpCommand,
): Promise<void> {
  const [{ serveStdio: serve, StdioServerTransport }, { createMcpServer }] = await Promise.all([
    import("@modelcontextprotocol/server/stdio"),
    import("../adapters/mcp/create-mcp-server.ts"),
  ]);
  const reader = { workspaceId, userId: "mcp", mayWrite: isWritable };
  const transport = new StdioServerTransport(stdin as Readable, stdout as Writable, { maxBufferSize: MAX_MESSAGE_BYTES });
  const ended = new Promise<void>((resolve) => stdin.once("end", resolve).once("close", resolve));
  const handle = serve(() => createMcpServer(deps, reader), { transport });
  await Promise.race([ended, untilAborted(signal)]);
  await handle.close();
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
