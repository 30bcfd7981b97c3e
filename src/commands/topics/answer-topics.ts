import type { Reply } from "../../domain/chat/chat.ts";
import type { TopicsIntent } from "../../domain/chat/intent.ts";
import type { CommandContext } from "../command-context.ts";
import { listTopics, showTopic } from "./list-topics.ts";
import { removeTopic } from "./remove-topic.ts";
import { saveTopic } from "./save-topic.ts";

/** `/topics`: what a desk calls its own topics. Everybody may use and see them; managers change them. */
export async function answerTopics(context: CommandContext, intent: TopicsIntent): Promise<Reply> {
  switch (intent.action) {
    case "list":
      return listTopics(context);
    case "show":
      return showTopic(context, intent.name);
    case "add":
    case "change":
      return saveTopic(context, intent);
    case "remove":
      return removeTopic(context, intent);
  }
}
