import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type WebSocket, WebSocketServer } from "ws";
import { type BotRest, createBotRest } from "../../src/adapters/discord/connection/create-bot-rest.ts";
import type { Json } from "./fake-discord-judge.ts";
import { type Answer, ROUTES, type Sent } from "./fake-discord-routes.ts";
import { createFakeDiscordState, type FakeDiscordState } from "./fake-discord-state.ts";

export interface DiscordCall {
  method: string;
  path: string;
  body: Json;
  status: number;
}

interface Scripted {
  method: string;
  path: RegExp;
  status: number;
  headers: Record<string, string>;
  body: unknown;
  /** Whether the call is carried out all the same: an answer that got lost on the way. */
  isDone: boolean;
  /** How long the answer takes. */
  answersAfterMs: number;
  /** Whether the connection is cut in the place of an answer. */
  isLost: boolean;
}

interface Session {
  intents: number;
  /** Which of how many connections it is. */
  shard: [number, number];
  /** What was dispatched in it, for one that is resumed. */
  events: { t: string; s: number; d: Json }[];
}

const GLOBAL_PER_SECOND = 50;
const MESSAGE_CONTENT = 1 << 15;
const GUILDS = 1 << 0;

/** A Discord of ours on loopback: REST and gateway, with what Discord enforces. */
export class FakeDiscord {
  /** What its host of files hands out. */
  file = "<opml/>";
  readonly state: FakeDiscordState = createFakeDiscordState();
  readonly calls: DiscordCall[] = [];
  readonly sockets = new Set<WebSocket>();
  /** What clients began with: IDENTIFY (2) or RESUME (6). */
  readonly begun: number[] = [];
  /** The next IDENTIFY is answered by this close code. */
  closeWith: number | null = null;
  /** So many connections Discord recommends for the servers that there are. */
  shards = 1;
  /** The connections that were begun by IDENTIFY. */
  readonly identified: [number, number][] = [];
  base = "";
  /** Awaited before a call is worked, as a request may be on its way, and before its answer leaves. */
  onTheWay: (moment: "request" | "answer") => Promise<void> = async () => undefined;
  private readonly bots: BotRest[] = [];
  private readonly scripted: Scripted[] = [];
  private readonly sessions = new Map<string, Session>();
  private readonly current = new Map<WebSocket, Session>();
  private seconds = { at: 0, calls: 0 };
  private server: Server | null = null;
  private port = 0;

  /** A client with the bot's token, or another one, until the server is closed. */
  openBot({ token = this.state.token, apiTimeoutMs = 10_000 } = {}): BotRest {
    const bot = createBotRest({ token, apiUrl: this.apiUrl, apiTimeoutMs });
    this.bots.push(bot);
    return bot;
  }

  get apiUrl(): string {
    return `${this.base}/api`;
  }

  async listen(): Promise<void> {
    const server = createServer((request, response) => void this.serve(request, response));
    const sockets = new WebSocketServer({ server, path: "/gateway" });
    sockets.on("connection", (socket) => this.welcome(socket));
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
    this.base = `http://127.0.0.1:${this.port}`;
  }

