import { createHash } from "node:crypto";
import { webApi } from "@slack/bolt";
import oauth, {
  AuthorizationError,
  type Installation,
  InstallProvider,
  InvalidStateError,
  type InstallationStore as SlackInstallationStore,
  type StateStore,
} from "@slack/oauth";
import type { Logger } from "pino";
import type { EventLog } from "../../../domain/chat/chat.ts";
import type { Clock } from "../../../domain/clock.ts";
import { AppError } from "../../../domain/errors.ts";
import type { InstallationStore } from "../../../domain/workspace/installations.ts";
import { eachInstallation } from "../../tokens/rotate-tokens.ts";
import type { TokenBox } from "../../tokens/token-box.ts";
import { storedInstallation } from "../commands/schema.ts";
import { createBoltLogger } from "./bolt-logger.ts";
import { isRemovedRefusal, refusalOf } from "./errors.ts";
import { installPage } from "./install-pages.ts";
import type { Installations } from "./installations.ts";

export interface InstallerConfig {
  clientId: string;
  clientSecret: string;
  stateSecret: string;
  apiUrl: string;
}

export interface InstallerDeps {
  installations: InstallationStore;
  box: TokenBox;
  events: EventLog;
  clock: Clock;
  logger: Logger;
}

/** Whoever begins an installation has so long to finish it. */
const STATE_SECONDS = 600;
const API_TIMEOUT_MS = 10_000;

/** That no token is there, as against one that cannot be read. */
class NotInstalled extends Error {}

/** Slack's own provider of installations, which also renews tokens that expire, over this program's store. */
export function createInstaller(
  config: InstallerConfig,
  deps: InstallerDeps,
): { provider: InstallProvider; installations: Installations } {
  const { clientId, clientSecret, stateSecret, apiUrl } = config;
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateStore: createStateStore(stateSecret, deps.events),
    stateCookieExpirationSeconds: STATE_SECONDS,
    installationStore: createSealedStore(deps, apiUrl),
    authorizationUrl: new URL("/oauth/v2/authorize", apiUrl).href,
    renderHtmlForInstallPath: installPage,
    clientOptions: {
      slackApiUrl: apiUrl,
      timeout: API_TIMEOUT_MS,
      retryConfig: { retries: 2, minTimeout: 300, maxTimeout: 2000 },
    },
    logger: createBoltLogger(deps.logger),
  });
  return { provider, installations: createInstallations(provider, deps) };
}

function workspaceOf(teamId: string): string {
  return `slack:${teamId}`;
}

/** Signed, and bound to the browser by a cookie, by Slack's library; that it is used once is what the log of events is for. */
function createStateStore(secret: string, events: EventLog): StateStore {
  // Node finds this one by the package's default only.
  const signed = new oauth.ClearStateStore(secret, STATE_SECONDS);
  return {
    generateStateParam: (options, now) => signed.generateStateParam(options, now),
    async verifyStateParam(now, state) {
      const options = await signed.verifyStateParam(now, state);
      const claim = createHash("sha256").update(state).digest("base64url");
      if (await events.claim(`slack:state:${claim}`)) return options;
      throw new InvalidStateError("The state was used before.");
    },
  };
}

function createSealedStore({ installations, box, clock, logger }: InstallerDeps, apiUrl: string): SlackInstallationStore {
  return {
    async storeInstallation(installation) {
      const teamId = installation.team?.id;
      if (installation.isEnterpriseInstall === true || teamId === undefined) {
        await revoke(installation, apiUrl, logger);
        const sentence =
          "Attaché works in single workspaces, not for a whole organisation. Choose a workspace and install it there.";
        throw new AppError("usage", sentence);
      }
      const { bot, enterprise, appId } = installation;
      if (bot === undefined)
        throw new AppError("config", "Slack gave no bot token. Create the app again from attache slack manifest.");
      const workspaceId = workspaceOf(teamId);
      const kept = storedInstallation.parse({
        teamId,
        teamName: installation.team?.name,
        enterpriseId: enterprise?.id,
        appId,
        bot,
      });
      const sealed = box.seal(JSON.stringify(kept), workspaceId);
      if (installation.metadata !== RENEWED) {
        await installations.save({ workspaceId, ...sealed, installedAtMs: clock.now() });
        logger.info({ teamId }, "A workspace has installed the app");
        return;
      }
      // A renewed token is no installation: where the app was removed meanwhile, it stays removed.
      const row = await installations.find(workspaceId);
      if (row !== null) await installations.reseal(row, sealed);
    },
    async fetchInstallation(query) {
      const row = query.teamId === undefined ? null : await installations.find(workspaceOf(query.teamId));
      if (row === null) throw new NotInstalled();
      return toInstallation(box.open(row, row.workspaceId));
    },
  };
}

