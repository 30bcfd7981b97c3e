import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { HTTPReceiver } from "@slack/bolt";
import type { Logger } from "pino";
import { AppError } from "../../domain/errors.ts";
import { createBoltLogger } from "./bolt-logger.ts";
import type { Connection, ConnectionState } from "./connection.ts";
import { EVENTS_PATH } from "./names.ts";

export interface HttpOptions {
  signingSecret: string;
  host: string;
  port: number;
  logger: Logger;
  onMalformed(): void;
}

/** Slack's payloads are a few kilobytes; a modal's state is the largest. */
const BODY_BYTES = 1024 * 1024;
/** A request that takes longer is none of Slack's, which gives up after three seconds. */
const REQUEST_TIMEOUT_MS = 10_000;

/** Signed HTTP: Bolt checks signature and timestamp; what is no object is turned away before it gets there. */
export function createHttpConnection(options: HttpOptions): Connection {
  const { signingSecret, host, port, logger } = options;
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    logger: createBoltLogger(logger),
    bodyLimit: BODY_BYTES,
    processEventErrorHandler: async ({ error, response }) => {
      logger.warn({ err: error }, "A payload from Slack could not be processed");
      if (!response.headersSent) response.writeHead(500).end();
      return false;
    },
  });
  let state: ConnectionState = { state: "stopped", detail: null };
  let server: Server | null = null;

  return {
    init: (app) => receiver.init(app),
    async start() {
      server = createServer(
        { requestTimeout: REQUEST_TIMEOUT_MS },
        (request, response) => void serve(request, response, { receiver, options }),
      );
      await listenOn(server, { host, port });
      state = { state: "connected", detail: null };
    },
    async stop() {
      state = { state: "stopped", detail: null };
      const open = server;
      server = null;
      if (open === null) return;
      open.closeIdleConnections();
      await new Promise<void>((resolve) => open.close(() => resolve()));
    },
    state: () => state,
  };
}

async function listenOn(server: Server, address: { host: string; port: number }): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      const where = `${address.host}:${address.port}`;
      reject(
        new AppError("config", `Slack's requests can't be taken on ${where}: choose another SLACK_PORT or free this one.`, {
          cause: error,
        }),
      );
    });
    server.listen(address.port, address.host, resolve);
  });
}

interface Serving {
  receiver: HTTPReceiver;
  options: HttpOptions;
}

async function serve(request: IncomingMessage, response: ServerResponse, { receiver, options }: Serving): Promise<void> {
  const path = request.url?.split("?", 1)[0];
  if (request.method === "GET" && path === "/healthz") return void response.writeHead(200).end("ok");
  if (request.method !== "POST" || path !== EVENTS_PATH) return void response.writeHead(404).end();
  const rawBody = await readBody(request);
  if (rawBody === null) return void response.writeHead(413, { connection: "close" }).end();
  if (!isObjectBody(rawBody.toString("utf8"), request.headers["content-type"] ?? "")) {
    options.onMalformed();
    options.logger.warn("A request that is no payload of Slack's was dropped");
    return void response.writeHead(400).end();
  }
  // Bolt takes a request that was read before by its rawBody.
  receiver.requestListener(Object.assign(request, { rawBody }), response);
}

/** Null where there is more than Slack would send, or where the sender goes away. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > BODY_BYTES) return null;
      chunks.push(bytes);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}

/** Bolt reads fields of whatever JSON it is sent: `null` would throw where nobody catches. */
function isObjectBody(body: string, contentType: string): boolean {
  try {
    if (!contentType.startsWith("application/x-www-form-urlencoded")) return isObject(JSON.parse(body));
    const payload = new URLSearchParams(body).get("payload");
    return payload === null || isObject(JSON.parse(payload));
  } catch {
    return false;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
