import type { ActionStore, EventLog } from "../../domain/chat/chat.ts";
import type { ConversationStore } from "../../domain/chat/conversations.ts";
import type { DisputeStore } from "../../domain/chat/dispute.ts";
import type { CoverageReader, DigestStore } from "../../domain/digests/digest-store.ts";
import type { WatchStore } from "../../domain/digests/watch-store.ts";
import type { CorrectionReader } from "../../domain/evidence/correction.ts";
import type { EvidenceStore, Expected } from "../../domain/evidence/evidence-store.ts";
import type { RereadStore } from "../../domain/evidence/reread-store.ts";
import type { LastBriefingStore, SavedTopicStore } from "../../domain/evidence/saved-topic.ts";
import type { DeadJobStore } from "../../domain/job-queue.ts";
import type { DraftCache, ModelLedger } from "../../domain/model/model-ledger.ts";
import type { ManagerStore, TroubleStore } from "../../domain/model/model-trouble.ts";
import type { StoreReaders } from "../../domain/sources/readers.ts";
import type { SourceStores } from "../../domain/sources/source-store.ts";
import type { AccessStore } from "../../domain/workspace/access.ts";
import type { ForgetStore } from "../../domain/workspace/forgetting.ts";
import type { InstallationStore, WorkspaceStore } from "../../domain/workspace/installations.ts";
import type { RetentionStore, StoreState } from "../../domain/workspace/store-state.ts";
import type { SettingsStore } from "../../domain/workspace/workspace-settings.ts";
import { createArticleReader } from "./articles/article-reader.ts";
import { createArticleWriter } from "./articles/article-writer.ts";
import { createAttributionWriter } from "./articles/attribution-writer.ts";
import { createQuoteReader } from "./articles/quote-reader.ts";
import { createRereadStore } from "./articles/reread-store.ts";
import { createRereadWriter } from "./articles/reread-writer.ts";
import { createRetentionStore } from "./articles/retention-store.ts";
import type { Clients } from "./clients.ts";
import { createCorrectionReader } from "./corrections/correction-reader.ts";
import { createCorrectionWriter } from "./corrections/correction-writer.ts";
import { createDisputeStore } from "./corrections/dispute-store.ts";
import { createSpokenWriter } from "./corrections/spoken-writer.ts";
import { createDeadJobStore } from "./dead-job-store.ts";
import { createNoticeStore } from "./digests/notice-store.ts";
import { createPlanStore, createSlotStore } from "./digests/slot-store.ts";
import { createCoverageReader, createSubscriptionStore } from "./digests/subscription-store.ts";
import { createWatchStore } from "./digests/watch-store.ts";
import { createMeetingReader } from "./meetings/meeting-reader.ts";
import { createMeetingWriter } from "./meetings/meeting-writer.ts";
import type { Say } from "./migrations.ts";
import { openClients } from "./open-clients.ts";
import { createPeopleReader } from "./people/people-reader.ts";
import { createPeopleWriter } from "./people/people-writer.ts";
import { createTermCounter } from "./search/term-frequencies.ts";
import { createWorkspaceCounter, type WorkspaceCounter } from "./search/workspace-frequencies.ts";
import { createSourceStores } from "./sources/source-store.ts";
import { createManagerStore, createTroubleStore } from "./sources/trouble-store.ts";
import { createStoreState } from "./store-state.ts";
import { createStoryReader } from "./stories/story-reader.ts";
import { createStoryWriter } from "./stories/story-writer.ts";
import type { Transaction } from "./transaction.ts";
import { createWorkspaceTurn } from "./turn/workspace-turn.ts";
import { createAccessStore } from "./workspaces/access-store.ts";
import { createActionStore, createConversationStore, createEventLog } from "./workspaces/chat-stores.ts";
import { createForgetStore } from "./workspaces/forget-store.ts";
import { createInstallationStore, createWorkspaceStore } from "./workspaces/installation-stores.ts";
import { createDraftCache, createModelLedger } from "./workspaces/model-stores.ts";
import { createSettingsStore } from "./workspaces/settings-store.ts";
import { createLastBriefingStore, createSavedTopicStore } from "./workspaces/topic-stores.ts";

