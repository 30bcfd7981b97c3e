import { AppError } from "../../domain/errors.ts";
import type { Finding } from "../../domain/finding.ts";
import type { StoreState } from "../../domain/store-state.ts";
import {
  clockFinding,
  examineDiscord,
  examineModel,
  examineSlack,
  type ServiceFindings,
  type SlackToExamine,
  timeZoneFinding,
} from "./examine-service.ts";

export interface ToExamine {
  openStore(): Promise<{ state: StoreState; close(): Promise<void> }>;
  /** Null where it is not set up. */
  slack: SlackToExamine | null;
  discord: Parameters<typeof examineDiscord>[0] | null;
  model: { baseUrl: string; apiKey: string } | null;
}

/** Looks at each part by itself, one after the other: what fails in one keeps nobody from hearing of the next. */
export async function* examine(program: ToExamine): AsyncGenerator<Finding> {
  yield await storeFinding(program.openStore);
  const ahead: (number | null)[] = [];
  const services: [string, (() => Promise<ServiceFindings>) | null][] = [
    ["Slack", program.slack === null ? null : examineSlack.bind(null, program.slack)],
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
  yield clockFinding(ahead);
  yield timeZoneFinding();
}

async function storeFinding(openStore: ToExamine["openStore"]): Promise<Finding> {
  const part = "store";
  try {
    const store = await openStore();
    try {
      await store.state.check();
      const { articles, workspaces } = await store.state.counts(Date.now());
      const sentence = `The store opens, its tables are of this version: ${articles} articles in ${workspaces} workspaces.`;
      return { part, state: "fine", sentence };
    } finally {
      await store.close();
    }
  } catch (error) {
    const sentence =
      error instanceof AppError ? error.message : "The store opens but does not answer: restore it from a back-up.";
    return { part, state: "fault", sentence };
  }
}
