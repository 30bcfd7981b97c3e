import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";
import type { SlackContext, SlackTimings } from "../commands/context.ts";
import { InDoubtError, isTokenRefusal } from "../connection/errors.ts";
import type { SlackMessage } from "../documents/render.ts";
import { findMessage } from "./find-messages.ts";
import { postFailureOf } from "./post-failure.ts";

/** A message as it is posted; what it links to has no preview. */
export interface Posting {
  channelId: string;
  threadTs: string | null;
  message: SlackMessage;
}

export interface Posted {
  channelId: string;
  ts: string;
}

const EVENT_TYPE = "attache_answer";
/** The first request, and one more where the first is known to have come to nothing. */
const REQUESTS = 2;
/** Slack's clock may be off from this one by so much. */
const CLOCK_LEEWAY_MS = 600_000;

/**
 * Posts a message, and never a second copy of it. Where Slack's answer is lost, the message is looked for by the key in its metadata, and
 * again once the request can no longer arrive; only then it is posted once more. Throws an InDoubtError where nobody can know.
 */
export async function postOnce(context: SlackContext, posting: Posting): Promise<Posted> {
  const key = randomBytes(12).toString("base64url");
  const sinceMs = context.clock.now() - CLOCK_LEEWAY_MS;
  for (let request = 1; ; request++) {
    try {
      return await context.inTurn(posting.channelId, () => post(context, posting, key));
    } catch (error) {
      if (!mayHaveArrived(error)) throw error;
      context.logger.warn({ channelId: posting.channelId, err: error }, "Slack did not confirm a message; looking for it");
      const found = await lookTwice(context, posting, { key, sinceMs });
      if (found !== null) return found;
      if (request === REQUESTS) throw new InDoubtError(error);
    }
  }
}

async function post(context: SlackContext, { channelId, threadTs, message }: Posting, key: string): Promise<Posted> {
  const answer = await untilTaken(context.timings, () =>
    context.posting.chat.postMessage({
      channel: channelId,
      ...message,
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: EVENT_TYPE, event_payload: { key } },
      ...(threadTs === null ? {} : { thread_ts: threadTs }),
    }),
  );
  if (answer.ts === undefined) throw new InDoubtError(new Error("chat.postMessage came back without a ts."));
  return { channelId: answer.channel ?? channelId, ts: answer.ts };
}

/** At once, and after the instant until which the request may still arrive; null where the message is not there even then. */
async function lookTwice(
  context: SlackContext,
  { channelId, threadTs }: Posting,
  { key, sinceMs }: { key: string; sinceMs: number },
): Promise<Posted | null> {
  for (const waitMs of [0, context.timings.settleMs]) {
    if (waitMs > 0) await sleep(waitMs);
    const looked = await look(context, { channelId, threadTs, key, sinceMs });
    if (looked.kind === "found") return { channelId, ts: looked.ts };
    // Without a look nobody knows, and a second copy is worse than none.
    if (looked.kind !== "absent") throw new InDoubtError(looked);
  }
  return null;
}

async function look(context: SlackContext, wanted: Omit<Parameters<typeof findMessage>[1], "botId">) {
  try {
    const { botId } = await context.identify();
    return await findMessage(context.client, { ...wanted, botId });
  } catch (error) {
    context.logger.warn({ channelId: wanted.channelId, err: error }, "Could not look for a message");
    throw new InDoubtError(error);
  }
}

/** Whether a call that failed may have been carried out all the same. */
function mayHaveArrived(error: unknown): boolean {
  if (error instanceof InDoubtError) return true;
  const failure = postFailureOf(error);
  return failure.kind === "transient" && failure.maybePosted;
}

/** Tries a call again where Slack surely did not take it: it asked for a pause, or nobody was there. Everything else is thrown. */
async function untilTaken<T>(timings: SlackTimings, call: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await call();
    } catch (error) {
      const waitMs = failures < timings.apiRetries ? pauseMs(error, failures, timings) : null;
      if (waitMs === null) throw error;
      await sleep(waitMs);
    }
  }
}

/** Null where a call must not, or need not, be tried again. */
function pauseMs(error: unknown, failures: number, timings: SlackTimings): number | null {
  if (isTokenRefusal(error) || mayHaveArrived(error)) return null;
  const failure = postFailureOf(error);
  if (error instanceof webApi.WebAPIRateLimitedError) {
    const waitMs = error.retryAfter * 1000;
    return waitMs <= timings.longestPauseMs ? waitMs : null;
  }
  return failure.kind === "transient" ? Math.min(timings.retryMaxMs, timings.retryMinMs * 2 ** failures) : null;
}

/** A call that can't be looked up afterwards: it is made once, and who waits for it is told where its answer was lost. */
export async function callOnce<T>(context: SlackContext, call: (client: webApi.WebClient) => Promise<T>): Promise<T> {
  try {
    return await untilTaken(context.timings, () => call(context.posting));
  } catch (error) {
    throw mayHaveArrived(error) ? new InDoubtError(error) : error;
  }
}

/** A call that does no harm when it is made twice, such as an edit: where its answer is lost, it is made once more. */
export async function callAgain<T>(context: SlackContext, call: (client: webApi.WebClient) => Promise<T>): Promise<T> {
  try {
    return await callOnce(context, call);
  } catch (error) {
    if (!(error instanceof InDoubtError)) throw error;
    return callOnce(context, call);
  }
}
