/** The longest answer has some 4,000 tokens, and a stream spends up to half a kilobyte on each. */
const MAX_BYTES = 8_000_000;
/** Who asks for a longer pause before the next try is not asked again: somebody waits for the text, and the SDK would sleep for a day if it is told to. */
const MAX_PAUSE_MS = 5000;

/** More came than any answer has. */
export class TooLongError extends Error {}

/** Fetch for the SDK: bodies, streamed or whole, end with an error where they have no end, and no server has it sleep. */
export async function fetchLimited(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  const headers = new Headers(response.headers);
  if (pauseMs(headers) > MAX_PAUSE_MS) headers.set("x-should-retry", "false");
  const { status, statusText } = response;
  if (status >= 400 && response.body !== null) {
    const text = await new Response(limited(response.body)).text();
    return new Response(underError(text), { status, statusText, headers });
  }
  return new Response(response.body === null ? null : limited(response.body), { status, statusText, headers });
}

/**
 * An error's body as the SDK reads it, with everything below "error". vLLM, Mistral and FastAPI leave that out, Ollama and LM Studio put a
 * sentence there, and Gemini's layer sends a list; the SDK would lose what they say.
 */
function underError(text: string): string {
  const body = parse(text);
  const one: unknown = Array.isArray(body) ? body[0] : body;
  if (typeof one !== "object" || one === null) return text;
  const error: unknown = "error" in one ? one.error : one;
  return JSON.stringify({ error: typeof error === "string" ? { message: error } : error });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function limited(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let bytes = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MAX_BYTES) controller.error(new TooLongError(`More than ${MAX_BYTES} bytes.`));
      else controller.enqueue(chunk);
    },
  });
  return body.pipeThrough(limit);
}

/** The pause that a server asks for, as the SDK reads it: in milliseconds, in seconds or until a date; 0 where it asks for none. */
function pauseMs(headers: Headers): number {
  const inMs = Number.parseFloat(headers.get("retry-after-ms") ?? "");
  if (inMs > 0) return inMs;
  const asked = headers.get("retry-after") ?? "";
  const seconds = Number.parseFloat(asked);
  if (!Number.isNaN(seconds)) return seconds * 1000;
  const until = Date.parse(asked);
  return Number.isNaN(until) ? 0 : until - Date.now();
}
