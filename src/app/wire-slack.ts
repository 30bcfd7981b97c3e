import type { Logger } from "pino";
import type { ForMany } from "../adapters/slack/create-slack-chat.ts";
import type { SlackSettings } from "../config/slack-settings.ts";
import type { EventLog } from "../domain/chat/chat.ts";
import type { Clock } from "../domain/clock.ts";
import type { InstallationStore } from "../domain/workspace/installations.ts";

interface SlackStores {
  installations: InstallationStore;
  events: EventLog;
}

/** Where Slack tokens come from: the environment, or the workspaces that installed the app. */
export async function openSlackAccess(
  slack: SlackSettings,
  store: SlackStores,
  { clock, logger }: { clock: Clock; logger: Logger },
): Promise<{ botToken: string } | ForMany> {
  if ("botToken" in slack) return { botToken: slack.botToken };
  const { oauth, apiUrl } = slack;
  const [{ createInstaller }, { createInstallPages }, { createTokenBox }] = await Promise.all([
    import("../adapters/slack/connection/create-installer.ts"),
    import("../adapters/slack/connection/install-pages.ts"),
    import("../adapters/tokens/token-box.ts"),
  ]);
  const { installations, events } = store;
  const box = createTokenBox(oauth.tokenKeys);
  const installer = createInstaller({ ...oauth, apiUrl }, { installations, events, box, clock, logger });
  const pages = createInstallPages({ provider: installer.provider, publicUrl: oauth.publicUrl, logger });
  return { installations: installer.installations, pages, listen: oauth.listen };
}

/** What `attache doctor` looks at. */
export async function slackToExamine(slack: SlackSettings) {
  const [{ BOT_SCOPES }, { createTokenBox }] = await Promise.all([
    import("../adapters/slack/connection/scopes.ts"),
    import("../adapters/tokens/token-box.ts"),
  ]);
  const { connection, apiUrl } = slack;
  const appToken = connection.mode === "socket" ? connection.appToken : null;
  const common = { apiUrl, appToken, wantedScopes: BOT_SCOPES.map(({ scope }) => scope) };
  return "botToken" in slack
    ? { ...common, botToken: slack.botToken, tokenName: "SLACK_BOT_TOKEN" }
    : { ...common, box: createTokenBox(slack.oauth.tokenKeys) };
}
