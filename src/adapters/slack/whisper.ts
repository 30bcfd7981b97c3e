import { isDirect, type SlackContext } from "./context.ts";
import type { SlackMessage } from "./render.ts";
import type { Destination } from "./respond.ts";

/** What the response_url of a command or a button takes besides a message. */
type ResponseBody =
  | (SlackMessage & { response_type: "ephemeral"; replace_original: boolean; unfurl_links: false; unfurl_media: false })
  | { delete_original: true };

/** Shows a message to the asker alone: through the response_url while it takes answers, else as an ephemeral message. */
export async function whisper(context: SlackContext, to: Destination, message: SlackMessage): Promise<void> {
  if (to.responseUrl !== null) {
    const body = {
      ...message,
      response_type: "ephemeral",
      replace_original: to.replaces,
      unfurl_links: false,
      unfurl_media: false,
    } as const;
    if (await answerUrl(context, to.responseUrl, body)) return;
  }
  const place = { channel: to.channelId, ...(to.threadTs === null || to.opensThread ? {} : { thread_ts: to.threadTs }) };
  if (isDirect(to.channelId)) {
    await context.client.chat.postMessage({ ...place, ...message, unfurl_links: false, unfurl_media: false });
    return;
  }
  await context.client.chat.postEphemeral({ ...place, user: to.userId, ...message });
}

/** The message of a button that is done with, such as "Did you mean", goes. */
export async function removeOriginal(context: SlackContext, responseUrl: string): Promise<void> {
  await answerUrl(context, responseUrl, { delete_original: true });
}

/** False where the address takes no more: five answers, thirty minutes. */
async function answerUrl(context: SlackContext, url: string, body: ResponseBody): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(context.timings.apiTimeoutMs),
    });
    await response.body?.cancel();
    if (!response.ok) context.logger.info({ status: response.status }, "A response_url takes no more answers");
    return response.ok;
  } catch (error) {
    context.logger.warn({ err: error }, "A response_url did not answer");
    return false;
  }
}
