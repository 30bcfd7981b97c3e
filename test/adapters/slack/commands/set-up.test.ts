import { afterEach, describe, expect, it } from "vitest";
import { SET_UP } from "../../../../src/commands/digests/explain-setup.ts";
import { replyOf } from "../../../fakes/desk.ts";
import { command, openHome, press, pressAtHome, say, submitForm } from "../../../servers/fake-slack-people.ts";
import { until } from "../../../servers/until.ts";
import { messagesIn, type StartedSlack, shown, startSlack } from "../start-slack.ts";

let started: StartedSlack | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

const WELCOME = () =>
  replyOf({
    title: "Attaché",
    audience: "asker",
    blocks: [{ type: "actions", actions: [{ label: "Set up a digest", intent: SET_UP }] }],
    detail: [],
  });
const FILLED = {
  topic: { type: "plain_text_input", value: "india-japan, quad" },
  time: { type: "timepicker", selected_time: "07:30" },
  zone: { type: "plain_text_input", value: "Delhi" },
  days: { type: "checkboxes", selected_options: [{ value: "Monday" }, { value: "Thursday" }] },
  channel: { type: "conversations_select", selected_conversation: "C1" },
  language: { type: "static_select", selected_option: { value: "de" } },
};
const FOLLOW = {
  kind: "digest",
  action: "follow",
  topic: "india-japan, quad",
  schedule: "at 07:30 on Monday Thursday Delhi in German",
};

function withDirect({ state }: StartedSlack["slack"]): void {
  state.channels.set("D1", { id: "D1", hasBot: true, isPrivate: true, isArchived: false });
}

async function openForm({ slack }: StartedSlack): Promise<Record<string, unknown>> {
  expect(await command(slack, "/digest setup").delivery).toMatchObject({ acked: true });
  await until(() => expect(slack.state.views).toHaveLength(1));
  return slack.state.views[0] ?? {};
}

describe("the form for a digest", () => {
  it("opens by /digest setup with the asker's zone and the channel, and is answered as /digest follow is", async () => {
    started = await startSlack();
    const { slack, desk } = started;
    const view = await openForm(started);
    expect(JSON.stringify(view)).toContain("Asia/Tokyo");
    expect(JSON.stringify(view)).toContain('"initial_conversation":"C1"');
    expect(await submitForm(slack, view, { values: FILLED })).toMatchObject({ acked: true });
    await until(() => expect(messagesIn(slack, "C1")).toHaveLength(1));
    expect(desk.asked).toHaveLength(1);
    expect(desk.asked[0]).toMatchObject({
      intent: FOLLOW,
      asker: { channelId: "C1", isMember: true, place: { refusal: null } },
    });
    expect(messagesIn(slack, "C1")[0]?.onlyFor).toBe("U1");
  });

  it("opens from a button of the Home tab; the answer is a direct message and the tab is shown anew", async () => {
    started = await startSlack();
    const { slack, desk } = started;
    desk.answerNext(WELCOME);
    await openHome(slack);
    await until(() => expect(slack.state.homes.has("U1")).toBe(true));
    await pressAtHome(slack, "Set up a digest");
    await until(() => expect(slack.state.views).toHaveLength(1));
    await submitForm(slack, slack.state.views[0] ?? {}, { values: FILLED });
    await until(() => expect(slack.state.messages.filter(({ channel }) => channel.startsWith("D"))).toHaveLength(1));
    await until(() => expect(slack.callsOf("views.publish")).toHaveLength(2));
    expect(desk.asked.map(({ intent }) => intent)).toContainEqual(FOLLOW);
  });

  it("says at the field what is wrong, and asks the desk nothing", async () => {
    started = await startSlack();
    const { slack, desk } = started;
    const view = await openForm(started);
    const delivered = await submitForm(slack, view, { values: { ...FILLED, zone: { value: "Atlantis/Deep" } } });
    expect(JSON.stringify(delivered)).toMatch(/"errors":\{"zone":"I don't know the time zone/);
    const topicless = await submitForm(slack, view, { values: { ...FILLED, topic: { value: " , " } } });
    expect(JSON.stringify(topicless)).toContain("Name a topic");
    expect(desk.asked).toEqual([]);
  });

  it("tells the desk of a channel that the asker is not in, and of one that takes no messages", async () => {
    started = await startSlack({
      prepare: (slack) => {
        slack.state.channels.set("C2", { id: "C2", hasBot: false, isPrivate: false, isArchived: false, members: ["U2"] });
      },
    });
    const { slack, desk } = started;
    const view = await openForm(started);
    await submitForm(slack, view, { values: { ...FILLED, channel: { selected_conversation: "C2" } } });
    await until(() => expect(desk.asked).toHaveLength(1));
    expect(desk.asked[0]?.asker).toMatchObject({ channelId: "C2", isMember: false });
    expect(desk.asked[0]?.asker.place?.refusal).toContain("/invite");
  });
});

describe("the first look at the conversation with the app", () => {
  it("gets the welcome once, with a button that opens the form", async () => {
    started = await startSlack({ prepare: withDirect });
    const { slack, desk } = started;
    desk.answerNext(WELCOME);
    await openHome(slack, "U1", "messages");
    await until(() => expect(messagesIn(slack, "D1")).toHaveLength(1));
    await openHome(slack, "U1", "messages");
    const [message] = messagesIn(slack, "D1");
    if (message === undefined) throw new Error("There is no welcome.");
    press(slack, message, { label: "Set up a digest" });
    await until(() => expect(slack.state.views).toHaveLength(1));
    expect(desk.asked).toHaveLength(1);
    expect(shown(slack.state.views[0])).toContain("Set up a digest");
  });

  it("gets nothing where something was said there before", async () => {
    started = await startSlack({ prepare: withDirect });
    const { slack } = started;
    await say(slack, { channel: "D1", text: "help" });
    await until(() => expect(messagesIn(slack, "D1")).toHaveLength(1));
    await openHome(slack, "U1", "messages");
    await openHome(slack, "U2");
    await until(() => expect(slack.state.homes.has("U2")).toBe(true));
    expect(messagesIn(slack, "D1")).toHaveLength(1);
  });
});
