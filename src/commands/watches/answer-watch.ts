import type { Reply } from "../../domain/chat/chat.ts";
import type { WatchIntent } from "../../domain/chat/intent.ts";
import type { CommandContext } from "../command-context.ts";
import { addWatch } from "./add-watch.ts";
import { explainWatch } from "./explain-watch.ts";
import { listWatches } from "./list-watches.ts";
import { removeWatch } from "./remove-watch.ts";

/** `/watch`: what somebody wants to be told at once. */
export async function answerWatch(context: CommandContext, intent: WatchIntent): Promise<Reply> {
  switch (intent.action) {
    case "add":
      return addWatch(context, intent);
    case "list":
      return listWatches(context);
    case "remove":
      return removeWatch(context, intent);
    case "why":
      return explainWatch(context, intent);
  }
}
