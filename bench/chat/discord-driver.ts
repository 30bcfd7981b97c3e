import { setTimeout as sleep } from "node:timers/promises";
import { FakeDiscord } from "../../test/servers/fake-discord.ts";
import { command } from "../../test/servers/fake-discord-people.ts";
import { GUILD } from "../../test/servers/fake-discord-state.ts";
import { type Driver, LONGEST_MS, lastGrowth } from "./driver.ts";

/** The project's own Discord, and somebody who types into it. */
export async function driveDiscord(): Promise<Driver> {
  const discord = new FakeDiscord();
  await discord.listen();
  return {
    name: "Discord",
    workspaceId: `discord:${GUILD}`,
    floor: "bare-discord-child",
    settings: { discord: { token: discord.state.token, messageContent: false, apiUrl: discord.apiUrl } },
    async brief(topic) {
      const before = new Set(discord.state.messages);
      const began = performance.now();
      const interaction = command(discord, "briefing", { options: { topic } });
      const waitFor = async (isThere: () => boolean): Promise<number> => {
        while (!isThere()) {
          if (performance.now() - began > LONGEST_MS) throw new Error(`No briefing on ${topic} came into the channel.`);
          await sleep(1);
        }
        return performance.now() - began;
      };
      const ackMs = await waitFor(() => interaction.ackType !== null);
      const answerMs = await waitFor(() => discord.state.messages.some((message) => !before.has(message) && !message.isLoading));
      return { ackMs, answerMs };
    },
    async crowd(topics) {
      const began = performance.now();
      const typed = topics.map((topic) => command(discord, "briefing", { options: { topic } }));
      const ackMs: number[] = [];
      const open = new Set(typed.map(({ id }) => id));
      const answeredAt = lastGrowth(() => {
        for (const id of open) {
          const interaction = discord.state.interactions.get(id);
          if (interaction === undefined || interaction.ackType === null) continue;
          open.delete(id);
          ackMs.push(performance.now() - began);
        }
        return ackMs.length + discord.state.messages.filter(({ isLoading }) => !isLoading).length;
      });
      const answeredMs = (await answeredAt) - began;
      const refused = typed.filter(({ id }) => discord.state.interactions.get(id)?.ackType === 4).length;
      return { ackMs, refused, answeredMs };
    },
    close: () => discord.close(),
  };
}
