import type { Intent } from "../../../src/domain/chat/intent.ts";
import { type ChatDriver, describeChat, type SeenAnswer } from "../../contracts/chat.ts";
import { buttonsOf, command, press, responsesTo, say } from "../../servers/fake-slack-people.ts";
import { type StartedSlack, shown, startSlack } from "./start-slack.ts";

describeChat("Slack over Socket Mode", async () => drive(await startSlack({ mode: "socket" })));
describeChat("Slack over HTTP", async () => drive(await startSlack({ mode: "http" })));

function drive(started: StartedSlack): ChatDriver {
  const { slack, desk } = started;
  /** Where the asker's own answers come in. */
  const addresses: string[] = [];
  const shared = () =>
    slack.state.messages.filter((message) => message.onlyFor === null && message.user === slack.state.botUserId);

  return {
    platform: "slack",
    desk,
    async ask(intent) {
      const { responseUrl, delivery } = command(slack, lineOf(intent));
      addresses.push(responseUrl);
      await delivery;
    },
    async press(label) {
      const message = shared().find(({ blocks }) => buttonsOf(blocks).some(({ text }) => text.text === label));
      if (message === undefined) throw new Error(`No message has a button "${label}".`);
      const { responseUrl, delivery } = press(slack, message, { label });
      addresses.push(responseUrl);
      await delivery;
    },
    async followUp(question) {
      const root = shared().findLast(({ threadTs }) => threadTs === null);
      await say(slack, { text: question, threadTs: root?.ts ?? "" });
    },
    async seen() {
      const roots = shared().filter(({ threadTs }) => threadTs === null);
      const answers = roots.flatMap((root): SeenAnswer[] => {
        // The first message of the thread is the briefing's detail; what follows are answers to questions.
        const [detail, ...below] = shared().filter(({ threadTs }) => threadTs === root.ts);
        return [seenIn([...root.blocks, ...(detail?.blocks ?? [])], true), ...below.map(({ blocks }) => seenIn(blocks, true))];
      });
      const whispered = addresses.flatMap((address) => responsesTo(slack, address).map((body) => seenIn(body["blocks"], false)));
      return [...answers, ...whispered];
    },
    stop: () => started.stop(),
  };
}

function lineOf(intent: Intent): string {
  switch (intent.kind) {
    case "briefing":
      return `/briefing ${intent.topic}${intent.since === undefined ? "" : ` since ${intent.since}`}`;
    case "meetings":
      return ["/meetings", intent.about, intent.from && `from ${intent.from}`, intent.to && `to ${intent.to}`]
        .filter(Boolean)
        .join(" ");
    case "timeline":
      return `/timeline ${intent.about}`;
    case "upcoming":
      return `/upcoming ${intent.about ?? ""}`;
    case "person":
      return `/person ${intent.name}`;
    case "quotes":
      return `/quotes ${intent.about ?? ""}`;
    case "ask":
      return `/ask ${intent.question}`;
    default:
      return `/attache ${intent.kind}`;
  }
}

function seenIn(blocks: unknown, isShared: boolean): SeenAnswer {
  const links: SeenAnswer["links"] = [];
  JSON.stringify(blocks, (_, value) => {
    if (value?.type === "link") links.push({ label: value.text, url: value.url });
    return value;
  });
  return { isShared, words: shown(blocks), links, buttons: buttonsOf(blocks).map(({ text }) => text.text) };
}
