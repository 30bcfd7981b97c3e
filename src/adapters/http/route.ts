import type { AppError } from "../../domain/errors.ts";

/** Who sent a request: the address of the connection, for counting alone. */
export interface Caller {
  address: string;
}

/** A part of the web server. Null where the path is none of its own. */
export type Route = (request: Request, caller: Caller) => Promise<Response> | null;

/** A failure in one sentence, as every route gives it. */
export function refuse(status: number, sentence: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error: sentence }, { status, headers });
}

/** Too many words of one article: the sentence says when to ask again. */
export function refuseOverLimit({ message, retryAfterMs = 0 }: AppError): Response {
  return refuse(429, message, { "retry-after": String(Math.ceil(retryAfterMs / 1000)) });
}
