import type { Reply } from "../../domain/chat/chat.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import type { CommandContext } from "../command-context.ts";
import { decideDispute } from "./decide-dispute.ts";
import { exportCorrections } from "./export-corrections.ts";
import { listCorrections, undoListed } from "./list-corrections.ts";

/** `/corrections`: the list, and what is done with one. */
export async function answerCorrections(
  context: CommandContext,
  intent: Extract<Intent, { kind: "corrections" }>,
): Promise<Reply> {
  if (intent.undo !== undefined) return undoListed(context, intent.undo);
  if (intent.accept !== undefined) return decideDispute(context, intent.accept, true);
  if (intent.decline !== undefined) return decideDispute(context, intent.decline, false);
  return intent.export === true ? exportCorrections(context) : listCorrections(context, intent);
}
