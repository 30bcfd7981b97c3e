import { DiscordAPIError } from "@discordjs/rest";
import { webApi } from "@slack/bolt";
import { RESTJSONErrorCodes } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { isPlaceRefusal as isDiscordPlace, sentenceOf as ofDiscord } from "../../src/adapters/discord/connection/errors.ts";
import { placeRightsOf } from "../../src/adapters/discord/connection/place-rights.ts";
import { PERMISSIONS } from "../../src/adapters/discord/connection/scopes.ts";
import { isPlaceRefusal as isSlackPlace, sentenceOf as ofSlack } from "../../src/adapters/slack/connection/errors.ts";

const slackError = (code: string, needed?: string) => new webApi.WebAPIPlatformError({ ok: false, error: code, needed } as never);

const discordError = (code: number) =>
  new DiscordAPIError({ code, message: "" }, code, 403, "POST", "https://discord.example/api", {
    body: undefined,
    files: undefined,
  });

/** Every permission that the bot asks for, but those. */
function without(...names: string[]): string {
  return PERMISSIONS.filter(({ permission }) => !names.includes(permission))
    .reduce((bits, { bit }) => bits | bit, 0n)
    .toString();
}

/** What every such sentence must do: name what is missing, and say what to do about it. */
const MENDS = /Ask |Type |must add|ask the channel's manager|Invite /;

describe("a right that is missing", () => {
  it.each([
    ["not_in_channel", /not in this channel/],
    ["channel_not_found", /can't see this conversation/],
    ["is_archived", /archived/],
    ["restricted_action", /workspace's settings/],
    ["restricted_action_read_only_channel", /posting permissions/],
    ["restricted_action_thread_only_channel", /threads only/],
    ["restricted_action_non_threadable_channel", /no replies in threads/],
    ["restricted_action_thread_locked", /thread is locked/],
    ["channel_is_limited_access", /owner to add the app/],
    ["no_permission", /may not post in this channel/],
  ])("on Slack, %s, is named to the asker, who still gets the answer", (code, named) => {
    const error = slackError(code);
    expect(isSlackPlace(error)).toBe(true);
    expect(ofSlack(error, "attache")).toMatch(named);
    expect(ofSlack(error, "attache")).toMatch(MENDS);
    expect(ofSlack(error, "attache")).not.toContain(code);
  });

  it("on Slack, a scope, is named by its own name", () => {
    expect(ofSlack(slackError("missing_scope", "files:write"), "attache")).toContain("lacks the permission files:write");
  });

  it.each([
    [RESTJSONErrorCodes.MissingAccess, /View Channel/],
    [RESTJSONErrorCodes.MissingPermissions, /Send Messages, Embed Links/],
    [RESTJSONErrorCodes.UnknownChannel, /gone/],
    [RESTJSONErrorCodes.ThreadLocked, /locked/],
    [RESTJSONErrorCodes.MaximumActiveThreads, /as many threads/],
  ])("on Discord, %s, is named to the asker, who still gets the answer", (code, named) => {
    expect(isDiscordPlace(discordError(code))).toBe(true);
    expect(ofDiscord(discordError(code))).toMatch(named);
    expect(ofDiscord(discordError(code))).toMatch(MENDS);
  });

  it.each(["View Channel", "Send Messages", "Embed Links"])("on Discord, %s, refuses a digest before it is set up", (name) => {
    expect(placeRightsOf(without(name), { kind: "channel" }).refusal).toContain(`give me ${name}, then try again`);
  });

  it.each(["Create Public Threads", "Send Messages in Threads"])("on Discord, %s, puts details into the channel", (name) => {
    expect(placeRightsOf(without(name), { kind: "channel" })).toEqual({
      refusal: null,
      note: expect.stringContaining(`I lack ${name} here`),
    });
  });

  it("on Discord, the right to write in a thread, refuses a digest there", () => {
    expect(placeRightsOf(without("Send Messages in Threads"), { kind: "thread" }).refusal).toContain("Send Messages in Threads");
  });

  const FORUM = { kind: "forum", lacksTag: false } as const;
  it.each([
    ["View Channel", "View Channel"],
    ["Send Messages", "Create Posts"],
    ["Embed Links", "Embed Links"],
    ["Send Messages in Threads", "Send Messages in Threads"],
  ])("on Discord, %s, refuses a digest in a forum, by the name that it has there", (name, shown) => {
    expect(placeRightsOf(without(name), FORUM).refusal).toContain(`give me ${shown}, then try again`);
  });

  it("on Discord, to begin threads, is not needed in a forum, whose posts are threads", () => {
    expect(placeRightsOf(without("Create Public Threads"), FORUM)).toEqual({ refusal: null, note: null });
  });

  it.each([without(), "8"])(
    "on Discord, a tag that a forum demands and the bot may not set, refuses a digest there (%s)",
    (bits) => {
      expect(placeRightsOf(bits, { kind: "forum", lacksTag: true }).refusal).toMatch(/needs a tag.*Ask the channel's manager/);
    },
  );
});