  /** Down as in an outage: nothing listens on the port until `listen` is called again. */
  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    for (const bot of this.bots.splice(0)) bot.close();
    for (const socket of this.sockets) socket.terminate();
    this.sockets.clear();
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())));
  }

  /** The next call of a method on a path gets this answer instead, such as a 429. */
  script(method: string, path: RegExp, answer: Partial<Omit<Scripted, "method" | "path">>): void {
    this.scripted.push({
      method,
      path,
      status: 200,
      headers: {},
      body: {},
      isDone: false,
      answersAfterMs: 0,
      isLost: false,
      ...answer,
    });
  }

  callsOf(method: string, path: RegExp): DiscordCall[] {
    return this.calls.filter((call) => call.method === method && path.test(call.path));
  }

  /** An event to everyone who is connected, and to whoever resumes a session later. */
  dispatch(t: string, d: Json): void {
    for (const session of this.sessions.values()) {
      if (!isFor(session, t, d)) continue;
      const event = { t, s: session.events.length + 1, d: this.asSeenWith(session.intents, t, d) };
      session.events.push(event);
      for (const [socket, current] of this.current) if (current === session) socket.send(JSON.stringify({ op: 0, ...event }));
    }
  }

  /** A frame as it is, however broken, to every connection. */
  sendRaw(frame: string | Uint8Array): void {
    for (const socket of this.sockets) socket.send(frame);
  }

  /** Discord asks to come back on another connection (7), or says that the session is over (9). */
  sendOp(op: 7 | 9): void {
    if (op === 9) this.sessions.clear();
    this.sendRaw(JSON.stringify({ op, d: op === 9 ? false : null }));
  }

  /** A lost connection, or a close with a code. */
  drop(code?: number): void {
    for (const socket of this.sockets) {
      if (code === undefined) socket.terminate();
      else socket.close(code);
    }
  }

  /** Without the intent, only what is meant for the bot has its content; a ping by a reply to a command's answer does not count. */
  private asSeenWith(intents: number, t: string, d: Json): Json {
    if (!t.startsWith("MESSAGE_") || d["content"] === undefined || (intents & MESSAGE_CONTENT) !== 0) return d;
    const {
      author,
      guild_id: guildId,
      referenced_message: answered,
    } = d as {
      author: { id: string };
      guild_id?: string;
      referenced_message?: { id: string; author: { id: string } };
    };
    const original = this.state.messages.find(({ id }) => id === answered?.id);
    const isReply = answered?.author.id === this.state.botUserId && original?.byInteraction === false;
    const isMeant = guildId === undefined || author.id === this.state.botUserId || isReply;
    return isMeant || String(d["content"]).includes(`<@${this.state.botUserId}>`) ? d : { ...d, content: "" };
  }

  private welcome(socket: WebSocket): void {
    this.sockets.add(socket);
    socket.on("close", () => {
      this.sockets.delete(socket);
      this.current.delete(socket);
    });
    socket.on("message", (data) => {
      const { op, d } = JSON.parse(String(data)) as { op: number; d: Json };
      if (op === 1) socket.send(JSON.stringify({ op: 11 }));
      if (op === 2) this.identify(socket, d);
      if (op === 6) this.resume(socket, d);
    });
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
  }

  private identify(socket: WebSocket, d: Json): void {
    this.begun.push(2);
    const intents = Number(d["intents"]);
    const { closeWith } = this;
    this.closeWith = null;
    if (closeWith !== null) return void socket.close(closeWith);
    if (d["token"] !== this.state.token) return void socket.close(4004);
    if ((intents & MESSAGE_CONTENT) !== 0 && !this.state.allowsContent) return void socket.close(4014);
    const id = `session-${this.sessions.size + 1}-${this.begun.length}`;
    const shard = (d["shard"] ?? [0, 1]) as [number, number];
    this.identified.push(shard);
    const session: Session = { intents, shard, events: [] };
    const guilds = [this.state.guildId, ...this.state.otherGuilds].filter((guild) => shardOf(guild, shard[1]) === shard[0]);
    this.sessions.set(id, session);
    this.current.set(socket, session);
    const ready = {
      v: 10,
      user: { id: this.state.botUserId, username: "attache", bot: true },
      guilds: guilds.map((guild) => ({ id: guild, unavailable: true })),
      session_id: id,
      resume_gateway_url: `ws://127.0.0.1:${this.port}/gateway`,
      application: { id: this.state.applicationId, flags: 0 },
    };
    const created =
      (intents & GUILDS) === 0 ? [] : guilds.map((guild) => ({ t: "GUILD_CREATE", d: { id: guild, name: "Desk" } }));
    for (const each of [{ t: "READY", d: ready }, ...created]) {
      const event = { ...each, s: session.events.length + 1 };
      session.events.push(event);
      socket.send(JSON.stringify({ op: 0, ...event }));
    }
  }

  private resume(socket: WebSocket, d: Json): void {
    this.begun.push(6);
    const session = this.sessions.get(String(d["session_id"]));
    if (session === undefined) return void socket.send(JSON.stringify({ op: 9, d: false }));
    for (const event of session.events.filter(({ s }) => s > Number(d["seq"]))) socket.send(JSON.stringify({ op: 0, ...event }));
    this.current.set(socket, session);
    session.events.push({ t: "RESUMED", s: session.events.length + 1, d: {} });
    return void socket.send(JSON.stringify({ op: 0, t: "RESUMED", s: session.events.length, d: {} }));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const method = request.method ?? "GET";
    if (request.url?.startsWith("/files/") === true) return void response.end(this.file);
    const { pathname, searchParams: query } = new URL(request.url ?? "/", this.base);
    const path = decodeURIComponent(pathname.replace(/^\/api\/v10/, ""));
    const sent = { ...(await parseBody(Buffer.concat(chunks), request.headers["content-type"] ?? "")), query };
    await this.onTheWay("request");
    const at = this.scripted.findIndex((each) => each.method === method && each.path.test(path));
    const [scripted] = at < 0 ? [] : this.scripted.splice(at, 1);
    const answer =
      scripted === undefined || scripted.isDone ? this.answer(method, path, sent, request.headers.authorization) : scripted;
    const shown: Answer & { headers?: Record<string, string> } = scripted ?? answer;
    this.calls.push({ method, path, body: sent.body, status: shown.status });
    if (scripted !== undefined) await sleep(scripted.answersAfterMs);
    if (scripted?.isLost === true) return void response.destroy();
    await this.onTheWay("answer");
    const hasBody = shown.body !== undefined && shown.status !== 204;
    response.writeHead(shown.status, { ...(hasBody ? { "content-type": "application/json" } : {}), ...shown.headers });
    response.end(hasBody ? JSON.stringify(shown.body) : undefined);
  }

  private answer(...[method, path, sent, authorization]: [string, string, Sent, string | undefined]): Answer {
    const route = ROUTES.find((each) => each.method === method && each.path.test(path));
    if (route?.isOpen !== true && authorization !== `Bot ${this.state.token}`)
      return { status: 401, body: { message: "401: Unauthorized", code: 0 } };
    if (method === "GET" && path === "/gateway/bot") return { status: 200, body: this.gatewayInformation() };
    if (route === undefined) return { status: 404, body: { message: `404: Not Found ${method} ${path}`, code: 0 } };
    if (route.isOpen !== true && this.isOverGlobalLimit())
      return { status: 429, body: { message: "You are being rate limited.", retry_after: 0.5, global: true } };
    return route.handle(this.state, (route.path.exec(path) ?? []).slice(1), sent);
  }

  private isOverGlobalLimit(): boolean {
    const second = Math.floor(Date.now() / 1000);
    this.seconds = second === this.seconds.at ? { at: second, calls: this.seconds.calls + 1 } : { at: second, calls: 1 };
    // The client counts its seconds from another instant, so that two of its windows may fall into one of these.
    return this.seconds.calls > 2 * GLOBAL_PER_SECOND;
  }

  private gatewayInformation(): Json {
    const limit = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: this.shards };
    return { url: `ws://127.0.0.1:${this.port}/gateway`, shards: this.shards, session_start_limit: limit };
  }
}

