import { RESTJSONErrorCodes } from "discord-api-types/v10";
import { afterEach, expect, it } from "vitest";
import { replyFiles } from "../../../../src/adapters/discord/documents/reply-files.ts";
import { briefing, replyOf } from "../../../fakes/desk.ts";
import { command } from "../../../servers/fake-discord-people.ts";
import { GENERAL } from "../../../servers/fake-discord-state.ts";
import { until } from "../../../servers/until.ts";
import { messagesIn, type StartedDiscord, startDiscord } from "../start-discord.ts";

const PICTURE = {
  name: "timeline.png",
  title: "Timeline: Quad",
  mediaType: "image/png",
  alt: "Two days",
  content: Buffer.from("PNG"),
} as const;

let started: StartedDiscord | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

it("a picture says what it shows, in as many characters as Discord takes", () => {
  const [attached] = replyFiles({ files: [], picture: { ...PICTURE, alt: "a day ".repeat(300) } });
  expect(attached?.description?.length).toBeLessThanOrEqual(1024);
});

it("a picture goes with its message", async () => {
  started = await startDiscord();
  const { discord, desk } = started;
  desk.answerNext(() => ({ ...replyOf(briefing("quad"), "quad"), picture: PICTURE }));
  command(discord, "timeline", { options: { about: "quad" } });
  await until(() => expect(messagesIn(discord, GENERAL)).toHaveLength(1));
  const [call] = discord.callsOf("POST", /^\/webhooks\//);
  expect(messagesIn(discord, GENERAL)[0]?.files).toEqual([{ name: "timeline.png", content: "PNG" }]);
  expect(call?.body["attachments"]).toEqual([{ id: "0", filename: "timeline.png", description: "Two days" }]);
});

it("where files may not be attached, the lines come alone and name the permission", async () => {
  started = await startDiscord();
  const { discord, desk } = started;
  desk.answerNext(() => ({ ...replyOf(briefing("quad"), "quad"), picture: PICTURE }));
  discord.script("POST", /^\/webhooks\//, {
    status: 403,
    body: { code: RESTJSONErrorCodes.MissingPermissions, message: "Missing Permissions" },
  });
  command(discord, "timeline", { options: { about: "quad" } });
  await until(() => expect(messagesIn(discord, GENERAL)).toHaveLength(1));
  expect(JSON.stringify(messagesIn(discord, GENERAL)[0]?.embeds)).toContain("can give me Attach Files");
});
