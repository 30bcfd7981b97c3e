import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface Child {
  /** Sends a message and waits for the next one that comes back. */
  ask(message: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** A bot in a process of its own, so that what measures it does not wait with it. Resolves once it is ready. */
export async function startChild(name: string, settings: object): Promise<Child> {
  const path = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const child = fork(path, [JSON.stringify(settings)], { execArgv: ["--import", "tsx"] });
  await answerOf(child);
  return {
    ask: async (message) => {
      const answer = answerOf(child);
      child.send(message);
      return answer;
    },
    stop: async () => {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`A child ended with status ${code}.`);
  });
  const [answer] = (await Promise.race([once(child, "message"), ended])) as [unknown];
  return answer;
}
