import type { z } from "zod";
import { stripEnd } from "../domain/strip-end.ts";
import { host, isWebAddress, key, port, text, webAddress } from "./setting-values.ts";
import { readKeys, type TokenKey } from "./token-keys.ts";

const KEYS_HELP = "create one with: openssl rand -base64 32";

export const slackVariables = {
  SLACK_BOT_TOKEN: text.regex(/^xoxb-[\w-]+$/, 'must be a bot token, which begins with "xoxb-" and goes on').optional(),
  SLACK_APP_TOKEN: text.regex(/^xapp-[\w-]+$/, 'must be an app-level token, which begins with "xapp-" and goes on').optional(),
  SLACK_SIGNING_SECRET: key.optional(),
  SLACK_CLIENT_ID: key.optional(),
  SLACK_CLIENT_SECRET: key.optional(),
  SLACK_STATE_SECRET: text.min(16, "must have 16 characters or more. Create one with: openssl rand -base64 24").optional(),
  SLACK_PUBLIC_URL: webAddress
    .refine(
      (address) => !isWebAddress(address) || new URL(address).href === `${new URL(address).origin}/`,
      "must be the public web address of this program, without a path",
    )
    .optional(),
  TOKEN_KEYS: text
    .refine(
      (list) => readKeys(list) !== null,
      `must list names and 32-byte keys in base64, such as 2026:…,2025:…, newest first, each name once. Create a key with: openssl rand -base64 32`,
    )
    .optional(),
  SLACK_HOST: host.default("127.0.0.1"),
  SLACK_PORT: port.default(3000),
  SLACK_API_URL: webAddress.default("https://slack.com/api/"),
};

type SlackEnvironment = z.infer<z.ZodObject<typeof slackVariables>>;
type Mistake = { path: keyof SlackEnvironment; message: string };

interface OAuthSettings {
  clientId: string;
  clientSecret: string;
  /** Signs the state that proves that an installation started here. */
  stateSecret: string;
  /** Null if the app has only one redirect URL, which Slack then uses. */
  publicUrl: string | null;
  tokenKeys: [TokenKey, ...TokenKey[]];
  /** Where to serve the install page if nothing else is served over HTTP. */
  listen: { host: string; port: number };
}

/** One workspace with its bot token, or any number of workspaces that install the app. */
export type SlackSettings = {
  connection: { mode: "socket"; appToken: string } | { mode: "http"; signingSecret: string; host: string; port: number };
  apiUrl: string;
} & ({ botToken: string } | { oauth: OAuthSettings });

const OAUTH = ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"] as const;
const WHERE: Record<(typeof OAUTH)[number], string> = {
  SLACK_CLIENT_ID: "copy it from Basic Information of your Slack app",
  SLACK_CLIENT_SECRET: "copy it from Basic Information of your Slack app",
  SLACK_STATE_SECRET: "create one with: openssl rand -base64 24",
};

function isForMany(env: SlackEnvironment): boolean {
  return OAUTH.some((name) => env[name] !== undefined);
}

/** Checks the combination of Slack's settings. */
export function slackMistakes(env: SlackEnvironment): Mistake[] {
  const mistakes: Mistake[] = [];
  const isOn = env.SLACK_BOT_TOKEN !== undefined || isForMany(env);
  const connection = env.SLACK_APP_TOKEN ?? env.SLACK_SIGNING_SECRET;
  if (connection !== undefined && !isOn) {
    const message = "is missing, although other Slack settings are set: copy it from “OAuth & Permissions” of your Slack app";
    mistakes.push({ path: "SLACK_BOT_TOKEN", message });
  }
  if (isOn && connection === undefined) {
    mistakes.push({ path: "SLACK_APP_TOKEN", message: "is missing: set it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP" });
  }
  if (!isForMany(env)) return mistakes;
  if (env.SLACK_BOT_TOKEN !== undefined) {
    const message = "is for one workspace, and SLACK_CLIENT_ID is for many: remove one of them";
    mistakes.push({ path: "SLACK_BOT_TOKEN", message });
  }
  for (const path of OAUTH) {
    const message = `is missing, although other settings for many workspaces are set: ${WHERE[path]}`;
    if (env[path] === undefined) mistakes.push({ path, message });
  }
  if (env.TOKEN_KEYS === undefined) {
    mistakes.push({
      path: "TOKEN_KEYS",
      message: `is missing; workspaces' tokens are stored encrypted: ${KEYS_HELP}`,
    });
  }
  return mistakes;
}

export function slackSettings(env: SlackEnvironment): SlackSettings | null {
  const listen = { host: env.SLACK_HOST, port: env.SLACK_PORT };
  const http = { mode: "http" as const, signingSecret: env.SLACK_SIGNING_SECRET ?? "", ...listen };
  const connection = env.SLACK_APP_TOKEN === undefined ? http : { mode: "socket" as const, appToken: env.SLACK_APP_TOKEN };
  const common = { connection, apiUrl: `${stripEnd(env.SLACK_API_URL, /\//)}/` };
  if (env.SLACK_BOT_TOKEN !== undefined) return { ...common, botToken: env.SLACK_BOT_TOKEN };
  const [newest, ...older] = readKeys(env.TOKEN_KEYS ?? "") ?? [];
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = env;
  if (clientId === undefined || clientSecret === undefined || stateSecret === undefined || newest === undefined) return null;
  const publicUrl = env.SLACK_PUBLIC_URL ?? null;
  return { ...common, oauth: { clientId, clientSecret, stateSecret, publicUrl, tokenKeys: [newest, ...older], listen } };
}

/** The Slack settings that no log may show. */
export function slackSecrets(slack: SlackSettings): string[] {
  const { connection } = slack;
  const ofConnection = connection.mode === "socket" ? connection.appToken : connection.signingSecret;
  if ("botToken" in slack) return [ofConnection, slack.botToken];
  const { clientSecret, stateSecret, tokenKeys } = slack.oauth;
  return [ofConnection, clientSecret, stateSecret, ...tokenKeys.map(({ secret }) => secret.toString("base64"))];
}

export function describeSlack(slack: SlackSettings | null): string {
  if (slack === null)
    return "Slack is off. To use it, set SLACK_BOT_TOKEN, and SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP); see docs/slack.md.";
  const { connection } = slack;
  const way = connection.mode === "socket" ? "by Socket Mode" : `by HTTP at http://${connection.host}:${connection.port}`;
  if ("botToken" in slack) return `Slack is on, ${way}.`;
  const { listen, publicUrl } = slack.oauth;
  const address = publicUrl ?? `http://${listen.host}:${listen.port}`;
  return `Slack is on for every workspace that installs the app, ${way}. To install it, open ${new URL("/slack/install", address).href}.`;
}
