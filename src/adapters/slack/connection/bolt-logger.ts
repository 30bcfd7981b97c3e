import { LogLevel, type Logger as SlackLogger } from "@slack/bolt";
import type { Logger } from "pino";

/** A token in a text of Slack's libraries: bot, user, app-level and configuration tokens all begin so. */
const TOKEN = /\b(?:xox[a-z]|xapp)-[\w-]+/g;

/** Slack's libraries log through the project's logger. Their debug lines hold whole payloads and are not kept. */
export function createBoltLogger(logger: Logger): SlackLogger {
  const words = (parts: unknown[]) => parts.map((part) => String(part).replace(TOKEN, "[token]")).join(" ");
  return {
    debug: () => undefined,
    info: (...parts) => logger.debug(words(parts)),
    warn: (...parts) => logger.warn(words(parts)),
    error: (...parts) => logger.warn(words(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
