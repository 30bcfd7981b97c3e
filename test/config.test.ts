import { describe, expect, it } from "vitest";
import { describeConfig, loadConfig } from "../src/config.ts";

describe("the configuration", () => {
  it("has a default for everything", () => {
    expect(loadConfig({})).toEqual({ databaseUrl: "file:./attache.db", debug: false, logLevel: "info", slack: null });
  });

  it("takes an empty variable as one that is not set", () =>
    expect(loadConfig({ DATABASE_URL: " ", SLACK_BOT_TOKEN: "" }).slack).toBe(null));

  it("names every mistake at once, in sentences, without the value of a secret", () => {
    const wrong = { DATABASE_URL: "mysql://root:hunter2@db", LOG_LEVEL: "loud", SLACK_APP_TOKEN: "hunter3", SLACK_PORT: "99999" };
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
  });
});
