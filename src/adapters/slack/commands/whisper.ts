import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { systemCode, UNREACHED_CODES } from "../../../domain/system-code.ts";
import { noteDocument } from "../../chat/note-document.ts";
import { InDoubtError } from "../connection/errors.ts";
import { renderDocument, type SlackMessage } from "../documents/render.ts";
import { callOnce, postOnce } from "../threads/post-once.ts";
import { isDirect, type SlackContext, type SlackTimings } from "./context.ts";
import type { Destination } from "./destination.ts";

/** What the response_url of a command or a button takes besides a message. */
export type ResponseBody =
  | (SlackMessage & { response_type: "ephemeral"; replace_original: boolean; unfurl_links: false; unfurl_media: false })
  | { delete_original: true };

/** What answering a response_url takes: no token, and no store. */
export interface Answerer {
  timings: SlackTimings;
  logger: Logger;
}

/** Shows a message to the asker alone: through the response_url while it takes answers, else as an ephemeral message. */
export async function whisper(context: SlackContext, to: Destination, message: SlackMessage): Promise<void> {
  if (to.responseUrl !== null && (await answerUrl(context, to.responseUrl, forAsker(message, to.replaces)))) return;
  const threadTs = to.opensThread ? null : to.threadTs;
  if (isDirect(to.channelId)) {
    await postOnce(context, { channelId: to.channelId, threadTs, message });
    return;
  }
  const place = { channel: to.channelId, ...(threadTs === null ? {} : { thread_ts: threadTs }) };
  await callOnce(context, (client) => client.chat.postEphemeral({ ...place, user: to.userId, ...message }));
}

/** One sentence as a message. */
export function noteMessage(sentence: string): SlackMessage {
  return renderDocument(noteDocument("warning", sentence), () => null).message;
}

export function forAsker(message: SlackMessage, replaces: boolean): ResponseBody {
  return { ...message, response_type: "ephemeral", replace_original: replaces, unfurl_links: false, unfurl_media: false };
}

/** The message of a button that is done with, such as "Did you mean", goes; where it stays, its answer is there all the same. */
export async function removeOriginal(context: SlackContext, responseUrl: string): Promise<void> {
  try {
    await answerUrl(context, responseUrl, { delete_original: true });
  } catch (error) {
    context.logger.warn({ err: error }, "Could not remove an outdated message");
  }
}

/** The first request, and one more of what does no harm twice. */
const REQUESTS = 2;

/**
 * False where the address surely did not take it: after five answers, after thirty minutes, or where nobody is there. Throws an InDoubtError
 * where it may have: only what replaces a message, or removes it, is sent once more then.
 */
export async function answerUrl(answerer: Answerer, url: string, body: ResponseBody): Promise<boolean> {
  const requests = "delete_original" in body || body.replace_original ? REQUESTS : 1;
  for (let request = 1, pauses = 0; ; ) {
    const answer = await askUrl(answerer, url, body);
    if (answer.kind === "taken") return true;
    if (answer.kind === "in-doubt") {
      if (request === requests) throw new InDoubtError(answer.error);
      request += 1;
      continue;
    }
    if (answer.waitMs === null || pauses === answerer.timings.apiRetries) return false;
    pauses += 1;
    await sleep(answer.waitMs);
  }
}

type Answer =
  | { kind: "taken" }
  /** After how long it may be tried again, null where that would be of no use. */
  | { kind: "refused"; waitMs: number | null }
  | { kind: "in-doubt"; error: unknown };

async function askUrl({ timings, logger }: Answerer, url: string, body: ResponseBody): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(timings.apiTimeoutMs),
    });
    const { ok, status } = response;
    await response.body?.cancel();
    if (ok) return { kind: "taken" };
    if (status >= 500) return { kind: "in-doubt", error: new Error(`A response_url answered ${status}.`) };
    logger.info({ status }, "A response_url takes no more answers");
    const waitMs = Number(response.headers.get("retry-after") ?? Number.NaN) * 1000;
    return { kind: "refused", waitMs: status === 429 && waitMs <= timings.longestPauseMs ? waitMs : null };
  } catch (error) {
    logger.warn({ err: error }, "A response_url did not answer");
    const isUnreached = UNREACHED_CODES.has(systemCode(error) ?? "");
    return isUnreached ? { kind: "refused", waitMs: timings.retryMaxMs } : { kind: "in-doubt", error };
  }
}
