/** A permission that the app asks a workspace for, and what would not work without it. */
export interface ScopeReason {
  scope: string;
  reason: string;
}

/** The least that works. A channel's past is read only to see whether a digest of the app's own has arrived: questions come as events. */
export const BOT_SCOPES = [
  { scope: "commands", reason: "Provides the slash commands and the shortcut “Add to sources”." },
  { scope: "chat:write", reason: "Posts answers, and edits or removes them when the question changes." },
  { scope: "app_mentions:read", reason: "Lets Slack deliver questions that mention the app." },
  { scope: "channels:history", reason: "Lets Slack deliver replies in the app's threads in public channels." },
  { scope: "groups:history", reason: "Does the same in private channels that the app was invited to." },
  {
    scope: "channels:read",
    reason: "Tells whether a digest can be posted in a channel, and when a channel is archived or deleted.",
  },
  { scope: "groups:read", reason: "Does the same for private channels that the app was invited to." },
  { scope: "im:history", reason: "Lets Slack deliver direct messages to the app." },
  { scope: "im:write", reason: "Opens a direct message for files and watches that only you may see." },
  { scope: "assistant:write", reason: "Suggests prompts and names conversations in the app's own view." },
  { scope: "files:write", reason: "Posts pictures of timelines, meetings as a calendar file and sources as OPML." },
  {
    scope: "users:read",
    reason: "Reads a person's time zone for digests, and whether they are an admin.",
  },
] as const satisfies readonly ScopeReason[];

/** Of the app-level token (xapp-…) that Socket Mode needs; over HTTP there is none. */
export const APP_SCOPES: readonly ScopeReason[] = [
  { scope: "connections:write", reason: "Opens the socket for Socket Mode, which needs no public address." },
];
