import { afterEach, expect, it, vi } from "vitest";
import { createAcknowledgements, takeTurns } from "../../../src/adapters/chat/take-turns.ts";
import type { Asker } from "../../../src/domain/chat/chat.ts";
import { createFakeDesk } from "../../fakes/desk.ts";

const ASKER: Asker = {
  platform: "discord",
  workspaceId: "discord:1",
  channelId: "1",
  threadId: null,
  userId: "1",
  isManager: false,
  isMember: true,
  timeZone: null,
};

afterEach(() => {
  vi.useRealTimers();
});

/** What can be done between two answers: a turn of the event loop. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

it("answers begin one after another, with a turn of the event loop between them", async () => {
  const desk = createFakeDesk();
  const inTurns = takeTurns(desk, createAcknowledgements());
  const answers = ["one", "two", "three"].map((topic) => inTurns.answer(ASKER, { kind: "briefing", topic }));
  expect(desk.asked).toHaveLength(0);
  const begun: number[] = [];
  while (desk.asked.length < 3) {
    await turn();
    begun.push(desk.asked.length);
  }
  expect(begun).toEqual(expect.arrayContaining([1, 2, 3]));
  expect((await Promise.all(answers)).map(({ topic }) => topic)).toEqual(["one", "two", "three"]);
});

it("no answer begins while something is being acknowledged, and a failed acknowledgement holds nothing up", async () => {
  const desk = createFakeDesk();
  const acknowledgements = createAcknowledgements();
  const inTurns = takeTurns(desk, acknowledgements);
  let fail: (error: Error) => void = () => undefined;
  const acknowledged = acknowledgements.during(new Promise((_, reject) => (fail = reject)));
  const answer = inTurns.followUp({ asker: ASKER, questionId: "1", question: "Who?" });
  for (let n = 0; n < 5; n += 1) await turn();
  expect(desk.followUps).toHaveLength(0);
  fail(new Error("too late"));
  await expect(acknowledged).rejects.toThrow("too late");
  await answer;
  expect(desk.followUps).toHaveLength(1);
});

it("a platform that does not answer holds nobody up for good", async () => {
  const desk = createFakeDesk();
  const acknowledgements = createAcknowledgements();
  void acknowledgements.during(new Promise(() => undefined));
  await takeTurns(desk, acknowledgements).answer(ASKER, { kind: "help" });
  expect(desk.asked).toHaveLength(1);
});

it("an answer that hangs is given up with a sentence, and the next ones go on", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const desk = createFakeDesk();
  const release = desk.hold();
  const inTurns = takeTurns(desk, createAcknowledgements());
  const hanging = expect(inTurns.answer(ASKER, { kind: "help" })).rejects.toThrow("took too long");
  while (desk.asked.length === 0) await turn();
  await vi.advanceTimersByTimeAsync(110_000);
  await hanging;
  release();
  await expect(inTurns.answer(ASKER, { kind: "help" })).resolves.toMatchObject({ topic: null });
});
