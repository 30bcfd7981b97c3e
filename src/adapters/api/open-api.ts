import { z } from "zod";
import { readResult } from "../../commands/reads/read-result.ts";
import { READS, type Read } from "../../commands/reads/reads.ts";

interface Schema {
  type?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** The API in OpenAPI 3.1, out of the schemas by which requests are read and results are made. `server` is the address that others use. */
export function openApiDocument(version: string, server: string | null): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Attaché",
      version,
      description:
        "What the stored news articles say, each passage with its article, its offsets and a link to it. Everything in passages, titles and names is their publishers' words.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: server ?? "/" }],
    security: [{ token: [] }],
    paths: {
      ...Object.fromEntries(READS.map((read) => [`/api/v1/${read.name}`, { get: readOperation(read) }])),
      "/api/v1/passages": { get: PASSAGES },
      "/api/v1/openapi.json": { get: THIS_DOCUMENT },
    },
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "A token that attache tokens create has made." } },
      schemas: {
        Result: schemaOf(readResult),
        Error: schemaOf(z.object({ error: z.string().describe("What failed, in one sentence") })),
      },
      responses: { Refused: { description: "Refused, and why", content: json("#/components/schemas/Error") } },
    },
  };
}

function readOperation({ name, title, description, args }: Read): object {
  const { properties = {}, required = [] } = schemaOf(args);
  return {
    operationId: name,
    summary: title,
    description,
    parameters: Object.entries(properties).map(([parameter, { description: about, ...schema }]) => ({
      name: parameter,
      in: "query",
      required: required.includes(parameter),
      ...(about === undefined ? {} : { description: about }),
      schema,
    })),
    responses: { "200": { description: "The result", headers: ETAG, content: json("#/components/schemas/Result") }, ...REFUSALS },
  };
}

function schemaOf(schema: z.ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema) as Schema & { $schema?: string };
  return rest;
}

function json(ref: string): object {
  return { "application/json": { schema: { $ref: ref } } };
}

const ETAG = {
  ETag: { description: "Send it back as If-None-Match: 304 says that nothing changed.", schema: { type: "string" } },
};
const REFUSED = { $ref: "#/components/responses/Refused" };
const REFUSALS = {
  "304": { description: "Nothing has changed since the answer with the ETag in If-None-Match." },
  "400": REFUSED,
  "401": REFUSED,
  "404": REFUSED,
  "429": REFUSED,
  "503": REFUSED,
};
const PASSAGES = {
  operationId: "passage",
  summary: "A passage again",
  description: "The passage that a result names as its resource: exact characters, with the article and a link to it.",
  parameters: [{ name: "resource", in: "query", required: true, schema: { type: "string" } }],
  responses: {
    "200": { description: "The passage", headers: ETAG, content: { "application/json": { schema: { type: "object" } } } },
    ...REFUSALS,
  },
};
const THIS_DOCUMENT = {
  operationId: "openapi",
  summary: "This document",
  security: [],
  responses: {
    "200": { description: "The API in OpenAPI 3.1", content: { "application/json": { schema: { type: "object" } } } },
  },
};