export interface Store extends StoreReaders {
  evidence: EvidenceStore;
  corrections: CorrectionReader;
  disputes: DisputeStore;
  conversations: ConversationStore;
  actions: ActionStore;
  events: EventLog;
  digests: DigestStore;
  watches: WatchStore;
  coverage: CoverageReader;
  savedTopics: SavedTopicStore;
  lastBriefings: LastBriefingStore;
  settings: SettingsStore;
  forgetting: ForgetStore;
  retention: RetentionStore;
  rereads: RereadStore;
  state: StoreState;
  modelLedger: ModelLedger;
  drafts: DraftCache;
  troubles: TroubleStore;
  managers: ManagerStore;
  followed: SourceStores;
  workspaces: WorkspaceStore;
  installations: InstallationStore;
  access: AccessStore;
  deadJobs: DeadJobStore;
  /** In how many milliseconds it is a host's turn, over all processes that share the store; the turn is taken. */
  takeTurn(host: string, gapMs: number): Promise<number>;
  /** Writes, and takes it back. Throws an AppError where the store can be read only, or its disk is full. */
  tryWriting(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the store that DATABASE_URL names, creating and migrating it where needed. Throws an AppError ("config", "store-unusable",
 * "store-busy") in one sentence for people; `say` is told what they should know of it, and what takes long.
 */
export async function openStore(options: { url: string; say?: Say }): Promise<Store> {
  const clients = await openClients(options.url, options.say);
  const reading = { client: clients.reads, rows: clients.rows };
  const countTerms = createTermCounter(clients.search);
  const counter = createWorkspaceCounter(clients.likeness);
  return {
    articles: createArticleReader(reading, clients.search, countTerms),
    quotes: createQuoteReader(reading),
    people: createPeopleReader(reading),
    meetings: createMeetingReader(reading),
    stories: createStoryReader(reading),
    evidence: createEvidenceStore(clients, counter),
    corrections: createCorrectionReader(clients.reads),
    disputes: createDisputeStore(clients),
    conversations: createConversationStore(clients),
    actions: createActionStore(clients),
    events: createEventLog(clients),
    digests: {
      subscriptions: createSubscriptionStore(clients),
      slots: createSlotStore(clients),
      plans: createPlanStore(clients),
      notices: createNoticeStore(clients),
    },
    watches: createWatchStore(clients),
    coverage: createCoverageReader(clients.reads),
    savedTopics: createSavedTopicStore(clients),
    lastBriefings: createLastBriefingStore(clients),
    settings: createSettingsStore(clients),
    forgetting: createForgetStore(clients),
    retention: createRetentionStore(clients),
    rereads: createRereadStore(clients.reads),
    state: createStoreState(clients),
    modelLedger: createModelLedger(clients),
    drafts: createDraftCache(clients),
    troubles: createTroubleStore(clients),
    managers: createManagerStore(clients),
    followed: createSourceStores(clients),
    workspaces: createWorkspaceStore(clients),
    installations: createInstallationStore(clients),
    access: createAccessStore(clients),
    deadJobs: createDeadJobStore(clients),
    takeTurn: clients.takeTurn,
    tryWriting: () => clients.transaction(writeAndTakeBack),
    close: clients.close,
  };
}

/** Committed, since a transaction that is rolled back need never have reached the disk. */
async function writeAndTakeBack(transaction: Transaction): Promise<void> {
  const key = "doctor";
  await transaction.seenEvent.upsert({ where: { key }, create: { key }, update: {} });
  await transaction.seenEvent.delete({ where: { key } });
}

function createEvidenceStore(clients: Clients, counter: WorkspaceCounter): EvidenceStore {
  const { rows, search, likeness } = clients;
  return {
    write: (workspaceId, work, expected = NOTHING) =>
      clients.workspaceTransaction(workspaceId, async (transaction, direct) => {
        const turn = createWorkspaceTurn({ workspaceId, rows, transaction, direct, expected });
        const result = await work({
          articles: createArticleWriter(turn, search),
          people: createPeopleWriter(turn),
          attributions: createAttributionWriter(turn),
          meetings: createMeetingWriter(turn),
          stories: createStoryWriter(turn, { likeness, counter }),
          rereads: createRereadWriter(turn),
          corrections: createCorrectionWriter(turn),
          spoken: createSpokenWriter(turn.transaction, workspaceId),
        });
        await turn.pending.write();
        return result;
      }),
  };
}

const NOTHING: Expected = { identities: [], articles: 0, people: 0, roles: 0, meetings: 0 };
