import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { describeConfig, loadConfig, secretsOf } from "../../src/config/config.ts";

describe("the configuration", () => {
  it("has a default for everything", () => {
    const { sources, ...others } = loadConfig({});
    expect(others).toEqual({
      databaseUrl: "file:./attache.db",
      debug: false,
      logLevel: "info",
      marksSeen: false,
      rereadsArticles: true,
      retentionDays: null,
      health: null,
      slack: null,
      model: null,
      discord: null,
      web: { host: "127.0.0.1", port: null, url: null, archiveUrl: null, verbatimWords: 300 },
      warnings: [],
    });
    expect(sources).toEqual({
      userAgent: `Attache/${manifest.version.replace(/\.\d+$/, "")} (news briefing bot; no contact given)`,
      hasContact: false,
      allowPrivate: [],
      pace: { everyMs: 1_800_000, minMs: 600_000, maxMs: 21_600_000 },
      host: { gapMs: 1000, concurrency: 2 },
      searchUrl: null,
      headerKeys: null,
    });
  });

  it.each([
    ["hunter%2zz+1", ["hunter%2zz+1"]],
    ["hunter%40%20two", ["hunter%40%20two", "hunter@ two"]],
  ])("keeps the password %s out of the log, escaped or not, whatever its escapes are", (password, secrets) => {
    const config = loadConfig({ DATABASE_URL: `postgresql://desk:${password}@db.example/attache` });
    expect([...new Set(secretsOf(config))]).toEqual(secrets);
  });

  it("names its contact to those whose pages it reads, and asks for one where there is none", () => {
    expect(loadConfig({ SOURCES_CONTACT: "desk@example.org" }).sources.userAgent).toContain("+desk@example.org");
    expect(describeConfig(loadConfig({})).join(" ")).toContain("Set SOURCES_CONTACT");
  });

  it("refuses a search without a place for its words, and a pace that contradicts itself", () => {
    expect(() => loadConfig({ SEARCH_FEED_URL: "https://search.example/rss?q=quad" })).toThrow(/SEARCH_FEED_URL/);
    expect(() => loadConfig({ SOURCES_POLL_MIN_MINUTES: "60", SOURCES_POLL_MAX_MINUTES: "30" })).toThrow(
      /SOURCES_POLL_MIN_MINUTES/,
    );
  });

  it("takes an empty variable as one that is not set", () =>
    expect(loadConfig({ DATABASE_URL: " ", SLACK_BOT_TOKEN: "" }).slack).toBe(null));

  it("names every mistake at once, in sentences, without the value of a secret", () => {
    const wrong = {
      DATABASE_URL: "mysql://root:hunter2@db",
      LOG_LEVEL: "loud",
      SLACK_APP_TOKEN: "hunter3",
      SLACK_PORT: "99999",
      DISCORD_TOKEN: "hunter4",
    };
    let message = "";
    try {
      loadConfig(wrong);
    } catch (error) {
      message = error instanceof Error ? error.message : "";
    }
    for (const name of Object.keys(wrong)) expect(message).toContain(name);
    expect(message).not.toMatch(/hunter/);
  });

  it("wants a bot token where other Slack settings are there, and the other way round", () => {
    expect(() => loadConfig({ SLACK_APP_TOKEN: "xapp-1" })).toThrow(/SLACK_BOT_TOKEN is missing/);
    expect(() => loadConfig({ SLACK_BOT_TOKEN: "xoxb-1" })).toThrow(/SLACK_APP_TOKEN is missing/);
  });

  describe("for many workspaces of Slack", () => {
    const key = (fill: number) => Buffer.alloc(32, fill).toString("base64");
    const MANY = {
      SLACK_CLIENT_ID: "1.2",
      SLACK_CLIENT_SECRET: "hunter-client",
      SLACK_STATE_SECRET: "hunter-state-secret",
      SLACK_SIGNING_SECRET: "hunter-signing",
      TOKEN_KEYS: `2026:${key(1)}, 2025:${key(2)}`,
    };

    it("takes what an installation by OAuth needs, the newest key first", () => {
      const config = loadConfig({ ...MANY, SLACK_PORT: "4000" });
      expect(config.slack).toMatchObject({
        connection: { mode: "http", signingSecret: "hunter-signing", port: 4000 },
        oauth: {
          clientId: "1.2",
          publicUrl: null,
          tokenKeys: [
            { id: "2026", secret: Buffer.alloc(32, 1) },
            { id: "2025", secret: Buffer.alloc(32, 2) },
          ],
          listen: { host: "127.0.0.1", port: 4000 },
        },
      });
      expect(config.slack).not.toHaveProperty("botToken");
      for (const secret of ["hunter-client", "hunter-state-secret", "hunter-signing", key(1), key(2)])
        expect(secretsOf(config)).toContain(secret);
      const said = describeConfig(config).join(" ");
      expect(said).toContain("To install it, open http://127.0.0.1:4000/slack/install.");
      expect(said).not.toMatch(/hunter/);
      expect(describeConfig(loadConfig({ ...MANY, SLACK_PUBLIC_URL: "https://bot.example" })).join(" ")).toContain(
        "To install it, open https://bot.example/slack/install.",
      );
    });

    it.each(["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET", "TOKEN_KEYS"])("says that %s is missing", (name) =>
      expect(() => loadConfig({ ...MANY, [name]: undefined })).toThrow(new RegExp(`^${name} is missing.*\\.$`)),
    );

    it("wants a way for Slack to deliver, and no token of one workspace beside it", () => {
      expect(() => loadConfig({ ...MANY, SLACK_SIGNING_SECRET: "" })).toThrow(/^SLACK_APP_TOKEN is missing/);
      expect(loadConfig({ ...MANY, SLACK_SIGNING_SECRET: "", SLACK_APP_TOKEN: "xapp-1" }).slack?.connection.mode).toBe("socket");
      expect(() => loadConfig({ ...MANY, SLACK_BOT_TOKEN: "xoxb-1" })).toThrow(
        "SLACK_BOT_TOKEN is for one workspace, and SLACK_CLIENT_ID is for many: remove one of them.",
      );
    });

    it.each(["hunter", "a:hunter", `a:${"A".repeat(40)}`, `a:${key(1)},a:${key(2)}`, `a:${key(1)},`, `:${key(1)}`])(
      "takes no keys that are none, and does not show them: %s",
      (keys) => {
        expect(() => loadConfig({ ...MANY, TOKEN_KEYS: keys })).toThrow(/^TOKEN_KEYS must list names and 32-byte keys/);
        expect(() => loadConfig({ ...MANY, TOKEN_KEYS: keys })).not.toThrow(/hunter|AAAA/);
      },
    );

    it("wants a state secret that nobody guesses", () =>
      expect(() => loadConfig({ ...MANY, SLACK_STATE_SECRET: "short" })).toThrow(/^SLACK_STATE_SECRET must have 16 characters/));
  });

  it("says what is on and what is off without a secret", () => {
    const on = describeConfig(
      loadConfig({ SLACK_BOT_TOKEN: "xoxb-hunter2", SLACK_SIGNING_SECRET: "hunter3", SLACK_PORT: "4000" }),
    ).join(" ");
    expect(on).toContain("Slack is on, by HTTP at http://127.0.0.1:4000.");
    expect(on).not.toMatch(/hunter/);
    expect(describeConfig(loadConfig({})).join(" ")).toContain("Slack is off");
    expect(describeConfig(loadConfig({})).join(" ")).toContain("Discord is off. To use it, set DISCORD_TOKEN");
    const discord = describeConfig(loadConfig({ DISCORD_TOKEN: "MTA.hunter2.hunter3", DISCORD_MESSAGE_CONTENT: "1" })).join(" ");
    expect(discord).toContain("Discord is on. The bot answers plain replies");
    expect(discord).not.toMatch(/hunter/);
  });

  it("turns a language model on by its key alone, and lets a purpose have a model of its own", () => {
    expect(loadConfig({ OPENAI_API_KEY: "sk-1", OPENAI_MODEL: "m", OPENAI_MODEL_ANSWER: "n" }).model).toEqual({
      apiKey: "sk-1",
      baseUrl: "https://api.openai.com/v1",
      models: { briefing: "m", answer: "n", digest: "m", reading: "m" },
      prices: null,
      cap: { tokens: 1_000_000, costMicros: null },
      deadlineMs: 20_000,
      prose: "copy",
      reads: [],
      keepRefused: null,
      stream: true,
      concurrency: 4,
      contextTokens: null,
      outputTokens: 4096,
      temperature: null,
      reasoningEffort: null,
    });
  });

  it("says what the language model's settings lack together", () => {
    expect(() => loadConfig({ OPENAI_BASE_URL: "http://localhost:11434/v1" })).toThrow(/OPENAI_API_KEY is missing/);
    expect(() => loadConfig({ OPENAI_PRICE_INPUT: "0.4" })).toThrow(/OPENAI_PRICE_OUTPUT is missing/);
    expect(() => loadConfig({ OPENAI_API_KEY: "sk-1", OPENAI_DAILY_DOLLARS: "5" })).toThrow(
      /OPENAI_DAILY_DOLLARS needs OPENAI_PRICE_INPUT/,
    );
    const prices = { OPENAI_PRICE_INPUT: "0.4", OPENAI_PRICE_OUTPUT: "1.6" };
    const { model } = loadConfig({ OPENAI_API_KEY: "sk-1", OPENAI_DAILY_DOLLARS: "0.5", ...prices });
    expect(model).toMatchObject({ prices: { input: 0.4, output: 1.6 }, cap: { costMicros: 500_000 } });
  });

  it("names the language model and its place, and not its key", () => {
    const on = describeConfig(
      loadConfig({ OPENAI_API_KEY: "sk-hunter2", OPENAI_BASE_URL: "http://llm.example:8000/v1", OPENAI_MODEL: "m" }),
    ).join(" ");
    expect(on).toContain(
      "m at llm.example:8000 chooses the sentences of briefings, answers and the lead stories of digests, with at most 1000000 tokens a day.",
    );
    expect(on).not.toMatch(/hunter/);
  });
});
