import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server does with one request. A kept library speaks the protocol well; this one speaks it badly, which is what is wanted here. */
export type Behaviour =
  | { kind: "json"; value: unknown; status?: number; headers?: Record<string, string> }
  | { kind: "text"; text: string; status?: number }
  /** Takes the request and says nothing. */
  | { kind: "hang" }
  /** Sends the head and then a blank now and then, without an end. */
  | { kind: "trickle" }
  /** Ends the connection in the middle of the body. */
  | { kind: "cut"; text: string }
  /** Server-sent events as they are given, and then the end, the silence of a server that stalls, a broken connection, or the last event again and again. */
  | { kind: "events"; events: string[]; ending: "end" | "stall" | "cut" | "repeat" }
  /** The same in pieces that do not know where an event, or a character, ends. */
  | { kind: "bytes"; pieces: Buffer[] };

export interface AskedCompletion {
  path: string;
  authorization: string | undefined;
  body: {
    model: string;
    messages: { role: string; content: string }[];
    response_format?: unknown;
    tools?: unknown;
    stream?: boolean;
    stream_options?: unknown;
  };
}

export interface FakeCompletions {
  baseUrl: string;
  asked: AskedCompletion[];
  /** How many answers are still being written: 0 once those that asked have hung up. */
  open(): number;
  close(): Promise<void>;
}

/** A loopback server at the address of chat completions; `respond` sees each request with its number, from 0. */
export async function startFakeCompletions(
  respond: (asked: AskedCompletion, number: number) => Behaviour,
): Promise<FakeCompletions> {
  const asked: AskedCompletion[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const writing = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const one: AskedCompletion = {
        path: request.url ?? "",
        authorization: request.headers.authorization,
        body: JSON.parse(text),
      };
      asked.push(one);
      writing.add(response);
      response.on("close", () => writing.delete(response));
      behave(respond(one, asked.length - 1), response, timers);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    open: () => writing.size,
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function behave(behaviour: Behaviour, response: ServerResponse, timers: Set<NodeJS.Timeout>): void {
  switch (behaviour.kind) {
    case "json":
      response.writeHead(behaviour.status ?? 200, { "content-type": "application/json", ...behaviour.headers });
      response.end(JSON.stringify(behaviour.value));
      return;
    case "text":
      response.writeHead(behaviour.status ?? 200, { "content-type": "application/json" });
      response.end(behaviour.text);
      return;
    case "hang":
      return;
    case "trickle": {
      response.writeHead(200, { "content-type": "application/json" });
      const timer = setInterval(() => response.write(" "), 20);
      timers.add(timer);
      response.on("close", () => clearInterval(timer));
      return;
    }
    case "events":
      stream(behaviour, response, timers);
      return;
    case "bytes":
      response.writeHead(200, { "content-type": "text/event-stream" });
      for (const piece of behaviour.pieces) response.write(piece);
      response.end();
      return;
    case "cut":
      response.writeHead(200, { "content-type": "application/json", "content-length": "100000" });
      response.write(behaviour.text);
      response.destroy();
      return;
  }
}

function stream(
  { events, ending }: Extract<Behaviour, { kind: "events" }>,
  response: ServerResponse,
  timers: Set<NodeJS.Timeout>,
): void {
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
  for (const event of events) response.write(event);
  if (ending === "end") response.end();
  // What was written is sent first.
  if (ending === "cut") setImmediate(() => response.destroy());
  if (ending !== "repeat") return;
  const timer = setInterval(() => response.write(events.at(-1) ?? ""), 5);
  timers.add(timer);
  response.on("close", () => clearInterval(timer));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** A completion as the protocol has it. */
export function completionOf(content: string | null, more: { finish?: string; refusal?: string } = {}): Behaviour {
  const message = { role: "assistant", content, refusal: more.refusal ?? null };
  const choices = [{ index: 0, finish_reason: more.finish ?? "stop", message, logprobs: null }];
  const usage = { prompt_tokens: 1000, completion_tokens: 100, total_tokens: 1100 };
  return { kind: "json", value: { id: "c1", object: "chat.completion", created: 1, model: "fake", choices, usage } };
}

/** One event of a streamed completion. */
export function chunkOf(delta: object, more: { finish?: string; usage?: object } = {}): string {
  const choices = [{ index: 0, delta, finish_reason: more.finish ?? null, logprobs: null }];
  return eventOf({ id: "c1", object: "chat.completion.chunk", created: 1, model: "fake", choices, usage: more.usage ?? null });
}

export function eventOf(value: object): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

/** What stands at the end of a stream of OpenAI's that was asked to say what it used. */
export const USAGE_EVENT = eventOf({ choices: [], usage: { prompt_tokens: 1000, completion_tokens: 100, total_tokens: 1100 } });
export const DONE_EVENT = "data: [DONE]\n\n";

/** A completion as the protocol streams it: a role, some characters at a time, the reason for the end, what was used. */
export function streamOf(content: string): Extract<Behaviour, { kind: "events" }> {
  const pieces = content.match(/[\s\S]{1,7}/g) ?? [];
  const events = [
    chunkOf({ role: "assistant", content: "" }),
    ...pieces.map((piece) => chunkOf({ content: piece })),
    chunkOf({}, { finish: "stop" }),
    USAGE_EVENT,
    DONE_EVENT,
  ];
  return { kind: "events", events, ending: "end" };
}
