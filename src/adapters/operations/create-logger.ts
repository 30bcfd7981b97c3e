import { type Logger, pino } from "pino";
import { escapeUnseen } from "../../domain/show-text.ts";

const HIDDEN = "[secret]";
/** Tokens of Slack's, whoever's they are: those of the store are not known when the logger is made. */
const SLACK_TOKEN = /\b(?:xox[a-z]|xapp)-[\w-]+/g;

/** Writes JSON lines to standard error, or where a test reads them. Secrets are taken out of the finished line: an error of somebody else's may carry one anywhere. */
export function createLogger(
  level: string,
  secrets: string[],
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Logger {
  const hide = (line: string) =>
    secrets.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line).replace(SLACK_TOKEN, HIDDEN);
  const redact = ["*.token", "*.botToken", "*.appToken", "*.signingSecret", "*.authorization", "*.apiKey"];
  return pino({ level, redact }, { write: (line: string) => write(escapeUnseen(hide(line))) });
}
