import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { explainListening } from "../../web/explain-listening.ts";

/** Slack gives up after three seconds, so a longer request is not from Slack. */
const REQUEST_TIMEOUT_MS = 10_000;
/** Whoever holds a connection open does not keep the program from stopping. */
const LAST_ANSWERS_MS = 3000;

/** Connections that wait to be taken: Node's 511 leave those of a crowd to try again after a second, and after three. */
const BACKLOG = 4096;

export interface HttpAddress {
  host: string;
  port: number;
}

export interface HttpService {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Serves HTTP requests from Slack and from people who install the app. */
export function createHttpService(
  address: HttpAddress,
  serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): HttpService {
  let server: Server | null = null;
  return {
    async start() {
      server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => void serve(request, response));
      await listenOn(server, address);
    },
    async stop() {
      const open = server;
      server = null;
      if (open === null) return;
      open.closeIdleConnections();
      const cut = setTimeout(() => open.closeAllConnections(), LAST_ANSWERS_MS);
      await new Promise<void>((resolve) => open.close(() => resolve()));
      clearTimeout(cut);
    },
  };
}

async function listenOn(server: Server, address: HttpAddress): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const settings = { host: "SLACK_HOST", port: "SLACK_PORT" };
    server.once("error", (error) =>
      reject(explainListening(error, { what: "Slack's requests can't be taken", ...address, settings })),
    );
    server.listen({ ...address, backlog: BACKLOG }, resolve);
  });
}

/** For whoever watches the process; true where the request was for it. */
export function answerHealth(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== "GET" || request.url?.split("?", 1)[0] !== "/healthz") return false;
  response.writeHead(200).end("ok");
  return true;
}
