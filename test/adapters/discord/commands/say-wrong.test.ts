import { afterEach, describe, expect, it } from "vitest";
import type { Reply } from "../../../../src/domain/chat/chat.ts";
import { noteTo, replyOf } from "../../../fakes/desk.ts";
import { acknowledged, command, press, submitForm } from "../../../servers/fake-discord-people.ts";
import { ALICE } from "../../../servers/fake-discord-state.ts";
import { until } from "../../../servers/until.ts";
import { type StartedDiscord, startDiscord, whisperedTo } from "../start-discord.ts";

let started: StartedDiscord | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

const MODAL = 9;
const WRONG = { kind: "wrong" as const, items: [{ what: "meeting" as const, id: "m1" }], topic: "norway-portugal" };
const LISTED = () =>
  replyOf({
    title: "Meetings",
    audience: "asker",
    blocks: [{ type: "actions", actions: [{ label: "Wrong?", intent: WRONG }] }],
    detail: [],
  });
const OFFERED = () => ({
  ...replyOf({ title: "What is wrong?", audience: "asker", blocks: [], detail: [] }),
  data: {
    items: [
      { what: "quote", id: "q1", label: "Ana Moreira: One ocean." },
      { what: "meeting", id: "m1", label: "4 March 2024, Talks in Lisbon" },
      { what: "meeting", id: "m2", label: "20 March 2024, Talks in Oslo" },
    ],
    topic: "norway-portugal",
  },
});

async function pressWrong({ discord, desk }: StartedDiscord, offered: () => Reply) {
  desk.answerNext(LISTED);
  await acknowledged(command(discord, "meetings"));
  await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(1));
  desk.answerNext(offered);
  const [message] = whisperedTo(discord, ALICE);
  if (message === undefined) throw new Error("Nothing was shown.");
  const opened = press(discord, message, { label: "Wrong?" });
  return { opened, answer: await acknowledged(opened) };
}

describe("the button below what can be wrong", () => {
  it("opens a form over all of the message, and what is filled in goes to the desk as it is said", async () => {
    started = await startDiscord();
    const { discord, desk } = started;
    const { opened, answer } = await pressWrong(started, OFFERED);
    expect(answer).toBe(MODAL);
    for (const part of ["Ana Moreira: One ocean.", "Talks in Oslo", "Did not happen", "Off topic"])
      expect(JSON.stringify(opened.ack)).toContain(part);
    const fields = { item: ["quote:q1"], reason: ["off-topic"], value: "" };
    await acknowledged(submitForm(discord, opened, { fields }));
    await until(() => expect(desk.asked).toHaveLength(3));
    // What the message was about, where nothing is typed.
    expect(desk.asked[2]?.intent).toEqual({
      kind: "dispute",
      what: "quote",
      id: "q1",
      reason: "off-topic",
      value: "norway-portugal",
    });
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(2));
  });

  it("of which the choices are gone says so instead of a form", async () => {
    started = await startDiscord();
    const { opened } = await pressWrong(started, () => noteTo("Gone."));
    expect(JSON.stringify(opened.ack)).toContain("not stored any more");
  });
});
