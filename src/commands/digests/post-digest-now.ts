import type { Reply } from "../../domain/chat/chat.ts";
import { paragraph, text } from "../../domain/chat/document.ts";
import type { DigestIntent } from "../../domain/chat/intent.ts";
import { ASKED_FOR } from "../../domain/digests/digest.ts";
import { AppError } from "../../domain/errors.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { chooseSubscription } from "./digest-choice.ts";
import { refuseWithoutRights } from "./follow-digest.ts";
import { printDigest } from "./print-digest.ts";

/** `/digest now` posts the digest at once, outside the schedule; the next one does not repeat it. */
export async function postDigestNow(context: CommandContext, intent: DigestIntent): Promise<Reply> {
  const { asker, clock, store } = context;
  const subscription = await chooseSubscription(context, intent);
  refuseWithoutRights(asker);
  if (subscription.paused !== null)
    throw new AppError("usage", "That digest is paused, because I could not post to the channel. Follow it again first.");
  const nowMs = clock.now();
  // Two presses within a minute mean one digest; two commands at a terminal mean two.
  const period = asker.platform === "terminal" ? nowMs : Math.floor(nowMs / 60_000);
  const slot = { key: `${ASKED_FOR}${period}`, dueAtMs: nowMs };
  const isFirst = await store.digests.subscriptions.ask(subscription.id, slot);
  if (asker.platform === "terminal") return printDigest(context, subscription);
  context.wakeDigests();
  const sentence = isFirst
    ? "I am posting the digest to this channel."
    : "Somebody requested that digest a moment ago. It is on its way.";
  return reply(
    { title: "Digest", audience: "asker", blocks: [paragraph(text(sentence))], detail: [] },
    { asked: subscription.topics },
  );
}
