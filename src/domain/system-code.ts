const DEEPEST = 5;

/** The call reached no server. */
export const UNREACHED_CODES: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  // undici's code for a connection that was not opened in time.
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** The system error code (ECONNREFUSED) of an error or its causes, or null. */
export function systemCode(error: unknown): string | null {
  let current = error;
  for (let depth = 0; depth < DEEPEST && current instanceof Error; depth++) {
    if ("code" in current && typeof current.code === "string" && /^(?:E|UND_ERR_)[A-Z_]+$/.test(current.code))
      return current.code;
    current = "original" in current ? current.original : current.cause;
  }
  return null;
}
