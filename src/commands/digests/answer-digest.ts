import type { Reply } from "../../domain/chat/chat.ts";
import type { DigestIntent } from "../../domain/chat/intent.ts";
import type { CommandContext } from "../command-context.ts";
import { fileChannel } from "./deliver-digests.ts";
import { explainDigest } from "./explain-digest.ts";
import { explainSetup } from "./explain-setup.ts";
import { followDigest } from "./follow-digest.ts";
import { listDigests, stopDigest } from "./list-digests.ts";
import { postDigestNow } from "./post-digest-now.ts";
import { previewDigest } from "./preview-digest.ts";

/** `/digest`: everything about digests in a channel. */
export async function answerDigest(given: CommandContext, intent: DigestIntent): Promise<Reply> {
  const context = inPlace(given, intent);
  switch (intent.action) {
    case "follow":
      return followDigest(context, intent);
    case "setup":
      return explainSetup(context.asker.platform);
    case "list":
      return listDigests(context, intent);
    case "stop":
      return stopDigest(context, intent);
    case "preview":
      return previewDigest(context, intent);
    case "now":
      return postDigestNow(context, intent);
    case "why":
      return explainDigest(context, intent);
  }
}

/** A terminal's digests that go into a file are that file's, as those of a chat are their channel's. */
function inPlace(context: CommandContext, { file }: DigestIntent): CommandContext {
  const { asker } = context;
  if (file === undefined || asker.platform !== "terminal") return context;
  return { ...context, asker: { ...asker, channelId: fileChannel(file) } };
}
