import type { Reply } from "../domain/chat.ts";
import type { Clock } from "../domain/clock.ts";
import { AppError } from "../domain/errors.ts";
import type { Intent } from "../domain/intent.ts";
import type { StoreReaders } from "../domain/readers.ts";
import { answerAsk } from "./answer-ask.ts";
import { listMeetings } from "./list-meetings.ts";
import { listPeople } from "./list-people.ts";
import { listQuotes } from "./list-quotes.ts";
import { listSources } from "./list-sources.ts";
import { listStories } from "./list-stories.ts";
import { showBriefing } from "./show-briefing.ts";
import { showChanges } from "./show-changes.ts";
import { showHelp } from "./show-help.ts";
import { showPerson } from "./show-person.ts";
import { showStatus } from "./show-status.ts";

export interface Commands {
  /** Throws an AppError ("usage", "not-found") in one sentence where the intent cannot be answered. */
  answer(workspaceId: string, intent: Intent): Promise<Reply>;
}

/** Everything that a person can ask for, whatever the platform. */
export function createCommands(deps: { store: StoreReaders; clock: Clock }): Commands {
  return { answer: async (workspaceId, intent) => dispatch({ ...deps, workspaceId }, intent) };
}

async function dispatch(context: { store: StoreReaders; clock: Clock; workspaceId: string }, intent: Intent): Promise<Reply> {
  switch (intent.kind) {
    case "briefing":
      return showBriefing(context, intent);
    case "meetings":
      return listMeetings(context, intent);
    case "person":
      return showPerson(context, intent);
    case "people":
      return listPeople(context, intent);
    case "quotes":
      return listQuotes(context, intent);
    case "stories":
      return listStories(context, intent);
    case "sources":
      return listSources(context, intent);
    case "ask":
      return answerAsk(context, intent);
    case "changes":
      return showChanges(context, intent);
    case "help":
      return showHelp();
    case "status":
      return showStatus(context);
    case "digest":
    case "sources-manage":
    case "merge-people":
    case "split-person":
    case "forget":
      throw new AppError("not-found", "This version of Attaché does not have that command yet: /help lists what it has.");
  }
}
