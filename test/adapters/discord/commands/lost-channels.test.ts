import { afterEach, expect, it } from "vitest";
import { say } from "../../../servers/fake-discord-people.ts";
import { GENERAL, GUILD } from "../../../servers/fake-discord-state.ts";
import { until } from "../../../servers/until.ts";
import { type StartedDiscord, startDiscord } from "../start-discord.ts";

let started: StartedDiscord | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

it("tells the desk of a channel and of a thread that are deleted", async () => {
  started = await startDiscord();
  const { discord, desk } = started;
  discord.dispatch("CHANNEL_DELETE", { id: GENERAL, guild_id: GUILD, type: 0 });
  discord.dispatch("THREAD_DELETE", { id: "103000000000000777", guild_id: GUILD, parent_id: GENERAL, type: 11 });
  const lost = { workspaceId: `discord:${GUILD}`, why: "gone" };
  await until(() =>
    expect(desk.lost).toEqual([
      { ...lost, channelId: GENERAL },
      { ...lost, channelId: "103000000000000777" },
    ]),
  );
});

it("puts a reaction on what people say among themselves in its threads, where the operator wants one", async () => {
  started = await startDiscord({ messageContent: true, marksSeen: true });
  const { discord, desk } = started;
  await desk.openThread(`discord:${GUILD}`, GENERAL, "quad");
  const id = say(discord, { text: "thanks", channel: GENERAL });
  const reactions = () => discord.calls.filter(({ method }) => method === "PUT").map(({ path }) => decodeURIComponent(path));
  await until(() => expect(reactions()).toEqual([expect.stringContaining(`/messages/${id}/reactions/👀/@me`)]));
});
