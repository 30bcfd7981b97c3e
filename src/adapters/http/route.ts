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
