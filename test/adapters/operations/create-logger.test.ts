import { describe, expect, it } from "vitest";
import { createLogger } from "../../../src/adapters/operations/create-logger.ts";
import { createTrace } from "../../../src/adapters/operations/create-trace.ts";
import { loadConfig, secretsOf } from "../../../src/config/config.ts";

const SETTINGS = {
  DATABASE_URL: "postgresql://desk:p%40ss-of-the-desk@db/attache",
  SLACK_BOT_TOKEN: "xoxb-1-secret",
  SLACK_APP_TOKEN: "xapp-2-secret",
  OPENAI_API_KEY: "sk-3-secret",
};

describe("the log", () => {
  it("is lines of JSON without any of the configured secrets, wherever one stands", () => {
    const lines: string[] = [];
    const logger = createLogger("info", secretsOf(loadConfig(SETTINGS)), { write: (line) => void lines.push(line) });
    const error = new Error("invalid_auth for xoxb-1-secret", { cause: { headers: { authorization: "Bearer sk-3-secret" } } });
    logger.error({ err: error, url: SETTINGS.DATABASE_URL, settings: { token: "tk" } }, "xapp-2-secret and p@ss-of-the-desk");
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: 50, settings: { token: "[Redacted]" } });
    expect(lines[0]).toContain("invalid_auth for [secret]");
    expect(lines[0]).not.toMatch(/-secret|p%40ss|p@ss/);
  });

  it("shows no token of a workspace either, which no setting holds", () => {
    const lines: string[] = [];
    const logger = createLogger("info", [], { write: (line) => void lines.push(line) });
    logger.warn(
      { err: new Error("Bearer xoxb-2-run-time"), refresh: "xoxe-1-run-time" },
      "xoxe.xoxb-1-run-time, xapp-1-run-time",
    );
    expect(lines[0]).not.toContain("run-time");
    expect(lines[0]?.match(/\[secret\]/g)).toHaveLength(5);
  });

  it("joins the lines of one piece of work by an id, and gives none to what belongs to no work", async () => {
    const lines: string[] = [];
    const trace = createTrace();
    const logger = createLogger("info", [], { traceId: trace.current, write: (line) => void lines.push(line) });
    const work = () =>
      trace.during(async () => {
        logger.info("begun");
        await Promise.resolve();
        trace.during(() => logger.info("done"));
      });
    await Promise.all([work(), work()]);
    logger.info("alone");
    const ids = lines.map((line): unknown => JSON.parse(line).traceId);
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/), expect.any(String), ids[0], ids[1], undefined]);
    expect(ids[0]).not.toBe(ids[1]);
  });
});
