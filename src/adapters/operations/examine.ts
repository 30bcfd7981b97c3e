import { AppError } from "../../domain/errors.ts";
import type { RereadStore } from "../../domain/evidence/reread-store.ts";
import type { Finding } from "../../domain/finding.ts";
import type { TroubleStore } from "../../domain/model/model-trouble.ts";
import type { HeaderStore, HeaderVault } from "../../domain/sources/source-header.ts";
import type { InstallationStore } from "../../domain/workspace/installations.ts";
import type { StoreSize, StoreState } from "../../domain/workspace/store-state.ts";
import { sayWhy } from "../../model/say-why.ts";
import { eachHeader } from "../tokens/header-vault.ts";
import type { TokenBox } from "../tokens/token-box.ts";
import { examineJobs } from "./examine-jobs.ts";
import {
  appTokenFinding,
  clockFinding,
  examineDiscord,
  examineModel,
  examineSlack,
  type ServiceFindings,
  type SlackToExamine,
  timeZoneFinding,
} from "./examine-service.ts";
import { examineTokens } from "./examine-tokens.ts";

/** Slack for many workspaces: each has a token of its own in the store. */
interface SlackForMany extends Pick<SlackToExamine, "apiUrl" | "wantedScopes" | "appToken"> {
  box: TokenBox;
}

interface ExaminedStore {
  state: StoreState;
  troubles: Pick<TroubleStore, "open">;
  installations: InstallationStore;
  followed: { headers: HeaderStore };
  rereads: Pick<RereadStore, "counts">;
  tryWriting(): Promise<void>;
  close(): Promise<void>;
}

export interface ToExamine {
  /** `say` is told that it was made just now, and what it took to open it. */
  openStore(say?: (sentence: string) => void): Promise<ExaminedStore>;
  /** How many bytes the store may still take, and where; null where that is not this machine's. */
  room(): Promise<{ bytes: number; folder: string } | null>;
  engineVersion: number;
  /** Whether the running bot reads articles of an older engine again. */
  rereadsArticles: boolean;
  withJobs: Parameters<typeof examineJobs>[0];
  /** Opens the headers of sources; without keys, none. */
  headerVault: HeaderVault;
  /** Null where it is not set up. */
  slack: SlackToExamine | SlackForMany | null;
  discord: Parameters<typeof examineDiscord>[0] | null;
  model: Parameters<typeof examineModel>[0] | null;
}

/** Looks at each part by itself, one after the other: what fails in one keeps nobody from hearing of the next. */
export async function* examine(program: ToExamine): AsyncGenerator<Finding> {
  const store = await storeFinding(program);
  yield store;
  if (store.state === "fine") yield* await engineFindings(program);
  if (store.state === "fine") yield* await headerFindings(program);
  if (store.state === "fine") yield await examineJobs(program.withJobs);
  const ahead: (number | null)[] = [];
  const services: [string, (() => Promise<ServiceFindings>) | null][] = [
    ["Slack", program.slack === null ? null : slackExamination(program, program.slack)],
    ["Discord", program.discord === null ? null : examineDiscord.bind(null, program.discord)],
    ["language model", program.model === null ? null : examineModel.bind(null, program.model)],
  ];
  for (const [part, look] of services) {
    if (look === null) {
      yield { part, state: "off", sentence: "It is not set up." };
      continue;
    }
    const { findings, aheadMs } = await look();
    ahead.push(aheadMs);
    yield* findings;
  }
  if (program.model !== null) yield* await troubleFindings(program.openStore);
  yield clockFinding(ahead);
  yield timeZoneFinding();
}

/** Whether articles are to be read again, and who does it. */
async function engineFindings({ openStore, engineVersion, rereadsArticles }: ToExamine): Promise<Finding[]> {
  const store = await openStore();
  try {
    const { done, left } = await store.rereads.counts(engineVersion);
    if (left === 0) return [];
    const due = `An older engine read ${left} of ${done + left} articles.`;
    return rereadsArticles
      ? [{ part: "engine", state: "fine", sentence: `${due} The running bot reads them again; attache reread does it now.` }]
      : [{ part: "engine", state: "off", sentence: `${due} With REREAD_ARTICLES=0 only attache reread reads them again.` }];
  } finally {
    await store.close();
  }
}

