import { afterEach, describe, expect, it } from "vitest";
import { COMMANDS } from "../../../../src/adapters/discord/commands/commands.ts";
import { acknowledged, command } from "../../../servers/fake-discord-people.ts";
import { ALICE, GENERAL, GUILD } from "../../../servers/fake-discord-state.ts";
import { until } from "../../../servers/until.ts";
import { messagesIn, type StartedDiscord, startDiscord, whisperedTo } from "../start-discord.ts";

let started: StartedDiscord | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

describe("the app that somebody installed for themselves", () => {
  it("answers them alone wherever they are, out of the server that they share with it, and manages nothing", async () => {
    started = await startDiscord();
    const { discord, desk } = started;
    await acknowledged(command(discord, "briefing", { options: { topic: "quad" }, isCarried: true }));
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(1));
    expect(messagesIn(discord, GENERAL)).toEqual([]);
    expect(desk.asked[0]).toMatchObject({
      intent: { kind: "briefing", topic: "quad" },
      asker: { workspaceId: `discord:${GUILD}`, isManager: false, isDirect: true },
    });
  });

  it("has the commands that only read; a server's digests, watches and sources need the app in that server", () => {
    const kinds = Object.fromEntries(
      COMMANDS.map(({ name, ...rest }) => [name, "integration_types" in rest ? rest.integration_types : []]),
    );
    expect(kinds).toMatchObject({ briefing: [0, 1], meetings: [0, 1], quotes: [0, 1], person: [0, 1], ask: [0, 1] });
    expect(kinds).toMatchObject({ digest: [0], watch: [0], sources: [0], "Add to sources": [0] });
  });
});
