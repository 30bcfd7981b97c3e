import type { FetchFailure, FetchTrouble } from "../../domain/sources/web.ts";
import { RefusedAddressError } from "./guarded-connect.ts";
import { TooLargeError, UnknownEncodingError } from "./read-body.ts";

export function failure(trouble: FetchTrouble, sentence: string, retryAfterMs: number | null = null): FetchFailure {
  return { trouble, sentence, retryAfterMs };
}

/** What an answer's status means where it is no success, as a sentence. */
export function explainStatus(status: number, host: string, retryAfterMs: number | null): FetchFailure {
  if (status === 429) return failure("rate-limited", `${host} asks for fewer requests (429).`, retryAfterMs);
  if (status === 401 || status === 402 || status === 403 || status === 407 || status === 451)
    return failure("login", `${host} refuses access (${status}): it needs a login, or blocks bots.`, retryAfterMs);
  if (status === 404) return failure("not-found", `${host} has nothing at this address (404). Check it.`);
  if (status === 410) return failure("gone", `${host} says that this address is gone (410). Look for a new one.`);
  if (status >= 500) return failure("server-error", `${host} has a server error (${status}).`, retryAfterMs);
  return failure("http-error", `${host} responds with status ${status}, without content.`, retryAfterMs);
}

/** Cloudflare says in a header that it sent a challenge instead of what was asked for (cf-mitigated). No wait and no login helps. */
export function explainBotWall(host: string): FetchFailure {
  return failure(
    "login",
    `${host} lets only browsers in: Cloudflare's bot protection stopped Attaché. Ask the publisher to allow it, or follow another of its feeds.`,
  );
}

/** Whether a server ended the handshake because HTTP/1.1 was offered (RFC 7301), or answered in the frames of HTTP/2. */
export function speaksOnlyHttp2(error: unknown): boolean {
  return /NO_APPLICATION_PROTOCOL|^HPE_INVALID_(?:CONSTANT|VERSION)$/.test(codeOf(error, 0));
}

/** Whether the connection was closed before the answer was complete. */
export function wasClosed(error: unknown): boolean {
  return CLOSED.test(codeOf(error, 0));
}

const CLOSED = /^UND_ERR_SOCKET$|^ECONNRESET$|^EPIPE$/;

/** Codes of Node, OpenSSL, undici and its parser, and what people are told. */
const CODES: [RegExp, FetchTrouble, string][] = [
  [/^(?:ENOTFOUND|EAI_NODATA|EAI_NONAME)$/, "unknown-host", "does not exist: check the spelling of the address"],
  [/^EAI_|^EREFUSED$|^ESERVFAIL$|^ETIMEOUT$/, "unknown-host", "is unknown, because DNS does not respond"],
  [/^UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/, "timeout", "did not respond in time"],
  [/^UND_ERR_HEADERS_OVERFLOW$|^HPE_HEADER_OVERFLOW$/, "broken-answer", "sends too many headers"],
  [/^HPE_|^UND_ERR_(?:INVALID|RES_|RESPONSE)/, "broken-answer", "does not send valid HTTP"],
  [CLOSED, "no-connection", "closed the connection before the response was complete"],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, "no-connection", "refuses connections"],
  [/^(?:CERT_|ERR_TLS|ERR_SSL|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|EPROTO)/, "no-connection", "has no valid certificate"],
  [/^(?:Z_|ERR_BROTLI|ERR__ERROR|ERR_PADDING)/, "broken-answer", "sends compressed content that is damaged"],
];

/** Any failure of a request, as a sentence about its host. */
export function explainError(error: unknown, host: string): FetchFailure {
  if (error instanceof RefusedAddressError)
    return failure(
      "refused-address",
      `${host} has no public address. An operator can allow private ones with SOURCES_ALLOW_PRIVATE.`,
    );
  if (error instanceof TooLargeError)
    return failure("too-large", `${host} sends more than ${megabytes(error.limitBytes)}, the limit.`);
  if (error instanceof UnknownEncodingError)
    return failure("broken-answer", `${host} compresses its content with an unsupported method (${error.message.slice(0, 40)}).`);
  const name = error instanceof Error ? error.name : "";
  if (name === "TimeoutError") return failure("timeout", `${host} did not respond in time.`);
  if (name === "AbortError") return failure("stopped", "Attaché was stopped before the response arrived.");
  const code = name === "HTTPParserError" ? "HPE_" : codeOf(error, 0);
  const known = CODES.find(([pattern]) => pattern.test(code));
  if (known !== undefined) return failure(known[1], `${host} ${known[2]}.`);
  return failure("broken-answer", `Could not read ${host}${code === "" ? "" : ` (${code})`}.`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 1_000_000 ? 1 : 0)} MB`;
}

function codeOf(error: unknown, depth: number): string {
  if (typeof error !== "object" || error === null || depth > 3) return "";
  const own = "code" in error && typeof error.code === "string" ? error.code : "";
  if (own !== "") return own;
  // A connection that was tried at several addresses fails with all their errors.
  if ("errors" in error && Array.isArray(error.errors)) return codeOf(error.errors[0], depth + 1);
  return "cause" in error ? codeOf(error.cause, depth + 1) : "";
}
