import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { parseEnv } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../../../../src/adapters/terminal/cli.ts";
import { createProgram } from "../../../../src/app/app.ts";
import { loadConfig } from "../../../../src/config/config.ts";
import type { Intent } from "../../../../src/domain/chat/intent.ts";
import { silentSession } from "../../../fakes/silent-session.ts";
import { until } from "../../../servers/until.ts";
import { temporaryFolder } from "../../prisma/temporary-database.ts";
import { fakeTerminal } from "../fake-terminal.ts";

const DISCORD = "aaa.bbb.ccc";
const [CTRL_C, ENTER] = ["\u0003", "\r"];

describe("attache init", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let registered: (string | null)[];
  let asked: Intent[];

  beforeEach(() => {
    place = temporaryFolder();
    registered = [];
    asked = [];
  });

  afterEach(() => place.remove());

  const written = () => readFileSync(place.path(".env"), "utf8");

  function options(terminal: Parameters<typeof runCli>[2]["terminal"]) {
    const demo = { articles: "", database: "" };
    return { terminal, version: "0", debug: false, demo, envFile: place.path(".env"), isNew: () => false };
  }

  /** The program over the settings that were written; Discord and the chats' examination are not there. */
  function program() {
    const real = createProgram(() => loadConfig(parseEnv(written())));
    return {
      ...real,
      openSession: async () => silentSession(asked),
      discordRegister: async (guildId: string | null) => {
        registered.push(guildId);
        return ["Discord has the commands."];
      },
      discordInvite: async () => "https://discord.example/invite",
      async *examine() {
        yield { part: "settings", state: "fine" as const, sentence: `Read from ${written().length > 0 ? "the file" : ""}.` };
      },
    };
  }

  async function piped(input: string, ...flags: string[]) {
    const terminal = fakeTerminal(input);
    const status = await runCli(program(), ["init", ...flags], options(terminal));
    return { status, out: terminal.out(), err: terminal.err() };
  }

  /** A person at a terminal: types each answer when its question stands there. */
  async function seated(turns: [question: string, keys: string][]) {
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    const screen = Object.assign(new PassThrough(), { isTTY: true, columns: 100 });
    let shown = "";
    screen.on("data", (chunk: Buffer) => {
      shown += chunk.toString("utf8");
    });
    const running = runCli(program(), ["init"], options({ stdin, stdout: screen, stderr: screen, env: {} }));
    let from = 0;
    for (const [question, keys] of turns) {
      await until(() => expect(shown.slice(from)).toContain(question));
      from = shown.length;
      stdin.write(keys);
    }
    return { status: await running, shown };
  }

  it("writes a file for its owner alone and examines it with --yes", async () => {
    const { status, out } = await piped("", "--yes");
    expect(status).toBe(0);
    expect(parseEnv(written())).toEqual({ DATABASE_URL: "file:./attache.db" });
    expect(statSync(place.path(".env")).mode & 0o777).toBe(0o600);
    expect(out).toContain("To create the Slack app: https://api.slack.com/apps?new_app=1\n");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThan(200);
    expect(JSON.parse(readFileSync(place.path("slack-manifest.json"), "utf8"))).toMatchObject({
      display_information: { name: "Attaché" },
    });
    expect(out.trimEnd().split("\n").at(-1)).toBe("fine   settings: Read from the file.");
  });

  it("takes the answers from standard input, registers Discord's commands and follows the sources", async () => {
    const answers = ["", "", DISCORD, "sk-one", "", "small", "https://example.org/#bot", "Asia/Tokyo", "Europe"];
    const { status, out, err } = await piped(`${answers.join("\n")}\n`);
    expect(err).toContain("Wrote");
    expect(status).toBe(0);
    expect(parseEnv(written())).toEqual({
      DATABASE_URL: "file:./attache.db",
      DISCORD_TOKEN: DISCORD,
      OPENAI_API_KEY: "sk-one",
      OPENAI_MODEL: "small",
      SOURCES_CONTACT: "https://example.org/#bot",
      TZ: "Asia/Tokyo",
    });
    expect(registered).toEqual([null]);
    expect(out).toContain("https://discord.example/invite");
    expect(asked).toEqual([{ kind: "sources-manage", action: "starter", target: "Europe" }]);
    expect(out + err).not.toContain("sk-one");
  });

  it.each([
    ["mysql://x", "DATABASE_URL must begin"],
    ["\nxoxp-1", "SLACK_BOT_TOKEN must be a bot token"],
    ["\nxoxb-1\n", "Slack needs the app-level token too"],
    ["\n\nBot abc", "DISCORD_TOKEN must be a bot token"],
    ["\n\n\n\n\nMars/Olympus", "There is no time zone “Mars/Olympus”"],
  ])("ends at the piped answer %j with a sentence, and writes nothing", async (input, sentence) => {
    const { status, err } = await piped(`${input}\n`);
    expect(status).toBe(2);
    expect(err).toContain(sentence);
    expect(existsSync(place.path(".env"))).toBe(false);
  });

  it("never replaces a file without a terminal", async () => {
    writeFileSync(place.path(".env"), "LOG_LEVEL=warn\n");
    for (const { status, err } of [await piped("yes\n"), await piped("", "--yes")]) {
      expect(status).toBe(2);
      expect(err).toContain("is there already");
    }
    expect(written()).toBe("LOG_LEVEL=warn\n");
  });

  it("asks again after a bad answer, shows no secret, and replaces a file after a yes", async () => {
    writeFileSync(place.path(".env"), "LOG_LEVEL=warn\n");
    const { status, shown } = await seated([
      ["Replace it?", `yes${ENTER}`],
      ["The store", `postgresql${ENTER}`],
      ["address of the database", `postgresql://me:hush@db.example/x${ENTER}`],
      ["xoxb-", `xoxb-hush-1${ENTER}`],
      ["xapp-", `xapp-hush-2${ENTER}`],
      ["Discord's bot token", `hush${ENTER}`],
      ["Discord's bot token", ENTER],
      ["key of a language model", ENTER],
      ["publishers", ENTER],
      ["time zone", ENTER],
      ["Sources", ENTER],
    ]);
    expect(status).toBe(0);
    expect(shown).not.toContain("hush");
    expect(shown).toContain("DISCORD_TOKEN must be a bot token");
    expect(parseEnv(written())).toEqual({
      DATABASE_URL: "postgresql://me:hush@db.example/x",
      SLACK_BOT_TOKEN: "xoxb-hush-1",
      SLACK_APP_TOKEN: "xapp-hush-2",
    });
  });

  it.each([
    ["a no", `no${ENTER}`, 0],
    ["Ctrl-C", CTRL_C, 1],
  ])("leaves the file at %s", async (_name, keys, expected) => {
    writeFileSync(place.path(".env"), "LOG_LEVEL=warn\n");
    const { status } = await seated([["Replace it?", keys]]);
    expect(status).toBe(expected);
    expect(written()).toBe("LOG_LEVEL=warn\n");
  });
});
