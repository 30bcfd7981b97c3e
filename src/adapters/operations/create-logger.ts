import { type Logger, pino } from "pino";
import { escapeUnseen } from "../../domain/chat/show-text.ts";

const HIDDEN = "[secret]";
/** Tokens of Slack's, whoever's they are: those of the store are not known when the logger is made. */
const SLACK_TOKEN = /\b(?:xox[a-z]|xapp)-[\w-]+/g;

interface LoggerOptions {
  /** The id of the work that a line belongs to, null for none. */
  traceId(): string | null;
  write(line: string): void;
}

const OPTIONS: LoggerOptions = { traceId: () => null, write: (line) => void process.stderr.write(line) };

/** Writes JSON lines to standard error, or where a test reads them. Secrets are taken out of the finished line: an error of somebody else's may carry one anywhere. */
export function createLogger(level: string, secrets: string[], options: Partial<LoggerOptions> = {}): Logger {
  const { traceId, write } = { ...OPTIONS, ...options };
  const hide = (line: string) =>
    secrets.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line).replace(SLACK_TOKEN, HIDDEN);
  const redact = ["*.token", "*.botToken", "*.appToken", "*.signingSecret", "*.authorization", "*.apiKey"];
  const mixin = () => {
    const id = traceId();
    return id === null ? {} : { traceId: id };
  };
  return pino({ level, redact, mixin }, { write: (line: string) => write(escapeUnseen(hide(line))) });
}
