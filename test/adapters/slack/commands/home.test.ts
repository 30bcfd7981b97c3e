import { afterEach, describe, expect, it } from "vitest";
import { replyOf } from "../../../fakes/desk.ts";
import { openHome, pressAtHome, responsesTo, useShortcut } from "../../../servers/fake-slack-people.ts";
import { until } from "../../../servers/until.ts";
import { type StartedSlack, shown, startSlack } from "../start-slack.ts";

let started: StartedSlack | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

describe.each(["socket", "http"] as const)("over %s", (mode) => {
  it("the Home tab shows what to do first, digests, sources, status and help, in this order", async () => {
    started = await startSlack({ mode });
    const { slack, desk } = started;
    await openHome(slack, "U2");
    await until(() => expect(slack.state.homes.has("U2")).toBe(true));
    expect(desk.asked.map(({ intent }) => intent)).toEqual([
      { kind: "welcome" },
      { kind: "digest", action: "list" },
      { kind: "sources-manage", action: "list" },
      { kind: "status" },
      { kind: "help" },
    ]);
    expect(shown(slack.state.homes.get("U2"))).toMatch(/digest.*All sources answer\..*Try \/briefing/s);
  });

  it("the shortcut adds what a message links to, each link once", async () => {
    started = await startSlack({ mode });
    const { slack, desk } = started;
    const text =
      "see <https://courier.example/a?x=1&amp;y=2|this>, <https://courier.example/b>, <https://courier.example/b> and <@U2>";
    const { responseUrl, delivery } = useShortcut(slack, "attache:add-source", text);
    expect(await delivery).toMatchObject({ acked: true });
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(2));
    expect(desk.asked.map(({ intent }) => intent)).toEqual([
      { kind: "sources-manage", action: "add", target: "https://courier.example/a?x=1&y=2" },
      { kind: "sources-manage", action: "add", target: "https://courier.example/b" },
    ]);
  });
});

describe("the Home tab", () => {
  it("has buttons that work: the answer is a direct message, and the tab shows what became of it", async () => {
    started = await startSlack();
    const { slack, desk } = started;
    const intent = { kind: "digest", action: "stop", topic: "quad", channelId: "C1" } as const;
    desk.answerNext(() =>
      replyOf({
        title: "Digests",
        audience: "asker",
        blocks: [
          {
            type: "list",
            items: [
              [
                { type: "channel", channelId: "C1" },
                { type: "text", text: ": quad" },
              ],
            ],
          },
          { type: "actions", actions: [{ label: "Stop quad", intent }] },
        ],
        detail: [],
      }),
    );
    await openHome(slack);
    await until(() => expect(slack.state.homes.has("U1")).toBe(true));
    expect(JSON.stringify(slack.state.homes.get("U1"))).toMatch(
      /"type":"channel","channel_id":"C1"|"channel_id":"C1","type":"channel"/,
    );
    expect(await pressAtHome(slack, "Stop quad")).toMatchObject({ acked: true });
    await until(() => expect(slack.state.messages.filter(({ channel }) => channel.startsWith("D"))).toHaveLength(1));
    expect(desk.asked.map(({ intent: asked }) => asked)).toContainEqual(intent);
    await until(() => expect(slack.callsOf("views.publish")).toHaveLength(2));
  });

  it("stays within a view's limits with long sections and many buttons", async () => {
    started = await startSlack();
    const { slack, desk } = started;
    const actions = Array.from({ length: 30 }, (_, n) => ({
      label: `Stop ${n}`,
      intent: { kind: "person" as const, name: `P${n}` },
    }));
    for (let n = 0; n < 5; n += 1) {
      desk.answerNext(() =>
        replyOf({
          title: "Section",
          audience: "asker",
          blocks: [
            {
              type: "list",
              items: Array.from({ length: 400 }, (_, i) => [{ type: "text", text: `Topic ${i} ${"x ".repeat(60)}` }]),
            },
            { type: "actions", actions },
          ],
          detail: [],
        }),
      );
    }
    await openHome(slack);
    await until(() => expect(slack.state.homes.has("U1")).toBe(true));
    expect(shown(slack.state.homes.get("U1"))).toMatch(/… \d+ more/);
  });

  it("is not touched when the messages tab is opened", async () => {
    started = await startSlack();
    const { slack, desk } = started;
    await openHome(slack, "U1", "messages");
    await openHome(slack, "U2");
    await until(() => expect(slack.state.homes.has("U2")).toBe(true));
    expect(slack.state.homes.has("U1")).toBe(false);
    expect(desk.asked.filter(({ asker }) => asker.userId === "U2")).toHaveLength(5);
  });
});

describe("the shortcut", () => {
  it("on a message without a link tells what is missing, and asks the desk nothing", async () => {
    started = await startSlack();
    const { slack, desk } = started;
    const { responseUrl } = useShortcut(slack, "attache:add-source", "no link here");
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
    expect(shown(responsesTo(slack, responseUrl)[0]?.["blocks"])).toContain("This message has no link");
    expect(desk.asked).toEqual([]);
  });

  it("of another name is acknowledged and left alone", async () => {
    started = await startSlack();
    const { slack, desk } = started;
    expect(await useShortcut(slack, "other", "https://x.example").delivery).toMatchObject({ acked: true });
    expect(desk.asked).toEqual([]);
  });
});
