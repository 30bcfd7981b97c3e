import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import { maskUrl } from "../domain/mask-url.ts";
import { describeModel, type ModelSettings, modelMistakes, modelSettings, modelVariables } from "./model-settings.ts";
import { flag, host, number, port, webAddress, wrappingMistake } from "./setting-values.ts";
import {
  describeSlack,
  type SlackSettings,
  slackMistakes,
  slackSecrets,
  slackSettings,
  slackVariables,
} from "./slack-settings.ts";
import { describeSources, type SourceSettings, sourceSettings, sourceVariables } from "./source-settings.ts";
import { describeUnknown } from "./unknown-settings.ts";
import { describeWeb, type WebSettings, webSettings, webVariables } from "./web-settings.ts";

/** A longer time means forever, and a date that far back would be invalid. */
const MAX_RETENTION_DAYS = 36_500;
const schema = z
  .object({
    DATABASE_URL: z
      .string()
      .default("file:./attache.db")
      .refine(
        (url) => /^(?:file:.|postgres(?:ql)?:\/\/.)/.test(url),
        'must begin with "file:" (SQLite), for instance file:./attache.db, or with "postgresql://" (PostgreSQL)',
      ),
    ATTACHE_DEBUG: flag.default("0"),
    REREAD_ARTICLES: flag.default("1"),
    RETENTION_DAYS: number({ min: 1, max: MAX_RETENTION_DAYS, hint: ": leave it out to keep everything" }).optional(),
    HEALTH_HOST: host.default("127.0.0.1"),
    HEALTH_PORT: port.optional(),
    LOG_LEVEL: z
      .enum(["trace", "debug", "info", "warn", "error", "silent"], "must be one of trace, debug, info, warn, error, silent")
      .default("info"),
    ...slackVariables,
    ...modelVariables,
    DISCORD_TOKEN: z
      .string()
      .regex(
        /^[\w-]+\.[\w-]+\.[\w-]+$/,
        'must be a bot token, which is three groups of letters with dots between them, without "Bot" before it',
      )
      .optional(),
    DISCORD_MESSAGE_CONTENT: flag.default("0"),
    SEEN_REACTION: flag.default("0"),
    DISCORD_API_URL: webAddress.default("https://discord.com/api"),
    ...sourceVariables,
    ...webVariables,
  })
  .superRefine((env, context) => {
    for (const { path, message } of modelMistakes(env)) context.addIssue({ code: "custom", path: [path], message });
    for (const { path, message } of slackMistakes(env)) context.addIssue({ code: "custom", path: [path], message });
    if (env.SOURCES_POLL_MIN_MINUTES > env.SOURCES_POLL_MAX_MINUTES) {
      context.addIssue({
        code: "custom",
        path: ["SOURCES_POLL_MIN_MINUTES"],
        message: "is more than SOURCES_POLL_MAX_MINUTES: reduce it",
      });
    }
  });

interface DiscordSettings {
  token: string;
  /** Whether the bot reads plain replies in its threads. */
  messageContent: boolean;
  apiUrl: string;
}

export interface Config {
  databaseUrl: string;
  /** Whether lines in the bot's threads that ask it nothing get a reaction, which says that they were seen. */
  marksSeen: boolean;
  /** Whether stack traces are shown. */
  debug: boolean;
  logLevel: string;
  /** Whether the running bot extracts articles again that an older engine read. */
  rereadsArticles: boolean;
  /** How many days to keep articles; null means forever. */
  retentionDays: number | null;
  /** The port for health and metrics; null means none. */
  health: { host: string; port: number } | null;
  /** Null where Slack is not set up. */
  slack: SlackSettings | null;
  /** Null where no language model is set up. */
  model: ModelSettings | null;
  /** Null where Discord is not set up. */
  discord: DiscordSettings | null;
  sources: SourceSettings;
  web: WebSettings;
  /** One sentence for each variable that looks like a misspelt setting. */
  warnings: string[];
}

