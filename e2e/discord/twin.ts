import { Server } from "node:net";
import { DigitalDiscord } from "discord-digital-twin";
import { type Judge, type OwnAnswers, startJudge } from "./judge.ts";

export const ALICE = "200000000000000001";
export const MANAGER = "200000000000000002";
export const GENERAL = "300000000000000001";
const GUILD = "100000000000000001";
const TOKEN = "of.the.test";
const EVERYTHING = "1099511627775";
/** To see, to write, to use commands: not to manage anything. */
const PLAIN = String(0x400n | 0x800n | 0x8000_0000n);

export interface Twin {
  discord: DigitalDiscord;
  judge: Judge;
  guild: string;
  /** The twin gives a thread an id of its own; Discord gives it the id of the message that it is made from. */
  mendThread(thread: string, message: string): Promise<void>;
  settings: Record<string, string>;
  stop(): Promise<void>;
}

/** A Discord of other people's (discord-digital-twin), which is kept to loopback here, with the judge before it. */
export async function startTwin(): Promise<Twin> {
  const discord = new DigitalDiscord({
    guild: { id: GUILD, name: "Test Server", channels: [{ id: GENERAL, name: "general", type: 0 }] },
    users: [
      { id: ALICE, username: "alice" },
      { id: MANAGER, username: "manager" },
    ],
    botUser: { id: "400000000000000001", username: "attache" },
    botToken: TOKEN,
  });
  await onLoopback(() => discord.start());
  for (const [userId, permissions] of [
    [ALICE, PLAIN],
    [MANAGER, EVERYTHING],
  ] as const)
    await discord.prisma.guildMember.update({ where: { guildId_userId: { guildId: GUILD, userId } }, data: { permissions } });
  const judge = await startJudge(discord.restUrl, process.env["DISCORD_OPENAPI"] ?? null, createRegistry());
  return {
    discord,
    judge,
    guild: GUILD,
    mendThread: async (thread, message) => {
      await discord.prisma.channel.update({ where: { id: thread }, data: { id: message } });
    },
    settings: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: judge.url, DISCORD_MESSAGE_CONTENT: "1" },
    stop: async () => {
      await judge.close();
      await discord.stop();
    },
  };
}

/** The twin takes all commands of a server at once, and neither lists them nor takes one: those are kept here. */
function createRegistry(): OwnAnswers {
  const registered: { id: string; name: string; type: number }[] = [];
  return (method, path, body) => {
    if (!/^\/applications\/\d+\/guilds\/\d+\/commands$/.test(path)) return undefined;
    if (method === "GET") return registered;
    if (method !== "POST" || body === null) return undefined;
    const command = { type: 1, ...body, id: String(registered.length + 1), name: String(body["name"]) };
    registered.push(command);
    return command;
  };
}

/** The twin listens on every interface unless a server is told otherwise. */
async function onLoopback(start: () => Promise<void>): Promise<void> {
  const { listen } = Server.prototype;
  Server.prototype.listen = function (this: Server, ...given: unknown[]) {
    const [port, ...others] = given;
    return Reflect.apply(
      listen,
      this,
      typeof port === "number" && typeof others[0] !== "string" ? [port, "127.0.0.1", ...others] : given,
    );
  } as typeof listen;
  try {
    await start();
  } finally {
    Server.prototype.listen = listen;
  }
}