/** An event goes to the connection of its server, and one of no server to the first; one of servers only to who asked for them. */
function isFor({ shard, intents }: Session, t: string, d: Json): boolean {
  const isOfGuilds = t === "GUILD_CREATE" || t === "GUILD_DELETE";
  if (isOfGuilds && (intents & GUILDS) === 0) return false;
  const guild = d["guild_id"] ?? (isOfGuilds ? d["id"] : undefined);
  return (typeof guild === "string" ? shardOf(guild, shard[1]) : 0) === shard[0];
}

function shardOf(guild: string, count: number): number {
  return Number((BigInt(guild) >> 22n) % BigInt(count));
}

/** JSON, or a form with the JSON in `payload_json` beside files. */
async function parseBody(raw: Buffer, contentType: string): Promise<Omit<Sent, "query">> {
  if (!contentType.startsWith("multipart/"))
    return { body: raw.length === 0 ? {} : (JSON.parse(raw.toString()) as Json), files: [] };
  const form = await new Response(raw, { headers: { "content-type": contentType } }).formData();
  const files: Sent["files"] = [];
  for (const value of form.values()) if (typeof value !== "string") files.push({ name: value.name, content: await value.text() });
  return { body: JSON.parse(String(form.get("payload_json"))) as Json, files };
}
