import { webApi } from "@slack/bolt";
import type { Logger } from "pino";
import type { Identity } from "../commands/context.ts";
import { createBoltLogger } from "./bolt-logger.ts";
import { createIdentify } from "./identify.ts";
import type { Installations } from "./installations.ts";

type SlackFetch = webApi.WebClientOptions["fetch"];

/** The Web API with the token of one team. */
export interface TeamClient {
  /** Tries again by itself as the options say. */
  client: webApi.WebClient;
  /** Makes each call once: what failed and how is for its caller to judge. */
  posting: webApi.WebClient;
  /** Another client with the same token, whose requests go out by this fetch. */
  sendingBy(fetch: SlackFetch): webApi.WebClient;
  identify(): Promise<Identity>;
  /** Slack no longer takes the token. */
  onTokenRefused(error: unknown): Promise<void>;
}

/** No call goes out but through a client of the team that it is for. */
export interface TeamClients {
  /** Null for a team that the app is not installed in. Throws an AppError where its token cannot be read. */
  of(teamId: string): Promise<TeamClient | null>;
  /** The client that the team last had in this process, also while the store can't be asked: for a word to who asked, and for no more. */
  known(teamId: string): TeamClient | null;
}

export type Access = { botToken: string } | { installations: Installations };

interface ClientOptions {
  apiUrl: string;
  client: webApi.WebClientOptions;
  logger: Logger;
  /** Where there is one token, and Slack refuses it. */
  onTokenRefused(error: unknown): void;
}

/** Clients that are kept, the newest; another one is made in no time. */
const KEPT = 1000;

export function createTeamClients(access: Access, options: ClientOptions): TeamClients {
  if ("botToken" in access) {
    const only = {
      ...createClients(access.botToken, options),
      onTokenRefused: async (error: unknown) => options.onTokenRefused(error),
    };
    return { of: async () => only, known: () => only };
  }
  const { installations } = access;
  const kept = new Map<string, { token: string; team: TeamClient }>();
  return {
    known: (teamId) => kept.get(teamId)?.team ?? null,
    async of(teamId) {
      // The store is asked each time: another process may have taken the app away, or given it another token.
      const token = await installations.tokenOf(teamId);
      const known = kept.get(teamId);
      if (token === null) {
        kept.delete(teamId);
        return null;
      }
      if (known?.token === token) return known.team;
      const onTokenRefused = (error: unknown) => installations.refused({ teamId, token }, error);
      const team = { ...createClients(token, options), onTokenRefused };
      kept.delete(teamId);
      kept.set(teamId, { token, team });
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return team;
    },
  };
}

function createClients(token: string, { apiUrl, client: settings, logger }: ClientOptions) {
  const common = { ...settings, slackApiUrl: apiUrl, logger: createBoltLogger(logger) };
  const client = new webApi.WebClient(token, common);
  const posting = new webApi.WebClient(token, { ...common, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true });
  const sendingBy = (fetch: SlackFetch) => new webApi.WebClient(token, { ...common, fetch });
  return { client, posting, sendingBy, identify: createIdentify(client) };
}
