import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

type Json = Record<string, unknown>;

export interface Sent {
  method: string;
  path: string;
  body: Json;
}

/** A proxy before somebody's Discord, which holds every body that the bot sends against Discord's own OpenAPI document. */
export interface Judge {
  url: string;
  sent: Sent[];
  /** How many bodies were judged, and what was wrong with them. */
  judged(): number;
  faults: string[];
  close(): Promise<void>;
}

/** What the judge answers by itself, because the Discord behind it can't; undefined leaves a call to that. */
export type OwnAnswers = (method: string, path: string, body: Json | null) => unknown;

/** Without a document (the file that DISCORD_OPENAPI names) nothing is judged, and everything goes through. */
export async function startJudge(target: string, document: string | null, own: OwnAnswers): Promise<Judge> {
  const validate = document === null ? null : createValidators(JSON.parse(readFileSync(document, "utf8")) as Document);
  const sent: Sent[] = [];
  const faults: string[] = [];
  let judged = 0;
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const body = readBody(incoming, raw);
    const method = incoming.method ?? "GET";
    const path = decodeURIComponent(new URL(incoming.url ?? "/", "http://judge").pathname).replace(/^\/api\/v10/, "");
    if (body !== null) {
      sent.push({ method, path, body });
      const fault = validate?.(method, path, body) ?? null;
      if (validate !== null) judged++;
      if (fault !== null) faults.push(`${method} ${path}: ${fault}`);
    }
    const answer = own(method, path, body);
    if (answer !== undefined) {
      outgoing.writeHead(200, { "content-type": "application/json" });
      return void outgoing.end(JSON.stringify(answer));
    }
    const { host: _, ...headers } = incoming.headers;
    const onward = send(new URL(incoming.url ?? "/", target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    onward.end(raw);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    sent,
    judged: () => judged,
    faults,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The JSON of a body, or of the part of a form with files that holds it. */
function readBody(incoming: IncomingMessage, raw: Buffer): Json | null {
  const type = incoming.headers["content-type"] ?? "";
  if (raw.length === 0) return null;
  if (type.includes("application/json")) return JSON.parse(raw.toString("utf8"));
  const [, json] = /name="payload_json"[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n([\s\S]*?)\r\n--/.exec(raw.toString("utf8")) ?? [];
  return json === undefined ? null : JSON.parse(json);
}

interface Document extends Json {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, unknown> } }>>;
}

/** What is wrong with a body, as one line; null where nothing is. A call that the document does not know is wrong. */
function createValidators(document: Document): (method: string, path: string, body: Json) => string | null {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  for (const format of ["snowflake", "int32", "int64", "nonce", "binary", "double", "float"]) ajv.addFormat(format, true);
  ajv.addSchema({ $id: "discord", ...document });
  const compiled = new Map<string, ValidateFunction>();
  // A literal segment fits better than a parameter: messages/@original before messages/{message_id}.
  const templates = Object.keys(document.paths)
    .map((template) => ({ template, pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, "[^/]+")}$`) }))
    .sort((a, b) => a.template.split("{").length - b.template.split("{").length);
  return (method, path, body) => {
    const verb = method.toLowerCase();
    const found = templates.find(({ template, pattern }) => pattern.test(path) && document.paths[template]?.[verb] !== undefined);
    if (found === undefined) return "Discord's document knows no such call";
    if (document.paths[found.template]?.[verb]?.requestBody?.content["application/json"] === undefined) return "it takes no JSON";
    const pointer = `discord#/paths/${encodeURIComponent(found.template.replace(/~/g, "~0").replace(/\//g, "~1"))}/${verb}/requestBody/content/application~1json/schema`;
    const validator = compiled.get(pointer) ?? ajv.compile({ $ref: pointer });
    compiled.set(pointer, validator);
    return validator(withNumbers(body)) ? null : ajv.errorsText(validator.errors?.slice(0, 5));
  };
}

/** The document wants a bit set as an integer where the reference text and discord.js have a string of digits, since bits outgrow integers. */
function withNumbers(body: Json): Json {
  const bits = body["default_member_permissions"];
  return typeof bits === "string" && /^\d+$/.test(bits) ? { ...body, default_member_permissions: Number(bits) } : body;
}
