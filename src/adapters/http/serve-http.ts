import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { explainListening, type Listening } from "../web/explain-listening.ts";
import { type Route, refuse } from "./route.ts";

/** A request has no longer than this to arrive, and an answer to be made and taken. */
const RECEIVE_TIMEOUT_MS = 15_000;
const ANSWER_TIMEOUT_MS = 60_000;
const MAX_BODY_BYTES = 256 * 1024;
const MAX_CONNECTIONS = 500;
/** Answers are made for so many at once; others are asked to come again. */
const MAX_ANSWERING = 32;
const LOOPBACK_NAMES = ["localhost", "127.0.0.1", "[::1]"];
/** What no answer may be used for, unless its route says otherwise. */
const SAFE_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

interface Serving {
  host: string;
  port: number;
  /** What cannot be served and the settings that name the two, for the sentence where it cannot listen. */
  told: Pick<Listening, "what" | "settings">;
  /** The address by which others reach it; null for this machine alone. */
  publicUrl: string | null;
}

interface HttpDeps {
  routes: readonly Route[];
  onFailure(error: unknown, path: string): void;
  /** Shorter in tests. */
  answerTimeoutMs?: number;
}

export interface HttpServer {
  address: string;
  stop(): Promise<void>;
}

/**
 * Serves routes to programs and readers, under limits of time and size. A request must name this server in `Host`, and come from no other
 * site (`Origin`): otherwise any page in a browser could reach it by a name of its own. Throws an AppError ("config") where it cannot listen.
 */
export async function serveHttp(serving: Serving, deps: HttpDeps): Promise<HttpServer> {
  const names = namesOf(serving);
  const work: Work = { deps, names, underWay: 0 };
  const server = createServer(
    { requestTimeout: RECEIVE_TIMEOUT_MS, headersTimeout: RECEIVE_TIMEOUT_MS },
    (incoming, outgoing) => {
      const path = pathOf(incoming);
      void answer(incoming, outgoing, work).catch((error: unknown) => {
        if (!outgoing.destroyed) deps.onFailure(error, path);
        outgoing.destroy();
      });
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(explainListening(error, { ...serving, ...serving.told })));
    server.listen(serving.port, serving.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${serving.host.includes(":") ? `[${serving.host}]` : serving.host}:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Work {
  deps: HttpDeps;
  names: ReadonlySet<string>;
  /** Answers that are being made: also those that nobody waits for any more. */
  underWay: number;
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, work: Work): Promise<void> {
  const stop = new AbortController();
  outgoing.once("close", () => stop.abort());
  const timer = setTimeout(() => stop.abort(), work.deps.answerTimeoutMs ?? ANSWER_TIMEOUT_MS);
  try {
    const response = refuseStranger(incoming, work.names) ?? (await route(incoming, work, stop.signal));
    await send(response, outgoing);
  } finally {
    clearTimeout(timer);
  }
}

async function route(incoming: IncomingMessage, work: Work, signal: AbortSignal): Promise<Response> {
  const { deps } = work;
  const request = await toRequest(incoming, signal);
  if (request instanceof Response) return request;
  if (work.underWay >= MAX_ANSWERING) return refuse(503, "Too many requests at once: try again.", { "retry-after": "2" });
  const caller = { address: incoming.socket.remoteAddress ?? "unknown" };
  for (const each of deps.routes) {
    const answering = each(request, caller);
    if (answering === null) continue;
    work.underWay += 1;
    const end = () => {
      work.underWay -= 1;
    };
    answering.then(end, end);
    try {
      return await Promise.race([answering, late(signal)]);
    } catch (error) {
      if (signal.aborted) return refuse(503, "It took too long: try again, or ask for less.", { "retry-after": "10" });
      deps.onFailure(error, pathOf(incoming));
      return refuse(500, "Attaché could not answer. The reason is in its log.");
    }
  }
  return refuse(404, "There is nothing at this address.");
}

/** Rejects once the time is over; never resolves. */
function late(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("late")), { once: true }));
}

/** Without what stands behind a question mark, and without what a secret address has in it: a log shows neither. */
function pathOf({ url = "/" }: IncomingMessage): string {
  return (url.split("?", 1)[0] ?? "/").replace(/att_[\w-]*/g, "att_…").slice(0, 200);
}

/** The names by which this server may be called: those of this machine's own, the one that it listens on, and its public one. */
function namesOf({ host, publicUrl }: Serving): ReadonlySet<string> {
  const own = host.includes(":") ? `[${host}]` : host;
  return new Set([...LOOPBACK_NAMES, own.toLowerCase(), ...(publicUrl === null ? [] : [new URL(publicUrl).hostname])]);
}

function refuseStranger({ headers }: IncomingMessage, names: ReadonlySet<string>): Response | null {
  const { host = "" } = headers;
  // A host is a name and a port (RFC 9110, 7.2): with more, another part of it would be taken for the name.
  if (/[@/?#\\]/.test(host) || !names.has(hostnameOf(`http://${host}`)))
    return refuse(421, "This server is not known by that name. Its operator can set WEB_URL.");
  const { origin } = headers;
  if (origin !== undefined && !names.has(hostnameOf(origin))) return refuse(403, "Requests from other sites are refused.");
  return null;
}

/** "" for what is none, which no server is called by. */
function hostnameOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : "";
}

async function toRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request | Response> {
  const { method = "GET", headers } = incoming;
  const url = `http://${headers.host}${incoming.url}`;
  if (!incoming.url?.startsWith("/") || !URL.canParse(url)) return refuse(400, "The address is not valid.");
  if (!["GET", "HEAD", "POST", "DELETE"].includes(method)) return refuse(405, "Use GET or POST.", { allow: "GET, HEAD, POST" });
  const body = await readBody(incoming);
  if (body === null) return refuse(413, `A request may have ${MAX_BODY_BYTES / 1024} KB.`, { connection: "close" });
  const given = Object.entries(headers).map(([name, value]): [string, string] => [name, [value].flat().join(", ")]);
  const hasBody = method === "POST" || (method === "DELETE" && body.length > 0);
  return new Request(url, { method, headers: given, signal, body: hasBody ? new Uint8Array(body) : null });
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  if (Number(incoming.headers["content-length"] ?? 0) > MAX_BODY_BYTES) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Within its own time: an answer that came too late says so. */
async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, { ...SAFE_HEADERS, ...Object.fromEntries(response.headers) });
  if (response.body === null || outgoing.req.method === "HEAD") {
    outgoing.end();
    return;
  }
  await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
}
