import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type WebSocket, WebSocketServer } from "ws";
import type { Json } from "./fake-slack-answers.ts";
import { judgeBlocks } from "./fake-slack-blocks.ts";
import { METHOD_SCOPES, METHODS } from "./fake-slack-methods.ts";
import { createFakeSlackOAuth, type FakeSlackOAuth } from "./fake-slack-oauth.ts";
import { createFakeSlackState, type FakeSlackState } from "./fake-slack-state.ts";

/** How a delivery went: acknowledged within Slack's three seconds or not, and with what. */
export interface Delivery {
  acked: boolean;
  payload: Json | null;
  /** Of a delivery over HTTP. */
  status: number | null;
}

export interface ApiCall {
  method: string;
  args: Json;
  error: string | null;
  /** Of the token that it was made with; null where no team has that token. */
  teamId: string | null;
}

/** Slack gives three seconds. Here it is what a busy machine may take: that answers come behind the acknowledgement is tried otherwise. */
const ACK_MS = 15_000;
const RESPONSE_URL_USES = 5;
const JSON_ARGUMENTS = ["chunks", "blocks", "view", "metadata", "files"];

interface Scripted {
  status: number;
  headers: Record<string, string>;
  body: Json;
  /** Whether the call is carried out all the same, and how long after it came. */
  isDone: boolean;
  doneAfterMs: number;
  /** How long the answer takes once that is done. */
  answersAfterMs: number;
  /** Whether the connection is cut in the place of an answer. */
  isLost: boolean;
}

export interface FakeSlackOptions {
  scopes: Iterable<string>;
  /** Without it, Slack delivers over Socket Mode. */
  requestUrl?: string;
  signingSecret?: string;
}

/** A Slack of ours on loopback: Web API, response urls, Socket Mode and signed HTTP, with what Slack enforces. */
export class FakeSlack {
  readonly state: FakeSlackState;
  /** Every team, the first one included. */
  readonly teams = new Map<string, FakeSlackState>();
  readonly oauth: FakeSlackOAuth;
  readonly calls: ApiCall[] = [];
  /** Every message that came through a response_url. */
  readonly responses: { id: string; body: Json }[] = [];
  readonly sockets = new Set<WebSocket>();
  requestUrl: string | null;
  /** How soon after one message a channel takes the next: Slack takes about one a second. 0 takes them all. */
  channelPaceMs = 0;
  /** How long chat.postMessage takes to answer, once the message is posted. */
  answerDelayMs = 0;
  /** So many answers to chat.postMessage are lost on the way, after the message was posted. */
  lostAnswers = 0;
  /** Awaited before a call of the Web API is worked, as a request may be on its way, and before its answer leaves. */
  onTheWay: (moment: "request" | "answer") => Promise<void> = async () => undefined;
  private readonly lastPosts = new Map<unknown, number>();
  private readonly signingSecret: string;
  private readonly scripted = new Map<string, Scripted[]>();
  private readonly pending = new Map<string, (payload: Json) => void>();
  private readonly responseUses = new Map<string, number>();
  private readonly tickets = new Set<string>();
  private readonly hanging = new Set<string>();
  private server: Server | null = null;
  private port = 0;

  constructor(options: FakeSlackOptions) {
    this.state = createFakeSlackState(options.scopes);
    this.teams.set(this.state.teamId, this.state);
    this.oauth = createFakeSlackOAuth(this.teams);
    this.requestUrl = options.requestUrl ?? null;
    this.signingSecret = options.signingSecret ?? "";
  }

  get apiUrl(): string {
    return `${this.state.base}/api/`;
  }

  /** The same Slack as another team has it: with people, channels and messages of its own, and a token of its own. */
  team(teamId: string): FakeSlack {
    const state = this.teams.get(teamId) ?? createFakeSlackState(this.state.scopes, teamId);
    state.base = this.state.base;
    this.teams.set(teamId, state);
    return Object.create(this, { state: { value: state } }) as FakeSlack;
  }

  async listen(): Promise<void> {
    const server = createServer((request, response) => void this.serve(request, response));
    const sockets = new WebSocketServer({ noServer: true });
    server.on("upgrade", (request, socket, head) => {
      const ticket = new URL(request.url ?? "/", "http://slack").searchParams.get("ticket") ?? "";
      if (!this.tickets.delete(ticket) || this.sockets.size >= 10) return socket.destroy();
      return sockets.handleUpgrade(request, socket, head, (client) => this.welcome(client));
    });
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
    this.state.base = `http://127.0.0.1:${this.port}`;
  }

