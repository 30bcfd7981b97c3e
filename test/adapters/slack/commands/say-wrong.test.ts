import { afterEach, describe, expect, it } from "vitest";
import type { Reply } from "../../../../src/domain/chat/chat.ts";
import { noteTo, replyOf } from "../../../fakes/desk.ts";
import { command, press, responsesTo, submitForm } from "../../../servers/fake-slack-people.ts";
import type { FakeMessage } from "../../../servers/fake-slack-state.ts";
import { until } from "../../../servers/until.ts";
import { messagesIn, type StartedSlack, shown, startSlack } from "../start-slack.ts";

let started: StartedSlack | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

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
const chosen = (value: string) => ({ type: "static_select", selected_option: { value } });

/** The list is the asker's alone, and so is what its button brings. */
async function pressWrong({ slack, desk }: StartedSlack, offered: () => Reply) {
  desk.answerNext(LISTED);
  const { responseUrl } = command(slack, "/meetings");
  await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
  desk.answerNext(offered);
  const blocks = responsesTo(slack, responseUrl)[0]?.["blocks"] as FakeMessage["blocks"];
  return press(slack, { channel: "C1", blocks, isEphemeral: true }, { label: "Wrong?" });
}

async function openForm(from: StartedSlack): Promise<Record<string, unknown>> {
  await pressWrong(from, OFFERED);
  await until(() => expect(from.slack.state.views).toHaveLength(1));
  return from.slack.state.views[0] ?? {};
}

describe("the button below what can be wrong", () => {
  it("opens a form over all of the message, and what is filled in goes to the desk as it is said", async () => {
    started = await startSlack();
    const { slack, desk } = started;
    const view = await openForm(started);
    for (const part of ["Ana Moreira: One ocean.", "Talks in Oslo", "Did not happen", "Off topic"])
      expect(JSON.stringify(view)).toContain(part);
    const values = { item: chosen("meeting:m1"), reason: chosen("date"), value: { value: " 5 March 2024 " } };
    expect(await submitForm(slack, view, { values })).toMatchObject({ acked: true });
    await until(() => expect(desk.asked).toHaveLength(3));
    expect(desk.asked[2]?.intent).toEqual({ kind: "dispute", what: "meeting", id: "m1", reason: "date", value: "5 March 2024" });
    await until(() => expect(messagesIn(slack, "C1")).toHaveLength(1));
    expect(messagesIn(slack, "C1")[0]?.onlyFor).toBe("U1");
  });

  it("takes another meeting of the message as the same one, and the message's topic where none is typed", async () => {
    started = await startSlack();
    const { slack, desk } = started;
    const view = await openForm(started);
    await submitForm(slack, view, {
      values: { item: chosen("meeting:m1"), reason: chosen("same-as"), other: chosen("meeting:m2") },
    });
    await until(() => expect(desk.asked).toHaveLength(3));
    expect(desk.asked[2]?.intent).toMatchObject({ reason: "same-as", value: "m2" });
  });

  it("of which the choices are gone says so instead of a form", async () => {
    started = await startSlack();
    const { slack } = started;
    const { responseUrl } = await pressWrong(started, () => noteTo("What that message showed is not stored any more."));
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
    expect(shown(responsesTo(slack, responseUrl)[0]?.["blocks"])).toContain("not stored any more");
    expect(slack.state.views).toEqual([]);
  });
});
