import { beforeEach, describe, expect, it } from "vitest";
import { createAdmission } from "../../../src/adapters/chat/admit-work.ts";
import { createAcknowledgements } from "../../../src/adapters/chat/take-turns.ts";
import { createLogger } from "../../../src/adapters/operations/create-logger.ts";
import { createTrace } from "../../../src/adapters/operations/create-trace.ts";
import { logDesk, logSources, traceAdmission, traceQueue } from "../../../src/adapters/operations/log-work.ts";
import type { JobQueue } from "../../../src/domain/job-queue.ts";
import type { PollRecord, Source } from "../../../src/domain/sources/source.ts";
import type { FinishedPoll } from "../../../src/domain/sources/source-store.ts";
import { createFakeDesk } from "../../fakes/desk.ts";
import { MEMBER } from "../../fakes/desk-asker.ts";

describe("the log of what is worked", () => {
  let lines: Record<string, unknown>[];
  const trace = createTrace();
  const loggerAt = (level: string) =>
    createLogger(level, [], { traceId: trace.current, write: (line) => void lines.push(JSON.parse(line)) });
  let nowMs = 0;
  const clock = { now: () => nowMs };

  beforeEach(() => {
    lines = [];
    nowMs = 0;
  });

  it("has one line for each command, with its outcome and time and without its words", async () => {
    const desk = createFakeDesk();
    const logged = logDesk(desk, { logger: loggerAt("info"), trace, clock });
    desk.answerNext(() => {
      nowMs += 40;
      return { document: { title: "Moreira", audience: "asker", blocks: [], detail: [] }, data: {}, files: [], topic: null };
    });
    await logged.answer(MEMBER, { kind: "person", name: "Ana Moreira" });
    desk.answerNext(() => {
      throw new Error("the store is gone");
    });
    await expect(logged.followUp({ asker: MEMBER, questionId: "q1", question: "And Moreira?" })).rejects.toThrow(
      "the store is gone",
    );
    expect(lines).toMatchObject([
      { command: "person", outcome: "answered", ms: 40, workspaceId: MEMBER.workspaceId, msg: "A command finished" },
      { command: "follow-up", outcome: "threw", ms: 0 },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Moreira/);
    expect(lines[0]?.["traceId"]).not.toBe(lines[1]?.["traceId"]);
  });

  it("gives an answer's lines the same id, also where it fails to be posted, and the next one another", async () => {
    const logger = loggerAt("info");
    const acknowledgements = createAcknowledgements();
    const admission = traceAdmission(createAdmission(acknowledgements), trace);
    const desk = logDesk(createFakeDesk(), { logger, trace, clock });
    const answer = async () => {
      await desk.answer(MEMBER, { kind: "help" });
      logger.warn("An answer failed");
    };
    await Promise.all([1, 2].map(() => admission.reserve(MEMBER.workspaceId)?.begin(answer)));
    const ids = lines.map((line) => line["traceId"]);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(ids.filter((each) => each === id)).toHaveLength(2);
  });

  it("gives all lines of one job the same id", async () => {
    const logger = loggerAt("info");
    let handle: (rowId: number) => Promise<void> = async () => undefined;
    const queue: JobQueue = {
      send: async () => 0,
      work: (_kind, terms) => {
        handle = (rowId) => terms.handle(rowId, new AbortController().signal);
      },
      stop: async () => undefined,
    };
    const worked = async (rowId: number) => {
      logger.info({ rowId }, "begun");
      await Promise.resolve();
      logger.info({ rowId }, "done");
    };
    traceQueue(queue, trace).work("fetch", { concurrency: 1, handle: worked, onDry: () => undefined });
    await Promise.all([handle(1), handle(2)]);
    const idsOf = (rowId: number) => new Set(lines.filter((line) => line["rowId"] === rowId).map((line) => line["traceId"]));
    expect(idsOf(1).size).toBe(1);
    expect(idsOf(2).size).toBe(1);
    expect(idsOf(1)).not.toEqual(idsOf(2));
  });

  it("says at info which sources brought news, failed and work again, and at debug which had nothing new", () => {
    const poll = (changes: Partial<PollRecord>): PollRecord => ({
      atMs: 0,
      outcome: "read",
      reason: null,
      seen: 3,
      kept: 0,
      updated: 0,
      dropped: {},
      ...changes,
    });
    const failure = { count: 2, sinceMs: 0, reason: "The server said 500.", isTold: false };
    const tell = (before: Source["failure"], finished: Pick<FinishedPoll, "poll" | "failure">) =>
      logSources(loggerAt("debug")).onPolled(
        { id: 7, workspaceId: "terminal", failure: before } as Source,
        finished as FinishedPoll,
      );
    tell(null, { poll: poll({ kept: 2 }), failure: null });
    tell(null, { poll: poll({ outcome: "failed" }), failure });
    tell(failure, { poll: poll({}), failure: null });
    tell(null, { poll: poll({ outcome: "unchanged" }), failure: null });
    expect(lines).toMatchObject([
      { level: 30, msg: "A source brought news", sourceId: 7, new: 2 },
      { level: 30, msg: "A source could not be read", failures: 2, reason: "The server said 500." },
      { level: 30, msg: "A source works again" },
      { level: 20, msg: "A source brought nothing new" },
    ]);
  });
});
