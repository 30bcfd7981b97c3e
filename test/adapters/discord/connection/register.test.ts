import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMMANDS } from "../../../../src/adapters/discord/commands/commands.ts";
import { createApi, type DiscordApi } from "../../../../src/adapters/discord/connection/api.ts";
import { setupError } from "../../../../src/adapters/discord/connection/errors.ts";
import { registerCommands } from "../../../../src/adapters/discord/connection/register.ts";
import { inviteUrl, PERMISSIONS } from "../../../../src/adapters/discord/connection/scopes.ts";
import { DISCORD_TIMINGS } from "../../../../src/adapters/discord/create-discord-chat.ts";
import { FakeDiscord } from "../../../servers/fake-discord.ts";
import { judgeCommand } from "../../../servers/fake-discord-judge.ts";
import { GUILD } from "../../../servers/fake-discord-state.ts";

let discord: FakeDiscord;
let api: DiscordApi;

beforeEach(async () => {
  discord = new FakeDiscord();
  await discord.listen();
  api = createApi({ bot: discord.openBot(), apiUrl: discord.apiUrl, timings: DISCORD_TIMINGS });
});

afterEach(async () => {
  api.close();
  await discord.close();
});

const writes = () => discord.calls.filter(({ method }) => method !== "GET");

describe("registering", () => {
  it("adds every command where there is none", async () => {
    const done = await registerCommands(api, null);
    expect(done.slice(0, 2)).toEqual(["Added /briefing.", "Added /meetings."]);
    expect(done.at(-2)).toBe("Added “Add to sources”.");
    expect(done.at(-1)).toBe("The commands for every server are up to date.");
    expect(discord.state.commands.map(({ name }) => name)).toEqual(COMMANDS.map(({ name }) => name));
  });

  it("writes nothing the second time", async () => {
    await registerCommands(api, GUILD);
    const before = writes().length;
    expect(await registerCommands(api, GUILD)).toEqual([`All ${COMMANDS.length} commands are up to date for server ${GUILD}.`]);
    expect(writes()).toHaveLength(before);
  });

  it("writes only what differs, and says what", async () => {
    await registerCommands(api, null);
    const before = writes().length;
    const { commands } = discord.state;
    const [briefing, meetings, person] = ["briefing", "meetings", "person"].map((name) =>
      commands.find((each) => each["name"] === name),
    );
    Object.assign(briefing ?? {}, { description: "Old words" });
    Object.assign(meetings ?? {}, { default_member_permissions: "32" });
    const options = person?.["options"] as Record<string, unknown>[];
    options.push({ type: 1, name: "rename", description: "An option of an older version" });
    commands.push({ id: "9", type: 1, name: "unheard", description: "x", application_id: "1" });
    expect(await registerCommands(api, null)).toEqual([
      "Changed /briefing.",
      "Changed /meetings.",
      "Changed /person.",
      "Removed /unheard.",
      "The commands for every server are up to date.",
    ]);
    expect(writes()).toHaveLength(before + 4);
    expect(await registerCommands(api, null)).toHaveLength(1);
  });

  it("says where the bot is not in the server, and where the token is refused", async () => {
    discord.script("GET", /commands$/, { status: 403, body: { code: 50001, message: "Missing Access" } });
    const refused = await registerCommands(api, "999999999999999999").catch(setupError);
    expect(refused).toMatchObject({ code: "not-found", message: expect.stringContaining("attache discord invite") });
    discord.state.token = "MTA0.other.token";
    expect(await registerCommands(api, null).catch(setupError)).toMatchObject({
      code: "config",
      message: expect.stringContaining("DISCORD_TOKEN"),
    });
  });
});

describe("the commands", () => {
  it.each(COMMANDS.map((command) => [command.name, command] as const))("%s is within Discord's rules", (_, command) => {
    expect(judgeCommand(JSON.parse(JSON.stringify(command)))).toBeNull();
  });

  it("that change what everyone reads and nothing else are shown to those who manage the server", () => {
    const managed = COMMANDS.filter(({ default_member_permissions: needed }) => Number(needed) === 32).map(({ name }) => name);
    expect(managed).toEqual(["Add to sources"]);
  });
});

describe("the invite", () => {
  it("asks for the permissions that have a reason, and for commands", () => {
    const url = new URL(inviteUrl("106000000000000001"));
    expect(url.origin + url.pathname).toBe("https://discord.com/oauth2/authorize");
    expect(url.searchParams.get("scope")).toBe("bot applications.commands");
    expect(BigInt(url.searchParams.get("permissions") ?? "0")).toBe(PERMISSIONS.reduce((all, { bit }) => all | bit, 0n));
    expect(PERMISSIONS.every(({ reason }) => /\.$/.test(reason))).toBe(true);
  });
});
