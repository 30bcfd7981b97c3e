import { afterEach, describe, expect, it } from "vitest";
import { type Inline, text } from "../../../../src/domain/chat/document.ts";
import { replyOf } from "../../../fakes/desk.ts";
import { buttonsOf, say } from "../../../servers/fake-slack-people.ts";
import { until } from "../../../servers/until.ts";
import { type StartedSlack, shown, startSlack } from "../start-slack.ts";

let started: StartedSlack | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

const LINES: Inline[][] = [[text("Talks were held in *Oslo* <!channel>. ")], [text("They were on fish. ")]];
const answer = (items: Inline[][]) =>
  replyOf({
    title: "Where were the talks?",
    audience: "channel",
    blocks: [
      { type: "list", items },
      { type: "footer", inlines: [text("Chosen by a model.")] },
      { type: "actions", actions: [{ label: "How it was written", intent: { kind: "help" } }] },
    ],
    detail: [],
  });

/** A question in a thread, whose answer is heard line by line and then comes as a whole. */
async function asked(items: Inline[][], prepare: (slack: StartedSlack["slack"]) => void = () => undefined) {
  started = await startSlack();
  const { slack, desk } = started;
  prepare(slack);
  desk.answerNext(() => {
    for (const line of LINES) desk.followUps.at(-1)?.asker.hears?.(line);
    return answer(items);
  });
  await say(slack, { text: `<@${slack.state.botUserId}> where were the talks?` });
  const own = () => slack.state.messages.filter(({ user }) => user === slack.state.botUserId);
  await until(() => {
    expect(own()).toHaveLength(1);
    expect(own()[0]?.isStreaming ?? false).toBe(false);
    expect(shown(own()[0]?.blocks)).toContain("Chosen by a model.");
  });
  return { slack, message: own()[0] };
}

describe("an answer that a model still writes", () => {
  it("is shown line by line in its thread, and ends with what stands below", async () => {
    const { slack, message } = await asked(LINES);
    const methods = slack.calls.map(({ method }) => method).filter((method) => method.startsWith("chat."));
    expect(methods).toEqual(["chat.startStream", "chat.appendStream", "chat.stopStream"]);
    expect(shown(message?.blocks)).toMatch(/\*Oslo\* <!channel>[\s\S]*on fish[\s\S]*Chosen by a model\./);
    expect(shown(message?.blocks).match(/Oslo/g)).toHaveLength(1);
    expect(buttonsOf(message?.blocks).map((button) => button.text.text)).toEqual(["How it was written"]);
  });

  it("has the lines that were not heard below those that were", async () => {
    const { message } = await asked([...LINES, [text("It snowed. ")]]);
    expect(shown(message?.blocks)).toMatch(/on fish[\s\S]*It snowed[\s\S]*Chosen by a model/);
  });

  it.each(["chat.startStream", "chat.appendStream", "chat.stopStream"])(
    "is posted as a whole where Slack refuses %s",
    async (method) => {
      const { slack, message } = await asked(LINES, (to) => to.script(method, { body: { ok: false, error: "not_allowed" } }));
      expect(slack.calls.map((call) => call.method)).toContain("chat.postMessage");
      expect(shown(message?.blocks)).toMatch(/Where were the talks[\s\S]*Oslo[\s\S]*on fish/);
    },
  );

  it("is posted as a whole where another one was begun", async () => {
    const { slack, message } = await asked([[text("Talks were held in Bergen. ")]]);
    expect(slack.calls.map((call) => call.method)).toContain("chat.delete");
    expect(shown(message?.blocks)).toContain("Bergen");
    expect(shown(message?.blocks)).not.toContain("Oslo");
  });
});
