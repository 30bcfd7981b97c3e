import type { Reply } from "../../domain/chat/chat.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import type { CommandContext } from "../command-context.ts";
import { addSource } from "./add-source.ts";
import { explainSource } from "./explain-source.ts";
import { forgetHeader } from "./give-header.ts";
import { addStarter, exportSources, importSources } from "./import-sources.ts";
import { listFollowed, removeSource } from "./list-followed.ts";
import { nameSource } from "./name-source.ts";
import type { SourcesAsked } from "./sources-asked.ts";

/** `/sources`: everything about sources. */
export async function answerSources(
  context: CommandContext,
  intent: Extract<Intent, { kind: "sources-manage" }>,
): Promise<Reply> {
  const { sourceWork } = context;
  if (sourceWork === null) throw new AppError("not-found", "I can't manage sources here. Run attache start, or attache sources.");
  const asked: SourcesAsked = { context, work: await sourceWork(), target: intent.target, backfill: intent.backfill === true };
  switch (intent.action) {
    case "add":
      return addSource(asked);
    case "list":
      return listFollowed(asked, intent);
    case "remove":
      return removeSource(asked);
    case "why":
      return explainSource(asked);
    case "name":
      return nameSource(asked);
    case "import":
      return importSources(asked);
    case "export":
      return exportSources(asked);
    case "starter":
      return addStarter(asked);
    case "forget-header":
      return forgetHeader(asked);
  }
}
