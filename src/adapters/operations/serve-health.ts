import { createServer, type ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Chat } from "../../domain/chat.ts";
import { AppError } from "../../domain/errors.ts";
import type { StoreState } from "../../domain/store-state.ts";
import type { Metrics } from "./metrics.ts";

/** How long a part may take to say how it is. */
const CHECK_TIMEOUT_MS = 3_000;
/** Whoever holds a connection open does not keep the program from stopping. */
const REQUEST_TIMEOUT_MS = 10_000;

export interface HealthDeps {
  state: StoreState;
  chats: Chat[];
  metrics: Metrics;
  logger: Logger;
}

interface Part {
  part: string;
  ready: boolean;
  /** One sentence for people, null where all is well. */
  detail: string | null;
}

export interface HealthServer {
  address: string;
  stop(): Promise<void>;
}

/**
 * /healthz says that the process runs, /readyz which of its parts do, /metrics what it did. None of them names users, texts or secrets;
 * they are for the operator's own network all the same. Throws an AppError ("config") where the port is taken.
 */
export async function serveHealth(where: { host: string; port: number }, deps: HealthDeps): Promise<HealthServer> {
  const server = createServer((request, response) => {
    void answer(request.url ?? "/", response, deps).catch((error: unknown) => {
      deps.logger.error({ err: error, path: request.url }, "A question about health could not be answered");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) =>
      reject(
        new AppError("config", `Health cannot be served on ${where.host}:${where.port}: set another HEALTH_PORT.`, { cause }),
      ),
    );
    server.listen(where.port, where.host, resolve);
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : where.port;
  return {
    address: `http://${where.host}:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(path: string, response: ServerResponse, deps: HealthDeps): Promise<void> {
  switch (path.replace(/\?.*$/, "")) {
    case "/healthz":
      return send(response, { status: 200, mediaType: "text/plain", text: "ok\n" });
    case "/readyz": {
      const parts = [await storePart(deps.state), ...deps.chats.map(chatPart)];
      const ready = parts.every((part) => part.ready);
      const text = `${JSON.stringify({ ready, parts })}\n`;
      return send(response, { status: ready ? 200 : 503, mediaType: "application/json", text });
    }
    case "/metrics":
      return send(response, { status: 200, ...(await deps.metrics.read()) });
    default:
      return send(response, { status: 404, mediaType: "text/plain", text: "There are /healthz, /readyz and /metrics.\n" });
  }
}

function send(response: ServerResponse, { status, mediaType, text }: { status: number; mediaType: string; text: string }): void {
  response.writeHead(status, { "content-type": mediaType, "cache-control": "no-store" }).end(text);
}

async function storePart(state: StoreState): Promise<Part> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([state.check(), late]);
    return { part: "store", ready: true, detail: null };
  } catch {
    const detail = "The store does not answer: see whether the database is up, and the log for what it says.";
    return { part: "store", ready: false, detail };
  } finally {
    clearTimeout(timer);
  }
}

function chatPart(chat: Chat): Part {
  const { platform, state, detail } = chat.health();
  return { part: platform, ready: state === "connected", detail: detail ?? (state === "connected" ? null : `It is ${state}.`) };
}
