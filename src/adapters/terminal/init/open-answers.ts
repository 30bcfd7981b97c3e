import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import type { Terminal } from "../program.ts";

export interface Answers {
  /** Whether a person sits there, who can be asked again. */
  isLive: boolean;
  /** The next line; null where the input has ended. */
  ask(question: string, isSecret: boolean): Promise<string | null>;
  close(): void;
}

/** Answers, a line each: typed at a terminal, where secrets are not shown, or from what is piped in. */
export function openAnswers({ stdin, stderr }: Terminal): Answers {
  const isLive = stdin.isTTY === true;
  let isHidden = false;
  const shown = new Writable({
    write(chunk, _encoding, done) {
      if (!isHidden) stderr.write(chunk);
      done();
    },
  });
  // Without a history: the key that brings back a line would show a secret.
  const lines = createInterface({ input: stdin, output: shown, terminal: isLive, historySize: 0 });
  lines.on("SIGINT", () => lines.close());
  const typed = lines[Symbol.asyncIterator]();
  return {
    isLive,
    async ask(question, isSecret) {
      if (isLive) {
        lines.setPrompt(`${question}: `);
        lines.prompt();
        isHidden = isSecret;
      }
      const { value, done } = await typed.next();
      if (isHidden) stderr.write("\n");
      isHidden = false;
      return done === true ? null : value.trim();
    },
    close: () => lines.close(),
  };
}