/** Whether the headers that publishers ask for open with the keys that there are. */
async function headerFindings({ openStore, headerVault }: ToExamine): Promise<Finding[]> {
  const store = await openStore();
  const part = "headers of sources";
  try {
    let opened = 0;
    for await (const owned of eachHeader(store.followed.headers)) {
      headerVault.open(owned);
      opened += 1;
    }
    return opened === 0
      ? []
      : [{ part, state: "fine", sentence: `TOKEN_KEYS decrypts ${opened === 1 ? "the only one" : `all ${opened}`}.` }];
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "config") throw error;
    return [{ part, state: "fault", sentence: error.message }];
  } finally {
    await store.close();
  }
}

const MAX_WORKSPACES_NAMED = 3;

/** What the bot met when it asked the model last, however the endpoint answers now. A store that does not open was told before. */
async function troubleFindings(openStore: ToExamine["openStore"]): Promise<Finding[]> {
  try {
    const store = await openStore();
    try {
      const open = await store.troubles.open();
      const [first] = open;
      if (first === undefined) return [];
      const names = open.slice(0, MAX_WORKSPACES_NAMED).map(({ workspaceId }) => workspaceId);
      const others = open.length > names.length ? ` and ${open.length - names.length} others` : "";
      const since = new Date(Math.min(...open.map(({ sinceMs }) => sinceMs))).toISOString().slice(0, 16);
      const untold = open.filter(({ isTold }) => !isTold).length;
      const heard = untold === 0 ? "their managers have been informed" : `in ${untold} of them, no manager could be informed`;
      const sentence = `It failed for ${names.join(", ")}${others} (since ${since} UTC): ${sayWhy(first.why)}; ${heard}. The next text that it writes there ends the problem.`;
      return [{ part: "language model", state: "fault", sentence }];
    } finally {
      await store.close();
    }
  } catch {
    return [];
  }
}

function slackExamination(program: ToExamine, slack: SlackToExamine | SlackForMany): () => Promise<ServiceFindings> {
  if ("botToken" in slack) return () => examineSlack(slack);
  return async () => {
    const app = slack.appToken === null ? [] : [await appTokenFinding(slack.apiUrl, slack.appToken)];
    const { findings, aheadMs } = await tokenFindings(program, slack);
    return { findings: [...app, ...findings], aheadMs };
  };
}

async function tokenFindings({ openStore }: ToExamine, slack: SlackForMany): Promise<ServiceFindings> {
  try {
    const store = await openStore();
    try {
      return await examineTokens({ installations: store.installations, box: slack.box, slack });
    } finally {
      await store.close();
    }
  } catch {
    const sentence = "The store does not open, so its tokens cannot be checked. Fix the store first.";
    return { findings: [{ part: "tokens", state: "fault", sentence }], aheadMs: null };
  }
}

/** A day of many sources, with the search index and what a migration or a back-up needs for a while. */
const LEAST_ROOM_BYTES = 200_000_000;

/** A file does not shrink when articles go: what is free in it is taken by those that come. */
function showSize({ bytes, freeBytes }: StoreSize): string {
  const free = freeBytes === null ? "" : `, ${megabytes(freeBytes)} of it free for new articles`;
  return `Its size is ${megabytes(bytes)}${free}.`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

async function storeFinding({ openStore, room }: ToExamine): Promise<Finding> {
  const part = "store";
  try {
    const told: string[] = [];
    const store = await openStore((sentence) => told.push(sentence));
    try {
      await store.state.check();
      await store.tryWriting();
      const left = await room();
      if (left !== null && left.bytes < LEAST_ROOM_BYTES) {
        const sentence = `The disk of ${left.folder} has ${megabytes(left.bytes)} left. Free some space, or the store cannot grow.`;
        return { part, state: "fault", sentence };
      }
      const { articles, workspaces } = await store.state.counts(Date.now());
      const opens = `The store can be read and written, and its tables are up to date. Articles: ${articles}, workspaces: ${workspaces}.`;
      return { part, state: "fine", sentence: [opens, showSize(await store.state.size()), ...told].join(" ") };
    } finally {
      await store.close();
    }
  } catch (error) {
    const sentence = error instanceof AppError ? error.message : "The store opens but does not respond. Restore a backup.";
    return { part, state: "fault", sentence };
  }
}