  /** Down as in an outage: nothing listens on the port until `listen` is called again. */
  async close(): Promise<void> {
    const server = this.server;
    this.server = null;
    for (const socket of this.sockets) socket.terminate();
    this.sockets.clear();
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())));
  }

  /** The next calls of a method, or of "response" for a response_url, get this answer instead, such as a 429 with Retry-After. */
  script(method: string, answer: Partial<Scripted>): void {
    const list = this.scripted.get(method) ?? [];
    list.push({ status: 200, headers: {}, body: {}, isDone: false, doneAfterMs: 0, answersAfterMs: 0, isLost: false, ...answer });
    this.scripted.set(method, list);
  }

  /** Calls of this method get no answer until the server closes. */
  hang(method: string): void {
    this.hanging.add(method);
  }

  callsOf(method: string): ApiCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  newResponseUrl(): string {
    return `${this.state.base}/response/${randomUUID()}`;
  }

  newTrigger(): string {
    const id = `trigger.${randomUUID()}`;
    this.state.triggers.set(id, Date.now());
    return id;
  }

  /** Hands a payload to the app the way it is connected. */
  async deliver(kind: "slash_commands" | "interactive" | "events_api", payload: Json, retry = 0): Promise<Delivery> {
    return this.requestUrl === null ? this.deliverBySocket(kind, payload, retry) : this.deliverByHttp(kind, payload, retry);
  }

  private deliverBySocket(kind: string, payload: Json, retry: number): Promise<Delivery> {
    const [socket] = this.sockets;
    if (socket === undefined) return Promise.resolve({ acked: false, payload: null, status: null });
    const envelope = randomUUID();
    const attempt = kind === "events_api" ? { retry_attempt: retry, retry_reason: retry === 0 ? "" : "timeout" } : {};
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.pending.delete(envelope);
        resolve({ acked: false, payload: null, status: null });
      }, ACK_MS);
      this.pending.set(envelope, (answer) => {
        clearTimeout(timer);
        resolve({ acked: true, payload: answer, status: null });
      });
      const accepts = kind !== "events_api";
      socket.send(JSON.stringify({ envelope_id: envelope, type: kind, accepts_response_payload: accepts, payload, ...attempt }));
    });
  }

  private deliverByHttp(kind: string, payload: Json, retry: number): Promise<Delivery> {
    if (kind === "events_api") return this.post({ body: JSON.stringify(payload), contentType: "application/json", retry });
    const form = new URLSearchParams(
      kind === "interactive" ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>),
    );
    return this.post({ body: form.toString(), contentType: "application/x-www-form-urlencoded" });
  }

  /** A signed request; `timestamp` in seconds and `secret` can be wrong on purpose. */
  async post(request: {
    body: string;
    contentType: string;
    retry?: number;
    timestamp?: number;
    secret?: string;
  }): Promise<Delivery> {
    const timestamp = request.timestamp ?? Math.floor(Date.now() / 1000);
    const hash = createHmac("sha256", request.secret ?? this.signingSecret)
      .update(`v0:${timestamp}:${request.body}`)
      .digest("hex");
    const retry: Record<string, string> =
      (request.retry ?? 0) > 0 ? { "x-slack-retry-num": String(request.retry), "x-slack-retry-reason": "http_timeout" } : {};
    const response = await fetch(this.requestUrl ?? "", {
      method: "POST",
      body: request.body,
      headers: {
        "content-type": request.contentType,
        "x-slack-signature": `v0=${hash}`,
        "x-slack-request-timestamp": String(timestamp),
        ...retry,
      },
      signal: AbortSignal.timeout(ACK_MS),
    }).catch(() => null);
    const text = (await response?.text().catch(() => "")) ?? "";
    return {
      acked: response?.ok === true,
      payload: text.startsWith("{") ? (JSON.parse(text) as Json) : null,
      status: response?.status ?? null,
    };
  }

  /** A frame as it is, however broken, to every connection. */
  sendRaw(frame: string | Uint8Array): void {
    for (const socket of this.sockets) socket.send(frame);
  }

  /** Slack asks its clients to come back on another connection. */
  refresh(reason = "refresh_requested"): void {
    this.sendRaw(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "fake" } }));
  }

  private welcome(socket: WebSocket): void {
    this.sockets.add(socket);
    socket.on("close", () => this.sockets.delete(socket));
    socket.on("message", (data) => {
      const frame = JSON.parse(String(data)) as { envelope_id: string; payload?: Json };
      this.pending.get(frame.envelope_id)?.(frame.payload ?? {});
      this.pending.delete(frame.envelope_id);
    });
    socket.send(JSON.stringify({ type: "hello", num_connections: this.sockets.size, connection_info: { app_id: "A1" } }));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString("utf8");
    const path = new URL(request.url ?? "/", "http://slack").pathname;
    if (path.startsWith("/response/")) return this.respond(path.slice("/response/".length), raw, response);
    if (path.startsWith("/upload/")) {
      const id = path.slice("/upload/".length);
      const file = [...this.teams.values()].flatMap(({ files }) => files.get(id) ?? [])[0];
      if (file !== undefined) file.content = raw;
      return void response.writeHead(file === undefined ? 404 : 200).end("OK");
    }
    const method = path.replace("/api/", "");
    await this.onTheWay("request");
    if (this.hanging.has(method)) {
      this.calls.push({ method, args: {}, error: "no answer", teamId: null });
      return;
    }
    const scripted = this.scripted.get(method)?.shift();
    const args = parseArguments(raw, request.headers["content-type"] ?? "");
    const state = this.stateOf(bearer(request));
    const teamId = state?.teamId ?? null;
    if (scripted !== undefined) {
      this.calls.push({ method, args, error: String(scripted.body["error"] ?? scripted.status), teamId });
      return this.answerAsScripted(scripted, response, () => this.call(method, args, bearer(request)));
    }
    if (method === "chat.postMessage" && this.isTooSoon(args["channel"])) {
      this.calls.push({ method, args, error: "ratelimited", teamId });
      response.writeHead(429, { "content-type": "application/json", "retry-after": "1" });
      return void response.end(JSON.stringify({ ok: false, error: "ratelimited" }));
    }
    const answer = this.call(method, args, bearer(request));
    this.calls.push({ method, args, error: answer["ok"] === false ? String(answer["error"]) : null, teamId });
    await this.onTheWay("answer");
    if (method === "chat.postMessage" && this.answerDelayMs > 0) await sleep(this.answerDelayMs);
    if (method === "chat.postMessage" && this.lostAnswers > 0) {
      this.lostAnswers -= 1;
      return void response.destroy();
    }
    const scopes = [...(state ?? this.state).scopes].join(",");
    response.writeHead(200, { "content-type": "application/json", "x-oauth-scopes": scopes });
    return void response.end(JSON.stringify({ ok: true, ...answer }));
  }

  private async answerAsScripted(scripted: Scripted, response: ServerResponse, carryOut: () => Json): Promise<void> {
    await sleep(scripted.doneAfterMs);
    const done = scripted.isDone ? carryOut() : {};
    await sleep(scripted.answersAfterMs);
    if (scripted.isLost) return void response.destroy();
    response.writeHead(scripted.status, { "content-type": "application/json", ...scripted.headers });
    response.end(JSON.stringify(scripted.isDone && scripted.status === 200 ? { ok: true, ...done } : scripted.body));
  }

  private isTooSoon(channel: unknown): boolean {
    const now = performance.now();
    const isSoon = now - (this.lastPosts.get(channel) ?? Number.NEGATIVE_INFINITY) < this.channelPaceMs;
    if (!isSoon) this.lastPosts.set(channel, now);
    return isSoon;
  }

  private stateOf(token: string | null): FakeSlackState | undefined {
    return [...this.teams.values()].find(({ botToken }) => botToken === token);
  }

  private call(method: string, args: Json, token: string | null): Json {
    if (method === "oauth.v2.access") return this.oauth.access(args);
    if (token === null) return { ok: false, error: "not_authed" };
    if (method === "apps.connections.open") return this.openConnection(token);
    const state = this.stateOf(token);
    if (state === undefined) return { ok: false, error: this.oauth.refusalOf(token) };
    const needed = METHOD_SCOPES[method];
    if (needed !== undefined && !needed.some((scope) => state.scopes.has(scope))) {
      return { ok: false, error: "missing_scope", needed: needed[0], provided: [...state.scopes].join(",") };
    }
    return METHODS[method]?.(state, args) ?? { ok: false, error: "unknown_method" };
  }

  private openConnection(token: string): Json {
    if (token !== this.state.appToken)
      return { ok: false, error: token.startsWith("xapp-") ? "invalid_auth" : "not_allowed_token_type" };
    const ticket = randomUUID();
    this.tickets.add(ticket);
    return { url: `ws://127.0.0.1:${this.port}/link?ticket=${ticket}` };
  }

  private respond(id: string, raw: string, response: ServerResponse): void {
    const uses = (this.responseUses.get(id) ?? 0) + 1;
    this.responseUses.set(id, uses);
    const body = JSON.parse(raw) as Json;
    const scripted = this.scripted.get("response")?.shift();
    if (scripted !== undefined)
      return void this.answerAsScripted(scripted, response, () => {
        this.responses.push({ id, body });
        return {};
      });
    if (uses > RESPONSE_URL_USES) return void response.writeHead(404).end("used_url");
    const wrong = body["blocks"] === undefined ? null : judgeBlocks(body["blocks"], "message");
    if (wrong !== null) return void response.writeHead(400).end(wrong);
    this.responses.push({ id, body });
    return void response.writeHead(200).end("ok");
  }
}

function bearer(request: IncomingMessage): string | null {
  return request.headers.authorization?.replace(/^Bearer /, "") ?? null;
}

/** The client sends forms in which objects are JSON. */
export function parseArguments(raw: string, contentType: string): Json {
  if (contentType.includes("json")) return JSON.parse(raw === "" ? "{}" : raw) as Json;
  const args: Json = Object.fromEntries(new URLSearchParams(raw));
  for (const name of JSON_ARGUMENTS) {
    const value = args[name];
    if (typeof value === "string") args[name] = JSON.parse(value);
  }
  return args;
}
