/** The longest answer has some 4,000 tokens, and a stream spends up to half a kilobyte on each. */
const MAX_BYTES = 8_000_000;

/** More came than any answer has. */
export class TooLongError extends Error {}

/** Fetch for the SDK, whose bodies, streamed or whole, end with an error where they have no end. */
export async function fetchLimited(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  if (response.body === null) return response;
  let bytes = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MAX_BYTES) controller.error(new TooLongError(`More than ${MAX_BYTES} bytes.`));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(limit), { status, statusText, headers });
}
