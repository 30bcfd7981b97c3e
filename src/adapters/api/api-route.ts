import { answerRead, type ReadDeps, type Reader } from "../../commands/reads/answer-read.ts";
import { readPassage } from "../../commands/reads/read-passage.ts";
import { READS, type Read } from "../../commands/reads/reads.ts";
import { AppError, type ErrorCode } from "../../domain/errors.ts";
import type { Access } from "../http/open-access.ts";
import { type Route, refuse, refuseOverLimit } from "../http/route.ts";
import { tagged } from "../http/tagged.ts";
import { openApiDocument } from "./open-api.ts";

const PREFIX = "/api/v1/";
const JSON_TYPE = "application/json";

interface ApiDeps extends ReadDeps {
  access: Access;
  version: string;
  /** The address by which others reach the server; null for this machine alone. */
  publicUrl: string | null;
}

/** `/api/v1`: the reads by their names, for scripts. Errors are one sentence. */
export function createApiRoute(deps: ApiDeps): Route {
  const described = JSON.stringify(openApiDocument(deps.version, deps.publicUrl));
  return (request, caller) => {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.startsWith(PREFIX)) return null;
    return answer(pathname.slice(PREFIX.length));

    async function answer(name: string): Promise<Response> {
      if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Use GET.", { allow: "GET, HEAD" });
      if (name === "openapi.json") return tagged(request, { text: described, mediaType: JSON_TYPE });
      const record = await deps.access.openBearer(request, caller);
      if (record instanceof Response) return record;
      const reader = { workspaceId: record.workspaceId, userId: `token:${record.id}` };
      try {
        const result = await resultOf(name, searchParams, reader);
        if (result === null) return refuse(404, `There is nothing at this address: ${PREFIX}openapi.json lists what there is.`);
        return tagged(request, { text: JSON.stringify(result), mediaType: JSON_TYPE });
      } catch (error) {
        return refusalOf(error);
      }
    }
  };

  async function resultOf(name: string, given: URLSearchParams, reader: Reader): Promise<object | null> {
    if (name === "passages") return readPassage(deps, reader, given.get("resource") ?? "");
    const read = READS.find((each) => each.name === name);
    return read === undefined ? null : answerRead(deps, reader, { read, given: argumentsOf(read, given) });
  }
}

/** What stands in an address is text; numbers are read as such. What is given twice is refused, since one would be ignored. */
function argumentsOf({ args }: Read, given: URLSearchParams): Record<string, unknown> {
  const names = [...given.keys()];
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new AppError("usage", `${twice} stands twice in the address: give it once.`);
  return Object.fromEntries(
    [...given].map(([name, value]) => [name, "page" in args.shape && name === "page" ? Number(value) : value]),
  );
}

const STATUS: Partial<Record<ErrorCode, number>> = { usage: 400, "bad-input": 400, "not-found": 404, "store-busy": 503 };

/** An expected failure in its own sentence; any other goes on, to be logged. */
function refusalOf(error: unknown): Response {
  if (error instanceof AppError && error.code === "over-limit") return refuseOverLimit(error);
  const status = error instanceof AppError ? STATUS[error.code] : undefined;
  if (status === undefined || !(error instanceof AppError)) throw error;
  return refuse(status, error.message, status === 503 ? { "retry-after": "10" } : {});
}
