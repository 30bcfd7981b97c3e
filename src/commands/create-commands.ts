import type { Asker, Desk, Reply } from "../domain/chat/chat.ts";
import type { ExportIntent, FeedsIntent, Intent, ReadingIntent, TokensIntent } from "../domain/chat/intent.ts";
import type { PictureDrawer } from "../domain/chat/picture.ts";
import type { Clock, Stopwatch } from "../domain/clock.ts";
import { type HolidayCalendar, NO_HOLIDAYS } from "../domain/digests/holidays.ts";
import { AppError } from "../domain/errors.ts";
import type { JobLedger } from "../domain/job-queue.ts";
import { stopwatch as realStopwatch } from "../domain/stopwatch.ts";
import { suggestAnywhere, suggestPeople, suggestTopics, weighPairs } from "../evidence/suggest-topics.ts";
import { answerTokens } from "./access/answer-tokens.ts";
import type { CommandContext, CommandStore, SourceWork, WorkProgress } from "./command-context.ts";
import { answerCorrections } from "./corrections/answer-corrections.ts";
import { answerDispute } from "./corrections/answer-dispute.ts";
import { correct } from "./corrections/correct.ts";
import { showWrong } from "./corrections/show-wrong.ts";
import { answerDigest } from "./digests/answer-digest.ts";
import { type DigestOutlet, deliverDigests } from "./digests/deliver-digests.ts";
import { answerAsk } from "./evidence/ask/answer-ask.ts";
import { checkSentence } from "./evidence/check-sentence.ts";
import { listMeetings } from "./evidence/list-meetings.ts";
import { listQuotes } from "./evidence/list-quotes.ts";
import { listStories } from "./evidence/list-stories.ts";
import { listUpcoming } from "./evidence/list-upcoming.ts";
import { showBriefing } from "./evidence/show-briefing.ts";
import { showTimeline } from "./evidence/show-timeline.ts";
import { type ModelDeps, writerIn } from "./evidence/watched-writer.ts";
import { sendExport } from "./export/send-export.ts";
import { answerFeeds } from "./feeds/answer-feeds.ts";
import { openReading } from "./feeds/open-reading.ts";
import { listPeople } from "./people/list-people.ts";
import { mergeNames } from "./people/merge-names.ts";
import { showPerson } from "./people/show-person.ts";
import { splitName } from "./people/split-name.ts";
import { showTo } from "./share.ts";
import { answerSources } from "./sources/answer-sources.ts";
import { type GivenHeader, giveHeader } from "./sources/give-header.ts";
import { listSources } from "./sources/list-sources.ts";
import { answerTopics } from "./topics/answer-topics.ts";
import { answerUnclear } from "./typed/answer-unclear.ts";
import { answerWatch } from "./watches/answer-watch.ts";
import { answerForget } from "./workspace/answer-forget.ts";
import { answerSettings } from "./workspace/answer-settings.ts";
import { showChanges } from "./workspace/show-changes.ts";
import { showHelp } from "./workspace/show-help.ts";
import { showStatus } from "./workspace/show-status.ts";
import { showWelcome } from "./workspace/show-welcome.ts";

export interface Commands {
  /** Throws an AppError ("usage", "not-found") with one sentence if it cannot answer the intent. Without an asker, the terminal asks. */
  answer(workspaceId: string, intent: Intent, asker?: Asker): Promise<Reply>;
  /** From the terminal alone: a chat keeps what is typed there. Throws as `answer` does. */
  giveHeader(workspaceId: string, target: string, given: GivenHeader): Promise<Reply>;
  /** Delivers what is due of the digests of a terminal. */
  deliverDigests(workspaceId: string, outlet: DigestOutlet): ReturnType<typeof deliverDigests>;
  suggest: Desk["suggest"];
}

export interface CommandDeps extends ModelDeps {
  store: CommandStore;
  clock: Clock;
  /** The process's own, if absent. */
  stopwatch?: Stopwatch;
  /** Looks for due digests now; absent in a process that posts none. */
  wakeDigests?: () => void;
  /** Writes to a manager of a workspace; absent in a program that reaches nobody. */
  tellManagers?: (workspaceId: string, sentence: string) => Promise<boolean>;
  /** Absent if another process works on the jobs. */
  jobs?: JobLedger;
  /** Absent in a program that fetches nothing. */
  sourceWork?: () => Promise<SourceWork>;
  /** Absent, or null, in a program that serves no feeds. */
  webUrl?: string | null;
  /** Absent where nobody waits in front of it. */
  onProgress?: (progress: WorkProgress) => void;
  /** No limit if absent. */
  verbatimWords?: number;
  /** Absent in a program that draws nothing. */
  pictures?: PictureDrawer;
  /** Absent in a program that knows no holidays. */
  holidays?: HolidayCalendar;
}

/** Names looked through for suggestions. */
const NAMES_KNOWN = 500;
/** Fewer letters are in too many aliases. */
const ALIAS_LETTERS = 3;
/** The newest meetings tell which pairs of countries a workspace reads about; the other suggestions stay in sight below them. */
const MEETINGS_LOOKED_AT = 100;
const PAIRS_SUGGESTED = 8;

