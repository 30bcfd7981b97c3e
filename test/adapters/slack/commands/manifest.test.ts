import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { slackManifest } from "../../../../src/adapters/slack/commands/manifest.ts";
import { APP_SCOPES, BOT_SCOPES } from "../../../../src/adapters/slack/connection/scopes.ts";
import { typed } from "../../../fakes/typed.ts";
import { METHOD_SCOPES } from "../../../servers/fake-slack-methods.ts";

/** docs.slack.dev/reference/events: an event is delivered only to apps with its scope; Home needs none. */
const EVENT_SCOPES: Record<string, string | null> = {
  app_home_opened: null,
  app_mention: "app_mentions:read",
  channel_archive: "channels:read",
  channel_deleted: "channels:read",
  channel_left: "channels:read",
  group_archive: "groups:read",
  group_deleted: "groups:read",
  group_left: "groups:read",
  "message.channels": "channels:history",
  "message.groups": "groups:history",
  "message.im": "im:history",
  app_uninstalled: null,
  tokens_revoked: null,
};

describe("slackManifest", () => {
  it("asks for a scope for each event and method that is used, and for no other", () => {
    const manifest = slackManifest({ mode: "socket" });
    const events = manifest.settings?.event_subscriptions?.bot_events ?? [];
    const needed = new Set(["commands", ...events.flatMap((event) => EVENT_SCOPES[event] ?? [])]);
    for (const [scope] of Object.values(METHOD_SCOPES)) if (scope !== undefined) needed.add(scope);
    expect(new Set(manifest.oauth_config?.scopes?.bot)).toEqual(needed);
    expect(events.every((event) => event in EVENT_SCOPES)).toBe(true);
  });

  it("gives a reason for every scope", () => {
    for (const { scope, reason } of [...BOT_SCOPES, ...APP_SCOPES])
      expect([scope, reason]).toEqual([scope, expect.stringMatching(/^[A-Z].{20,}\.$/)]);
  });

  it("has every scope with its reason in the documentation", () => {
    const page = readFileSync(new URL("../../../../docs/slack.md", import.meta.url), "utf8").replace(/ +/g, " ");
    for (const { scope, reason } of [...BOT_SCOPES, ...APP_SCOPES]) {
      expect(page).toContain(`| \`${scope}\``);
      expect(page).toContain(`| ${reason} |`);
    }
  });

  it("has no addresses for Socket Mode", () => {
    expect(JSON.stringify(slackManifest({ mode: "socket" }))).not.toMatch(/"(?:url|request_url|redirect_urls)":/);
    expect(slackManifest({ mode: "socket" }).settings?.socket_mode_enabled).toBe(true);
  });

  it("has the address in all its places for HTTP", () => {
    const manifest = slackManifest({ mode: "http", url: "https://attache.example" });
    const address = "https://attache.example/slack/events";
    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: address },
      interactivity: { request_url: address },
    });
    const addresses = manifest.features?.slash_commands?.map(({ url }) => url) ?? [];
    expect(new Set(addresses)).toEqual(new Set([address]));
  });

  it("has the address that installations come back to, and hears of removals, where the app is for many workspaces", () => {
    const one = slackManifest({ mode: "socket" });
    const many = slackManifest({ mode: "socket" }, "https://attache.example");
    expect(one.oauth_config).not.toHaveProperty("redirect_urls");
    expect(many.oauth_config?.redirect_urls).toEqual(["https://attache.example/slack/oauth_redirect"]);
    expect(many.oauth_config?.scopes).toEqual(one.oauth_config?.scopes);
    const events = [one, many].map(({ settings }) => settings?.event_subscriptions?.bot_events ?? []);
    expect(events[1]).toEqual([...(events[0] ?? []), "app_uninstalled", "tokens_revoked"]);
    expect(events[1]?.every((event) => event in EVENT_SCOPES)).toBe(true);
  });

  it("offers only commands that are understood", () => {
    for (const { command } of slackManifest({ mode: "socket" }).features?.slash_commands ?? []) {
      expect(typed(`${command} list`).kind).not.toBe("help");
    }
  });

  it("stays within the lengths that Slack takes", () => {
    const { features, display_information: display } = slackManifest({ mode: "socket" });
    expect(display.name.length).toBeLessThanOrEqual(35);
    expect(display.description?.length).toBeLessThanOrEqual(140);
    for (const shortcut of features?.shortcuts ?? []) expect(shortcut.name.length).toBeLessThanOrEqual(24);
    for (const { usage_hint: hint, description } of features?.slash_commands ?? []) {
      expect(hint?.length).toBeLessThanOrEqual(1000);
      expect(description.length).toBeLessThanOrEqual(2000);
    }
  });
});
