import { PassThrough } from "node:stream";
import { createOutput } from "../../../src/adapters/terminal/output.ts";
import type { Session } from "../../../src/adapters/terminal/program.ts";
import { runPrompt } from "../../../src/adapters/terminal/prompt.ts";
import { commandLine } from "../../../src/commands/typed/command-line.ts";
import type { Asker } from "../../../src/domain/chat/chat.ts";
import { type ChatDriver, describeChat, type SeenAnswer } from "../../contracts/chat.ts";
import { createFakeDesk, type FakeDesk } from "../../fakes/desk.ts";
import { SUNDAY } from "../../fakes/typed.ts";

describeChat("the terminal's prompt", async () => drive());

const PROMPT = "attache> ";
const ASKER: Asker = {
  platform: "terminal",
  workspaceId: "terminal",
  channelId: "terminal",
  threadId: "terminal",
  userId: "terminal",
  isManager: true,
  isMember: true,
  timeZone: null,
};

function drive(): ChatDriver {
  const desk = createFakeDesk();
  const stdin = new PassThrough();
  // Answers and what is said beside them, in one stream as on a screen.
  const screen = new PassThrough();
  let shown = "";
  screen.on("data", (chunk: Buffer) => {
    shown += chunk.toString("utf8");
  });
  const terminal = { stdin, stdout: screen, stderr: screen, env: {} };
  const ended = runPrompt(sessionOf(desk), terminal, createOutput(terminal));
  // Before the first prompt is the greeting, behind the last one nothing yet.
  const answers = () => shown.split(PROMPT).slice(1, -1);
  const type = (line: string) => void stdin.write(`${line}\n`);
  return {
    platform: "terminal",
    desk,
    ask: async (intent) => type(commandLine(intent)),
    press: async (label) => type(offeredIn(answers().join("")).find((line) => labelOf(line) === label) ?? ""),
    followUp: async (question) => type(question),
    seen: async () => answers().map(seenIn),
    async stop() {
      stdin.end();
      await ended;
    },
  };
}

/** The prompt's session on the desk: what the conversation is about is the prompt's to remember. */
function sessionOf(desk: FakeDesk): Session {
  return {
    async answer(intent) {
      if (intent.kind !== "ask") return desk.answer(ASKER, intent);
      const { question, conversation } = intent;
      if (conversation?.topic === undefined || conversation.topic === null) return desk.answer(ASKER, { kind: "ask", question });
      await desk.openThread("terminal", "terminal", conversation.topic);
      return desk.followUp({ asker: ASKER, questionId: question, question });
    },
    moment: () => SUNDAY,
    suggest: async () => [],
    giveHeader: () => Promise.reject(new Error("No header is set here.")),
    deliverDigests: async () => ({ count: 0, failures: [] }),
    async *ingest() {},
    async *replayWatches() {},
    async *export() {},
    async *readAddress() {},
    pollSources: async () => ({
      polled: { sources: 0, unchanged: 0, failed: 0, left: 0 },
      read: { new: 0, updated: 0, unchanged: 0, dropped: 0, later: 0 },
      told: [],
      faults: [],
    }),
    close: async () => undefined,
  };
}

/** There are no buttons at a prompt: what they do stands there as lines to type. */
function offeredIn(shown: string): string[] {
  return /^Next: (.*)$/m.exec(shown)?.[1]?.split(/ +(?=\/)/) ?? [];
}

function labelOf(line: string): string {
  const name = /^\/([a-z]+)/.exec(line)?.[1] ?? "";
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** A number stands for the source in the list below, which is what a reader takes it for. */
function seenIn(shown: string): SeenAnswer {
  const sources = [...shown.matchAll(/^ {2}\[(\d+)\] (.*?) (https?:\S+)$/gm)].map(([, number = "", label = "", url = ""]) => ({
    number,
    label,
    url,
  }));
  const [body = ""] = shown.split(/^Sources$/m);
  const words = sources.reduce((text, { number, label }) => text.replaceAll(`[${number}]`, label), body);
  const links = sources.map(({ label, url }) => ({ label, url }));
  return { isShared: true, words, links, buttons: offeredIn(shown).map(labelOf) };
}
