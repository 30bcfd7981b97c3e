import { describe, expect, it } from "vitest";
import { describeConfig, loadConfig } from "../src/config.ts";

describe("the configuration", () => {
  it("has a default for everything", () => {
    const { sources, ...others } = loadConfig({});
    expect(others).toEqual({
      databaseUrl: "file:./attache.db",
      debug: false,
      logLevel: "info",
      retentionDays: null,
      health: null,
      slack: null,
      model: null,
      discord: null,
    });
    expect(sources).toEqual({
      userAgent: "Attache/0.1 (news briefing bot; no contact given)",
      hasContact: false,
      allowPrivate: [],
      pace: { everyMs: 1_800_000, minMs: 600_000, maxMs: 21_600_000 },
      host: { gapMs: 1000, concurrency: 2 },
      searchUrl: null,
    });
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

  it("says what is on and what is off without a secret", () => {
    const on = describeConfig(
      loadConfig({ SLACK_BOT_TOKEN: "xoxb-hunter2", SLACK_SIGNING_SECRET: "hunter3", SLACK_PORT: "4000" }),
    ).join(" ");
    expect(on).toContain("Slack is on, by HTTP at http://127.0.0.1:4000.");
    expect(on).not.toMatch(/hunter/);
    expect(describeConfig(loadConfig({})).join(" ")).toContain("Slack is off");
    expect(describeConfig(loadConfig({})).join(" ")).toContain("Discord is off: set DISCORD_TOKEN.");
    const discord = describeConfig(loadConfig({ DISCORD_TOKEN: "MTA.hunter2.hunter3", DISCORD_MESSAGE_CONTENT: "1" })).join(" ");
    expect(discord).toContain("Discord is on, and plain replies");
    expect(discord).not.toMatch(/hunter/);
  });

  it("turns a language model on by its key alone, and lets a purpose have a model of its own", () => {
    expect(loadConfig({ OPENAI_API_KEY: "sk-1", OPENAI_MODEL: "m", OPENAI_MODEL_ANSWER: "n" }).model).toEqual({
      apiKey: "sk-1",
      baseUrl: "https://api.openai.com/v1",
      models: { briefing: "m", answer: "n" },
      prices: null,
      cap: { tokens: 1_000_000, costMicros: null },
      deadlineMs: 20_000,
      stream: true,
      concurrency: 4,
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
    expect(on).toContain("m at llm.example:8000 writes briefings and answers, for at most 1000000 tokens a day.");
    expect(on).not.toMatch(/hunter/);
  });
});
