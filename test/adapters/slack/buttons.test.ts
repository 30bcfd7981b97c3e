import { afterEach, describe, expect, it } from "vitest";
import { briefing, replyOf } from "../../fakes/desk.ts";
import { buttonsOf, command, press, responsesTo, submit } from "../../servers/fake-slack-people.ts";
import { until } from "../../servers/until.ts";
import { messagesIn, type StartedSlack, shown, startSlack } from "./start-slack.ts";

let started: StartedSlack | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

/** A briefing on india-japan in #general. */
async function withBriefing(mode: "socket" | "http" = "socket") {
  started = await startSlack({ mode });
  const { slack } = started;
  command(slack, "/briefing india-japan");
  await until(() => expect(slack.state.messages).toHaveLength(2));
  const [root] = messagesIn(slack, "C1");
  if (root === undefined) throw new Error("There is no briefing.");
  return { ...started, root };
}

describe.each(["socket", "http"] as const)("buttons over %s", (mode) => {
  it("bring pages to the one who pressed, each in the place of the one before", async () => {
    const { slack, root, desk } = await withBriefing(mode);
    const first = press(slack, root, { label: "Quotes", user: "U2" });
    expect(await first.delivery).toMatchObject({ acked: true });
    await until(() => expect(responsesTo(slack, first.responseUrl)).toHaveLength(1));
    const [page] = responsesTo(slack, first.responseUrl);
    expect(page).toMatchObject({ response_type: "ephemeral", replace_original: false });
    expect(shown(page?.["blocks"])).toContain("Quotes: india-japan, page 1");

    const ephemeral = { channel: "C1", blocks: page?.["blocks"] as unknown[], isEphemeral: true };
    const second = press(slack, ephemeral, { label: "More", user: "U2" });
    await until(() => expect(responsesTo(slack, second.responseUrl)).toHaveLength(1));
    const [next] = responsesTo(slack, second.responseUrl);
    expect(next).toMatchObject({ replace_original: true });
    expect(shown(next?.["blocks"])).toContain("Quotes: india-japan, page 2");
    expect(desk.asked.at(-1)?.asker.userId).toBe("U2");
    expect(slack.state.messages).toHaveLength(2);
  });

  it("open a modal for a follow-up, whose answer comes into the thread", async () => {
    const { slack, root, desk } = await withBriefing(mode);
    press(slack, root, { label: "Ask a follow-up" });
    await until(() => expect(slack.state.views).toHaveLength(1));
    const view = slack.state.views[0] ?? {};
    expect(await submit(slack, view, { text: "Who else was there?", user: "U2" })).toMatchObject({ acked: true });
    await until(() => expect(messagesIn(slack, "C1", root.ts)).toHaveLength(2));
    expect(shown(messagesIn(slack, "C1", root.ts)[1]?.blocks)).toContain("Asked about india-japan: Who else was there?");
    expect(desk.followUps[0]).toMatchObject({
      asker: { userId: "U2", threadId: `C1:${root.ts}` },
      question: "Who else was there?",
    });
  });
});

it("that could not open its modal says so to whoever pressed it, and asks Slack once", async () => {
  const { slack, root } = await withBriefing();
  slack.script("views.open", { body: { ok: false, error: "expired_trigger_id" } });
  const { responseUrl } = press(slack, root, { label: "Ask a follow-up" });
  await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
  expect(shown(responsesTo(slack, responseUrl)[0]?.["blocks"])).toContain("press “Ask a follow-up” again");
  expect(slack.callsOf("views.open")).toHaveLength(1);
});

describe("a button", () => {
  it("carries an id, and nothing of what it means", async () => {
    const { root } = await withBriefing();
    const values = buttonsOf(root.blocks).map(({ value }) => value);
    expect(values).toEqual(["act1", "act2", undefined]);
    expect(JSON.stringify(buttonsOf(root.blocks))).not.toContain("india");
  });

  it("whose id is no longer kept is explained", async () => {
    const { slack, root } = await withBriefing();
    const blocks = JSON.parse(JSON.stringify(root.blocks).replaceAll('"act1"', '"act999"'));
    const { responseUrl } = press(slack, { ...root, blocks }, { label: "Quotes" });
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
    expect(shown(responsesTo(slack, responseUrl)[0]?.["blocks"])).toContain(
      "This button is too old: ask again to get a new answer",
    );
  });

  it("of another app's making is acknowledged and left alone", async () => {
    const { slack, root, desk } = await withBriefing();
    const blocks = [{ type: "button", action_id: "other", value: "act1", text: { text: "Other" } }];
    expect(await press(slack, { ...root, blocks }, { label: "Other" }).delivery).toMatchObject({ acked: true });
    expect(desk.asked).toHaveLength(1);
  });

  it("of an ephemeral message that brings a shared answer posts it and removes the message", async () => {
    const { slack, root, desk } = await withBriefing();
    const quotes = press(slack, root, { label: "Quotes" });
    await until(() => expect(responsesTo(slack, quotes.responseUrl)).toHaveLength(1));
    desk.answerNext(() => replyOf(briefing("quad"), "quad"));
    const page = { channel: "C1", blocks: responsesTo(slack, quotes.responseUrl)[0]?.["blocks"] as unknown[], isEphemeral: true };
    const { responseUrl } = press(slack, page, { label: "More" });
    await until(() => expect(responsesTo(slack, responseUrl)).toEqual([{ delete_original: true }]));
    expect(messagesIn(slack, "C1").map(({ blocks }) => shown(blocks).split("\n")[0])).toEqual([
      "Briefing: india-japan",
      "Briefing: quad",
    ]);
  });

  it("of a shared message that brings a shared answer posts it into the thread", async () => {
    const { slack, root, desk } = await withBriefing();
    desk.answerNext(() => replyOf(briefing("quad"), "quad"));
    press(slack, root, { label: "Quotes" });
    await until(() => expect(messagesIn(slack, "C1", root.ts)).toHaveLength(3));
    expect(messagesIn(slack, "C1")).toHaveLength(1);
  });
});
