import type { Asker, Desk, Reply } from "../domain/chat/chat.ts";
import type { Intent } from "../domain/chat/intent.ts";
import type { Clock } from "../domain/clock.ts";
import type { JobLedger } from "../domain/job-queue.ts";
import { suggestPeople, suggestTopics } from "../evidence/suggest-topics.ts";
import { answerAsk } from "./answer-ask.ts";
import { answerDigest } from "./answer-digest.ts";
import { answerForget } from "./answer-forget.ts";
import { answerSettings } from "./answer-settings.ts";
import { answerSources } from "./answer-sources.ts";
import type { CommandContext, CommandStore, SourceWork } from "./command-context.ts";
import { listMeetings } from "./list-meetings.ts";
import { listPeople } from "./list-people.ts";
import { listQuotes } from "./list-quotes.ts";
import { listSources } from "./list-sources.ts";
import { listStories } from "./list-stories.ts";
import { mergeNames } from "./merge-names.ts";
import { showBriefing } from "./show-briefing.ts";
import { showChanges } from "./show-changes.ts";
import { showHelp } from "./show-help.ts";
import { showPerson } from "./show-person.ts";
import { showStatus } from "./show-status.ts";
import { splitName } from "./split-name.ts";
import { type ModelDeps, writerFor } from "./watched-writer.ts";

export interface Commands {
  /** Throws an AppError ("usage", "not-found") in one sentence where the intent cannot be answered. Without an asker, the terminal asks. */
  answer(workspaceId: string, intent: Intent, asker?: Asker): Promise<Reply>;
  suggest: Desk["suggest"];
}

export interface CommandDeps extends ModelDeps {
  store: CommandStore;
  clock: Clock;
  /** Has the digests looked at now; where nothing posts any, it is left out. */
  wakeDigests?: () => void;
  /** Left out where the jobs are another process's. */
  jobs?: JobLedger;
  /** Left out in a program that fetches nothing. */
  sourceWork?: () => Promise<SourceWork>;
}

/** Names looked through for suggestions. */
const NAMES_KNOWN = 500;

/** Everything that a person can ask for, whatever the platform. */
export function createCommands(deps: CommandDeps): Commands {
  const { store, clock, wakeDigests = () => undefined, jobs = null, sourceWork = null } = deps;
  return {
    answer: async (workspaceId, intent, asker = terminalAsker(workspaceId)) =>
      dispatch({ store, clock, workspaceId, asker, jobs, wakeDigests, writer: writerFor(deps, workspaceId), sourceWork }, intent),
    async suggest(workspaceId, { what, typed, limit }) {
      const names = await store.people.names(workspaceId, NAMES_KNOWN);
      return what === "topic" ? suggestTopics(typed, names, limit) : suggestPeople(typed, names, limit);
    },
  };
}

/** Whoever has the store's file may do everything. */
function terminalAsker(workspaceId: string): Asker {
  return {
    platform: "terminal",
    workspaceId,
    channelId: "terminal",
    threadId: null,
    userId: "terminal",
    isManager: true,
    isMember: true,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

async function dispatch(context: CommandContext, intent: Intent): Promise<Reply> {
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
      return showHelp(context.asker.platform);
    case "status":
      return showStatus(context);
    case "digest":
      return answerDigest(context, intent);
    case "sources-manage":
      return answerSources(context, intent);
    case "merge-people":
      return mergeNames(context, intent);
    case "split-person":
      return splitName(context, intent);
    case "forget":
      return answerForget(context, intent);
    case "settings":
      return answerSettings(context, intent);
  }
}
