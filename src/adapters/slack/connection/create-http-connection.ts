import type { IncomingMessage, ServerResponse } from "node:http";
import { HTTPReceiver } from "@slack/bolt";
import type { Logger } from "pino";
import type { Acknowledgements } from "../../chat/take-turns.ts";
import { EVENTS_PATH } from "../commands/names.ts";
import { createBoltLogger } from "./bolt-logger.ts";
import type { Connection, ConnectionState } from "./connection.ts";
import type { InstallPages } from "./install-pages.ts";
import { answerHealth, createHttpService } from "./serve-http.ts";

export interface HttpOptions {
  signingSecret: string;
  host: string;
  port: number;
  /** Null where the app is for one workspace. */
  pages: InstallPages | null;
  acknowledgements: Acknowledgements;
  logger: Logger;
  onMalformed(): void;
}

/** Slack's payloads are a few kilobytes; a modal's state is the largest. */
const BODY_BYTES = 1024 * 1024;
/** docs.slack.dev/authentication/verifying-requests-from-slack: older than five minutes may be a replay. Bolt checks that, and no other side. */
const STAMP_LEEWAY_MS = 300_000;

/** Signed HTTP: Bolt checks signature and timestamp; what is no object is turned away before it gets there. */
export function createHttpConnection(options: HttpOptions): Connection {
  const { signingSecret, logger } = options;
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    logger: createBoltLogger(logger),
    bodyLimit: BODY_BYTES,
    processEventErrorHandler: async ({ error, response }) => {
      logger.warn({ err: error }, "Could not process a payload from Slack");
      if (!response.headersSent) response.writeHead(500).end();
      return false;
    },
  });
  let state: ConnectionState = { state: "stopped", detail: null };
  const service = createHttpService(options, (request, response) => serve(request, response, { receiver, options }));

  return {
    init: (app) => receiver.init(app),
    async start() {
      await service.start();
      state = { state: "connected", detail: null };
    },
    async stop() {
      state = { state: "stopped", detail: null };
      await service.stop();
    },
    state: () => state,
  };
}

interface Serving {
  receiver: HTTPReceiver;
  options: HttpOptions;
}

async function serve(request: IncomingMessage, response: ServerResponse, { receiver, options }: Serving): Promise<void> {
  if (answerHealth(request, response) || (await options.pages?.(request, response)) === true) return;
  options.acknowledgements.arrived();
  const path = request.url?.split("?", 1)[0];
  if (request.method !== "POST" || path !== EVENTS_PATH) return void response.writeHead(404).end();
  const rawBody = await readBody(request);
  options.acknowledgements.arrived();
  if (rawBody === null) return void response.writeHead(413, { connection: "close" }).end();
  if (!isObjectBody(rawBody.toString("utf8"), request.headers["content-type"] ?? "")) {
    options.onMalformed();
    options.logger.warn("Dropped a request that is not from Slack");
    return void response.writeHead(400).end();
  }
  if (isFromTheFuture(request)) {
    options.logger.warn("Refused a request with a timestamp more than five minutes ahead. Check this machine's clock");
    return void response.writeHead(401).end();
  }
  // Bolt takes a request that was read before by its rawBody.
  receiver.requestListener(Object.assign(request, { rawBody }), response);
}

/** What could be replayed until its stamp is five minutes old must not be stamped ahead; the rest Bolt judges, by the same clock. */
function isFromTheFuture(request: IncomingMessage): boolean {
  const stampMs = Number(request.headers["x-slack-request-timestamp"]) * 1000;
  return stampMs > Date.now() + STAMP_LEEWAY_MS;
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
