import { createServer, type ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Chat } from "../../domain/chat/chat.ts";
import type { StoreState } from "../../domain/workspace/store-state.ts";
import { explainListening } from "../web/explain-listening.ts";
import type { Metrics } from "./metrics.ts";
import type { StallWatch } from "./stall-watch.ts";

/** How long a part may take to say how it is. */
const CHECK_TIMEOUT_MS = 3_000;
/** Whoever holds a connection open does not keep the program from stopping. */
const REQUEST_TIMEOUT_MS = 10_000;

export interface HealthDeps {
  state: StoreState;
  chats: Chat[];
  metrics: Metrics;
  stalls: StallWatch;
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
 * /healthz says that the process runs, without a look at the store; /readyz which of its parts do, /metrics what it did. None of them names users, texts or secrets;
 * they are for the operator's own network all the same. Throws an AppError ("config") where it cannot listen.
 */
export async function serveHealth(where: { host: string; port: number }, deps: HealthDeps): Promise<HealthServer> {
  const checkStore = createStoreCheck(deps.state);
  const server = createServer((request, response) => {
    void answer(request.url ?? "/", response, { ...deps, checkStore }).catch((error: unknown) => {
      deps.logger.error({ err: error, path: request.url }, "Could not answer a health check");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  await new Promise<void>((resolve, reject) => {
    const settings = { host: "HEALTH_HOST", port: "HEALTH_PORT" };
    server.once("error", (error) =>
      reject(explainListening(error, { what: "Could not serve health checks", ...where, settings })),
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

interface Answering extends HealthDeps {
  checkStore(): Promise<void>;
}

async function answer(path: string, response: ServerResponse, deps: Answering): Promise<void> {
  switch (path.split("?", 1)[0]) {
    case "/healthz":
      return send(response, health(deps.chats));
    case "/readyz": {
      const parts = [await storePart(deps.checkStore), loopPart(deps.stalls), ...deps.chats.map(chatPart)];
      const ready = parts.every((part) => part.ready);
      const text = `${JSON.stringify({ ready, parts })}\n`;
      return send(response, { status: ready ? 200 : 503, mediaType: "application/json", text });
    }
    case "/metrics":
      return send(response, { status: 200, ...(await deps.metrics.read(deps.stalls)) });
    default:
      return send(response, { status: 404, mediaType: "text/plain", text: "Use /healthz, /readyz or /metrics.\n" });
  }
}

interface Sent {
  status: number;
  mediaType: string;
  text: string;
}

/** A process whose every chat is lost for good is up and deaf: a new one may fare better. What mends by itself is no reason to end it. */
function health(chats: Chat[]): Sent {
  const failed = chats.map((chat) => chat.health()).filter(({ state }) => state === "failed");
  const lines = failed.map(({ platform, detail }) => `${platform}: ${detail ?? "It is lost."}\n`);
  const isDeaf = chats.length > 0 && failed.length === chats.length;
  return { status: isDeaf ? 503 : 200, mediaType: "text/plain", text: `${isDeaf ? "deaf" : "ok"}\n${lines.join("")}` };
}

function send(response: ServerResponse, { status, mediaType, text }: Sent): void {
  response.writeHead(status, { "content-type": mediaType, "cache-control": "no-store" }).end(text);
}

/** A store that hangs is asked once, however many ask how it is. */
function createStoreCheck(state: StoreState): () => Promise<void> {
  let checking: Promise<void> | null = null;
  return () => {
    checking ??= state.check().finally(() => {
      checking = null;
    });
    return checking;
  };
}

async function storePart(check: () => Promise<void>): Promise<Part> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([check(), late]);
    return { part: "store", ready: true, detail: null };
  } catch {
    const detail = "The store does not respond. Check that the database is up, and read the log.";
    return { part: "store", ready: false, detail };
  } finally {
    clearTimeout(timer);
  }
}

/** A program that stands still for seconds does so again: whatever it was given comes once more, or its machine has too much to do. */
function loopPart(stalls: StallWatch): Part {
  const ms = stalls.recentLongMs();
  if (ms === null) return { part: "event-loop", ready: true, detail: null };
  const detail = `The event loop was blocked for ${(ms / 1000).toFixed(1)} seconds within the last 30 seconds. Check the log, and how busy the machine is.`;
  return { part: "event-loop", ready: false, detail };
}

function chatPart(chat: Chat): Part {
  const { platform, state, detail } = chat.health();
  return { part: platform, ready: state === "connected", detail: detail ?? (state === "connected" ? null : `It is ${state}.`) };
}