/** Marks an installation as read from the store: the provider hands it back with the tokens that it renewed. */
const RENEWED = "renewed";

function toInstallation(text: string): Installation<"v2", false> {
  const { teamId, teamName, enterpriseId, appId, bot } = storedInstallation.parse(JSON.parse(text));
  return {
    team: { id: teamId, ...(teamName === undefined ? {} : { name: teamName }) },
    enterprise: enterpriseId === undefined ? undefined : { id: enterpriseId },
    appId,
    // Who installed it is not kept.
    user: { token: undefined, scopes: undefined, id: "" },
    bot,
    tokenType: "bot",
    isEnterpriseInstall: false,
    authVersion: "v2",
    metadata: RENEWED,
  };
}

/** What is refused must not stay open on Slack's side. */
async function revoke(installation: Installation, apiUrl: string, logger: Logger): Promise<void> {
  const client = new webApi.WebClient(installation.bot?.token, {
    slackApiUrl: apiUrl,
    timeout: API_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    logger: createBoltLogger(logger),
  });
  try {
    await client.auth.revoke();
  } catch (error) {
    logger.warn({ err: error }, "The token of a refused installation could not be revoked");
  }
}

function createInstallations(provider: InstallProvider, { installations, box, clock, logger }: InstallerDeps): Installations {
  async function remove(teamId: string, why: string): Promise<void> {
    if (!(await installations.remove(workspaceOf(teamId), clock.now()))) return;
    logger.info({ teamId, why }, "A workspace removed the app: deleted its tokens, stopped polling and posting for it");
  }
  async function tokenOf(teamId: string): Promise<string | null> {
    try {
      const { botToken } = await provider.authorize({ teamId, enterpriseId: undefined, isEnterpriseInstall: false });
      return botToken ?? null;
    } catch (error) {
      const cause = error instanceof AuthorizationError ? error.original : error;
      if (cause instanceof NotInstalled) return null;
      throw cause;
    }
  }
  return {
    tokenOf: joinCalls(tokenOf),
    async removed(teamId, atMs) {
      const row = await installations.find(workspaceOf(teamId));
      // Slack tells whole seconds, and may tell late: the app may have been installed again since.
      if (row !== null && Math.floor(row.installedAtMs / 1000) * 1000 > atMs) return;
      await remove(teamId, "Slack's event");
    },
    async refused({ teamId, token }, error) {
      logger.warn({ teamId, code: refusalOf(error)?.code }, "Slack refuses the token of a workspace");
      if (isRemovedRefusal(error) && (await tokenOf(teamId)) === token) await remove(teamId, refusalOf(error)?.code ?? "");
    },
    async check() {
      let teams = 0;
      const faults: string[] = [];
      for await (const installation of eachInstallation(installations)) {
        teams += 1;
        try {
          box.open(installation, installation.workspaceId);
        } catch (error) {
          faults.push(error instanceof Error ? error.message : String(error));
        }
      }
      return { teams, faults };
    },
  };
}

/** Calls at the same time are one: a token that expires is renewed once. */
function joinCalls(ask: (teamId: string) => Promise<string | null>): (teamId: string) => Promise<string | null> {
  const underWay = new Map<string, Promise<string | null>>();
  return (teamId) => {
    const known = underWay.get(teamId);
    if (known !== undefined) return known;
    const asked = ask(teamId).finally(() => underWay.delete(teamId));
    underWay.set(teamId, asked);
    return asked;
  };
}
