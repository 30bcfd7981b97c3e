import type { webApi } from "@slack/bolt";
import { BOT_SCOPES } from "../connection/scopes.ts";
import { FIRST_PROMPTS } from "./agent-view.ts";
import { ADD_SOURCE_SHORTCUT, EVENTS_PATH, REDIRECT_PATH } from "./names.ts";

type Manifest = Exclude<webApi.AppsManifestCreateArguments["manifest"], string>;

/** How Slack reaches the app; `url` is its public https address, without a path. */
export type ManifestMode = { mode: "socket" } | { mode: "http"; url: string };

const COMMANDS = [
  {
    command: "/briefing",
    description: "What happened on a topic, with every source",
    usage_hint: "india-japan since monday | quad in July 2026",
  },
  {
    command: "/meetings",
    description: "Who met whom, where and when",
    usage_hint: "india-japan from march to may | this week | page 2",
  },
  {
    command: "/timeline",
    description: "The story over weeks, one line for each day that mattered",
    usage_hint: "india-japan | quad from march to may | Jane Doe since june",
  },
  {
    command: "/upcoming",
    description: "Planned meetings whose day has not passed",
    usage_hint: "india-japan next week | quad in July | page 2",
  },
  {
    command: "/person",
    description: "Shows a person; merges and splits names",
    usage_hint: "Jane Doe | merge J. Doe into Jane Doe",
  },
  { command: "/quotes", description: "Who said what, word for word", usage_hint: "Jane Doe since monday | india-japan page 2" },
  {
    command: "/digest",
    description: "A digest of a topic in this channel",
    usage_hint: "follow india-japan at 08:00 | setup | list | stop | preview | now | why",
  },
  {
    command: "/watch",
    description: "Tells at once when somebody meets or speaks",
    usage_hint: "add Lund meets Solberg | add Lund on fish by dm | list | remove 3 | why 3",
  },
  {
    command: "/sources",
    description: "Manages the feeds and pages that Attaché reads",
    usage_hint: "list | add https://www.example.org/feed | remove Example | why Example | name Example as The Example | starter",
  },
  { command: "/ask", description: "Answers a question from the articles", usage_hint: "when did the ministers last meet?" },
  { command: "/attache", description: "Help, status and settings", usage_hint: "help | status | people page 2 | settings" },
];

/** Events that Slack delivers; each needs one of the scopes. */
const EVENTS = [
  "app_home_opened",
  "app_mention",
  "channel_archive",
  "channel_deleted",
  "channel_left",
  "group_archive",
  "group_deleted",
  "group_left",
  "message.channels",
  "message.groups",
  "message.im",
] as const;

/** That a workspace has removed the app, which matters where there are many. They need no scope. */
const REMOVAL_EVENTS = ["app_uninstalled", "tokens_revoked"] as const;

type BotScopes = NonNullable<NonNullable<NonNullable<Manifest["oauth_config"]>["scopes"]>["bot"]>;

/** The SDK's list lacks assistant:write, which Slack documents (docs.slack.dev/reference/scopes/assistant.write). */
function scopesAsked(): BotScopes {
  return BOT_SCOPES.map(({ scope }) => scope) as string[] as BotScopes;
}

/**
 * The app as Slack's “From a manifest” takes it (docs.slack.dev/reference/app-manifest). `installUrl` is the public address, without a
 * path, at which workspaces install it; null is for an app of one workspace.
 */
export function slackManifest(how: ManifestMode, installUrl: string | null = null): Manifest {
  const redirects = installUrl === null ? {} : { redirect_urls: [new URL(REDIRECT_PATH, installUrl).href] };
  const events = installUrl === null ? EVENTS : [...EVENTS, ...REMOVAL_EVENTS];
  const address = how.mode === "http" ? { url: new URL(EVENTS_PATH, how.url).href } : {};
  const request = how.mode === "http" ? { request_url: new URL(EVENTS_PATH, how.url).href } : {};
  return {
    display_information: {
      name: "Attaché",
      description: "Briefings from the news, with every word sourced",
      background_color: "#1f3a5f",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      agent_view: {
        agent_description:
          "Briefings, meetings, quotes and answers from the news that your workspace follows, with every word sourced.",
        suggested_prompts: FIRST_PROMPTS.map((prompt) => ({ ...prompt })),
      },
      bot_user: { display_name: "attache", always_online: true },
      slash_commands: COMMANDS.map((command) => ({ ...command, ...address, should_escape: false })),
      shortcuts: [
        {
          name: "Add to sources",
          type: "message",
          callback_id: ADD_SOURCE_SHORTCUT,
          description: "Follow the links in this message",
        },
      ],
    },
    oauth_config: { ...redirects, scopes: { bot: scopesAsked() } },
    settings: {
      event_subscriptions: { ...request, bot_events: [...events] },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: how.mode === "socket",
      token_rotation_enabled: false,
    },
  };
}
