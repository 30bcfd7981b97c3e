/** A permission that the app asks a workspace for, and what would not work without it. */
export interface ScopeReason {
  scope: string;
  reason: string;
}

/** The least that works. A channel's past is read only to see whether a digest of the app's own has arrived: questions come as events. */
export const BOT_SCOPES = [
  { scope: "commands", reason: "The slash commands and the shortcut “Add to sources”." },
  { scope: "chat:write", reason: "Posts answers, edits and removes them when the question changes, shows that it is reading." },
  { scope: "app_mentions:read", reason: "A question that mentions the app is delivered to it." },
  { scope: "channels:history", reason: "A plain reply in a thread that the app opened in a public channel is delivered to it." },
  { scope: "groups:history", reason: "The same in private channels that the app was invited to." },
  { scope: "im:history", reason: "Questions in direct messages to the app are delivered to it." },
  { scope: "im:write", reason: "Opens the direct message that a file goes to when only its asker may see it." },
  { scope: "files:write", reason: "Posts meetings as a calendar file, and sources as OPML." },
  {
    scope: "users:read",
    reason: "Knows a person's time zone for digests, and whether they are an admin and may change sources.",
  },
] as const satisfies readonly ScopeReason[];

/** Of the app-level token (xapp-…) that Socket Mode needs; over HTTP there is none. */
export const APP_SCOPES: readonly ScopeReason[] = [
  { scope: "connections:write", reason: "Opens the socket that Slack delivers through, so that no public address is needed." },
];
