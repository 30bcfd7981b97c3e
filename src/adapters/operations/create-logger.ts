import { type Logger, pino } from "pino";

const HIDDEN = "[secret]";

/** Writes JSON lines to standard error, or where a test reads them. Secrets are taken out of the finished line: an error of somebody else's may carry one anywhere. */
export function createLogger(
  level: string,
  secrets: string[],
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Logger {
  const hide = (line: string) => secrets.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line);
  const redact = ["*.token", "*.botToken", "*.appToken", "*.signingSecret", "*.authorization", "*.apiKey"];
  return pino({ level, redact }, { write: (line: string) => write(hide(line)) });
}