/** Everything that a person can ask for, on any platform. */
export function createCommands(deps: CommandDeps): Commands {
  const {
    store,
    clock,
    stopwatch = realStopwatch,
    wakeDigests = () => undefined,
    jobs = null,
    sourceWork = null,
    webUrl = null,
    verbatimWords = Number.POSITIVE_INFINITY,
    onProgress = () => undefined,
    pictures = null,
    holidays = NO_HOLIDAYS,
  } = deps;
  const parts = { store, clock, stopwatch, wakeDigests, jobs, sourceWork, webUrl, verbatimWords, onProgress, pictures, holidays };
  const tell = deps.tellManagers ?? (async () => false);
  const sourceNames = async (workspaceId: string) => {
    const sources = (await (await sourceWork?.())?.sources.list(workspaceId)) ?? [];
    return sources.map(({ title, url }) => title ?? url);
  };
  const tellingIn = (workspaceId: string) => ({ tellManagers: (sentence: string) => tell(workspaceId, sentence) });
  return {
    async answer(workspaceId, intent, asker = terminalAsker(workspaceId)) {
      const writer = await writerIn(deps, store.settings, { workspaceId, channelId: asker.channelId });
      const context = { ...parts, ...tellingIn(workspaceId), workspaceId, asker, writer };
      return showTo(asker, intent, await dispatch(context, intent));
    },
    async giveHeader(workspaceId, target, given) {
      if (sourceWork === null) throw new AppError("not-found", "I can't manage sources here.");
      const context = { ...parts, ...tellingIn(workspaceId), workspaceId, asker: terminalAsker(workspaceId), writer: null };
      return giveHeader({ context, work: await sourceWork(), target, backfill: false }, given);
    },
    deliverDigests: (workspaceId, outlet) =>
      deliverDigests(
        { ...parts, ...tellingIn(workspaceId), workspaceId, asker: terminalAsker(workspaceId), writer: null },
        deps,
        outlet,
      ),
    async suggest(workspaceId, { what, typed, limit, channelId, isAnywhere = false }) {
      if (what === "digest") {
        const here = channelId === undefined ? [] : await store.digests.subscriptions.list(workspaceId, channelId);
        return suggestAnywhere(
          typed,
          here.map(({ topics }) => topics.join(", ")),
          limit,
        );
      }
      if (what === "source") return suggestAnywhere(typed, await sourceNames(workspaceId), limit);
      const people = await store.people.names(workspaceId, NAMES_KNOWN);
      const begins = what === "person" ? suggestPeople(typed, people, limit) : await topicsLike(typed, people);
      const within = isAnywhere ? suggestAnywhere(typed, people, limit) : [];
      const pairs = what === "topic" && isAnywhere ? await pairsLike(typed) : [];
      const called = isAnywhere && typed.trim().length >= ALIAS_LETTERS ? await byAlias(typed) : [];
      return [...new Set([...pairs, ...begins, ...within, ...called])].slice(0, limit);

      /** Those whom articles also call so, by the name that they go by here. The last word may not be typed to its end. */
      async function byAlias(line: string): Promise<string[]> {
        const begun = line.trim();
        const whole = begun.slice(0, Math.max(0, begun.lastIndexOf(" ")));
        const found = await store.people.byName(workspaceId, begun, limit);
        const called = found.length > 0 || whole === "" ? found : await store.people.byName(workspaceId, whole, limit);
        return called.map(({ name }) => name);
      }

      async function pairsLike(word: string): Promise<string[]> {
        const newest = await store.meetings.find(workspaceId, { limit: MEETINGS_LOOKED_AT, offset: 0 });
        return suggestAnywhere(word, weighPairs(newest), PAIRS_SUGGESTED);
      }

      async function topicsLike(word: string, names: string[]): Promise<string[]> {
        const saved = (await store.savedTopics.all(workspaceId)).map(({ name }) => name);
        return suggestTopics(word, { saved, people: names }, limit);
      }
    },
  };
}

/** Anybody with access to the store's file may do everything. */
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
    case "timeline":
      return showTimeline(context, intent);
    case "upcoming":
      return listUpcoming(context, intent);
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
    case "check":
      return checkSentence(context, intent);
    case "changes":
      return showChanges(context, intent);
    case "welcome":
    case "help":
      return intent.kind === "welcome" ? showWelcome(context) : showHelp(context.asker.platform);
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
    case "correct":
      return correct(context, intent);
    case "corrections":
      return answerCorrections(context, intent);
    case "wrong":
    case "dispute":
      return intent.kind === "wrong" ? showWrong(context, intent) : answerDispute(context, intent);
    case "topics":
      return answerTopics(context, intent);
    case "watch":
      return answerWatch(context, intent);
    case "feeds":
    case "tokens":
    case "export":
    case "reading":
      return handOut(context, intent);
    case "forget":
      return answerForget(context, intent);
    case "settings":
      return answerSettings(context, intent);
    case "unclear":
      return answerUnclear(intent, context.asker.platform);
  }
}

/** What goes to programs and in files. */
function handOut(context: CommandContext, intent: FeedsIntent | TokensIntent | ExportIntent | ReadingIntent): Promise<Reply> {
  switch (intent.kind) {
    case "feeds":
      return answerFeeds(context, intent);
    case "tokens":
      return answerTokens(context, intent);
    case "export":
      return sendExport(context, intent, dispatch);
    case "reading":
      return openReading(context, intent);
  }
}
