import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { createOutput } from "../../../src/adapters/terminal/output.ts";
import type { Session } from "../../../src/adapters/terminal/program.ts";
import { runPrompt } from "../../../src/adapters/terminal/prompt.ts";
import { readLine } from "../../../src/commands/typed/read-line.ts";
import type { Intent } from "../../../src/domain/chat/intent.ts";
import { suggestPeople, suggestTopics } from "../../../src/evidence/suggest-topics.ts";
import { SUNDAY, typed } from "../../fakes/typed.ts";
import { until } from "../../servers/until.ts";

const PEOPLE = ["Ana Moreira", "Erik Solberg", "Ana Ruiz"];
const [TAB, CTRL_C, CTRL_D, ENTER] = ["\t", "\u0003", "\u0004", "\r"];

/** A prompt on a screen that behaves as a terminal's, over a session that remembers what it was asked. */
function open() {
  const stdin = new PassThrough();
  const screen = Object.assign(new PassThrough(), { isTTY: true, columns: 120 });
  let shown = "";
  screen.on("data", (chunk: Buffer) => {
    shown += chunk.toString("utf8");
  });
  const asked: Intent[] = [];
  let release: () => void = () => undefined;
  let isSlow = false;
  const session: Session = {
    async answer(intent) {
      asked.push(intent);
      if (isSlow) await new Promise<void>((resolve) => (release = resolve));
      const document = { title: `Answer ${asked.length}`, audience: "channel" as const, blocks: [], detail: [] };
      return { document, data: { answer: null }, files: [], topic: intent.kind === "briefing" ? intent.topic : null };
    },
    moment: () => SUNDAY,
    suggest: async ({ what, typed, limit }) =>
      what === "topic" ? suggestTopics(typed, { saved: [], people: PEOPLE }, limit) : suggestPeople(typed, PEOPLE, limit),
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
  const terminal = { stdin, stdout: screen, stderr: screen, env: {} };
  const state = { hasEnded: false };
  const ended = runPrompt(session, terminal, createOutput(terminal)).then(() => {
    state.hasEnded = true;
  });
  return {
    asked,
    state,
    ended,
    type: (keys: string) => void stdin.write(keys),
    shown: () => shown,
    slow: () => {
      isSlow = true;
    },
    release: () => release(),
    /** Types a line, and gives what was asked for by it. */
    async line(text: string): Promise<Intent | undefined> {
      const before = asked.length;
      stdin.write(`${text}${ENTER}`);
      await until(() => expect(asked).toHaveLength(before + 1));
      await until(() => expect(plain(shown).endsWith("attache> ")).toBe(true));
      return asked.at(-1);
    },
  };
}

describe("the prompt", () => {
  it.each(["exit", "quit", "q", "/exit", "/quit", "Exit", ":q", CTRL_D, CTRL_C])("ends at %j, and asks nothing", async (word) => {
    const prompt = open();
    prompt.type(word.length === 1 && word < " " ? word : `${word}${ENTER}`);
    await prompt.ended;
    expect(prompt.asked).toEqual([]);
  });

  it.each(["help", "?", "/help", "Help", "/?", "help!"])("helps at %s", async (word) => {
    const prompt = open();
    expect(await prompt.line(word)).toEqual({ kind: "help" });
    prompt.type(CTRL_D);
    await prompt.ended;
  });

  it("clears a line that was begun at Ctrl-C, and ends at the next", async () => {
    const prompt = open();
    prompt.type(`half a li${CTRL_C}`);
    await until(() => expect(prompt.shown()).toContain("^C"));
    expect(prompt.state.hasEnded).toBe(false);
    expect(await prompt.line("/people")).toEqual({ kind: "people" });
    prompt.type(CTRL_C);
    await prompt.ended;
    expect(prompt.asked).toHaveLength(1);
  });

  it("takes two pasted lines as two, and shows the second one before its answer", async () => {
    const prompt = open();
    prompt.slow();
    prompt.type(`/people${ENTER}briefing india japan${ENTER}half`);
    await until(() => expect(prompt.asked).toHaveLength(1));
    prompt.release();
    await until(() => expect(prompt.asked).toHaveLength(2));
    prompt.release();
    await until(() => expect(prompt.shown()).toContain("Answer 2"));
    expect(prompt.asked).toEqual([{ kind: "people" }, { kind: "briefing", topic: "india japan" }]);
    expect(prompt.shown().split("Answer 1")[1]).toMatch(/briefing india japan\n[\s\S]*Answer 2/);
    prompt.type(`${CTRL_C}${CTRL_C}`);
    await prompt.ended;
  });

  it.each([
    ["/bri", "/briefing "],
    ["bri", "briefing "],
    ["qui", "quit "],
    ["/briefing india-jap", "/briefing india-japan"],
    ["person sol", "person Erik Solberg"],
    ["/quotes erik", "/quotes Erik Solberg"],
    ["/briefing quad --si", "/briefing quad --since "],
    ["/digest foll", "/digest follow "],
    ["/digest follow portug", "/digest follow Portugal"],
    ["/sources imp", "/sources import "],
  ])("completes %j by Tab", async (typed, whole) => {
    const prompt = open();
    prompt.type(`${typed}${TAB}`);
    const begun = whole.slice(0, -1);
    await until(() => expect(plain(prompt.shown())).toContain(begun));
    prompt.type(`${CTRL_C}${CTRL_C}`);
    await prompt.ended;
  });

  it("shows what there is to choose from at a second Tab", async () => {
    const prompt = open();
    prompt.type(`person ana${TAB}`);
    await until(() => expect(plain(prompt.shown())).toContain("person Ana "));
    prompt.type(TAB);
    prompt.type(TAB);
    await until(() => expect(plain(prompt.shown())).toMatch(/Ana Moreira\s+Ana Ruiz/));
    prompt.type(`${CTRL_C}${CTRL_C}`);
    await prompt.ended;
  });

  it("never goes on from a word that asks for nothing", async () => {
    const prompt = open();
    await prompt.line("/briefing portugal-norway");
    await prompt.line("Who met whom?");
    await prompt.line("thanks");
    const last = await prompt.line("And on fisheries?");
    expect(last).toMatchObject({
      conversation: { topic: "portugal-norway", turns: [{ question: "Who met whom?", answer: null }] },
    });
    prompt.type(CTRL_D);
    await prompt.ended;
  });
});

/** Without the sequences that move the cursor. */
function plain(text: string): string {
  return stripVTControlCharacters(text);
}

describe("a line without a slash", () => {
  it.each([
    "briefing india japan",
    "Briefing nato --since 2026-01-01",
    "meetings quad",
    "meetings Ana Moreira --from 2024-01-01 --to 2024-12-31 --page 2",
    "meetings",
    "person modi",
    "people",
    "people page 2",
    "quotes kishida",
    "digest",
    "digest follow quad at 08:00",
    "sources list",
    "ask who met whom?",
    "status",
    "set digests managers",
    "forget article 12",
    "changes article-1",
  ])("is a command: %s", (line) => expect(readLine(line, SUNDAY)).toEqual(typed(`/${line}`)));

  it.each([
    "Who met whom?",
    "meetings between India and Japan?",
    "meetings between the two ministers and their deputies since the spring",
    "people who met in Lisbon",
    "status of the talks",
    "changes in the treaty",
    "help me with the treaty",
    "exit polls in Portugal",
    "forget it",
    "set the stage for the summit",
    "sources say that the talks failed",
    "digest of the week",
  ])("is what it was: %s", (line) => expect(readLine(line, SUNDAY)).toBeNull());
});