/** What is wrong with one setting by itself, as a sentence that doesn't show its value; null where it can be read. */
export function settingMistake(name: string, value: string): string | null {
  const wrapping = wrappingMistake(value);
  if (wrapping !== null) return `${name} ${wrapping}.`;
  const field = Object.entries(schema.shape).find(([known]) => known === name)?.[1];
  const issue = field?.safeParse(value).error?.issues[0];
  return issue === undefined ? null : `${name} ${issue.message}.`;
}

/** Reads the environment; no other code does. Throws an AppError ("config") that lists all mistakes, one sentence each, without showing values. */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const known = Object.keys(schema.shape);
  const given = known.map((name): [string, string] => [name, env[name]?.trim() ?? ""]).filter(([, value]) => value !== "");
  const wrapped = given.flatMap(([name, value]) => {
    const mistake = wrappingMistake(value);
    return mistake === null ? [] : [`${name} ${mistake}.`];
  });
  if (wrapped.length > 0) throw new AppError("config", wrapped.join(" "));
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    // Report one mistake per setting: a value that is not a number is not an integer either.
    const mistakes = new Map<string, string>();
    for (const { path, message } of parsed.error.issues) {
      const name = path.join(".");
      if (!mistakes.has(name)) mistakes.set(name, `${name} ${message}.`);
    }
    throw new AppError("config", [...mistakes.values()].join(" "));
  }
  const { data } = parsed;
  return {
    databaseUrl: data.DATABASE_URL,
    marksSeen: data.SEEN_REACTION === "1",
    debug: data.ATTACHE_DEBUG === "1",
    logLevel: data.LOG_LEVEL,
    rereadsArticles: data.REREAD_ARTICLES === "1",
    retentionDays: data.RETENTION_DAYS ?? null,
    health: data.HEALTH_PORT === undefined ? null : { host: data.HEALTH_HOST, port: data.HEALTH_PORT },
    slack: slackSettings(data),
    model: modelSettings(data),
    discord: discordSettings(data),
    sources: sourceSettings(data),
    web: webSettings(data),
    warnings: describeUnknown(env, known),
  };
}

function discordSettings(env: z.infer<typeof schema>): DiscordSettings | null {
  if (env.DISCORD_TOKEN === undefined) return null;
  return {
    token: env.DISCORD_TOKEN,
    messageContent: env.DISCORD_MESSAGE_CONTENT === "1",
    apiUrl: env.DISCORD_API_URL.replace(/\/$/, ""),
  };
}

/** Everything that no log may show. */
export function secretsOf({ databaseUrl, slack, discord, model, sources }: Config): string[] {
  const password = URL.canParse(databaseUrl) ? new URL(databaseUrl).password : "";
  const secrets = [
    password,
    // Unlike decodeURIComponent, it keeps a % that does not begin an escape.
    new URLSearchParams(`password=${password.replaceAll("+", "%2B")}`).get("password") ?? "",
    ...(slack === null ? [] : slackSecrets(slack)),
    ...(sources.headerKeys ?? []).map(({ secret }) => secret.toString("base64")),
    discord?.token,
    model?.apiKey,
  ];
  // A shorter value, such as the dummy key of a local server, may be a word that occurs in every line.
  return secrets.filter((secret): secret is string => secret !== undefined && secret.length >= 6);
}

/** One line for each feature: on, off, or what is missing. Shows no secrets. */
export function describeConfig(config: Config): string[] {
  return [
    ...config.warnings,
    `The store is ${maskUrl(config.databaseUrl)}.`,
    describeSources(config.sources),
    describeSlack(config.slack),
    describeDiscord(config.discord),
    describeWeb(config.web),
    describeModel(config.model),
  ];
}

function describeDiscord(discord: DiscordSettings | null): string {
  if (discord === null) return "Discord is off. To use it, set DISCORD_TOKEN; see docs/discord.md.";
  return discord.messageContent
    ? "Discord is on. The bot answers plain replies in its threads."
    : "Discord is on. In its threads the bot answers mentions, its button and /ask (DISCORD_MESSAGE_CONTENT=1 adds plain replies).";
}
