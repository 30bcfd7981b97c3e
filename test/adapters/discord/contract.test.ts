import { expect } from "vitest";
import type { Intent } from "../../../src/domain/chat/intent.ts";
import { type ChatDriver, describeChat, type SeenAnswer } from "../../contracts/chat.ts";
import { acknowledged, buttonsOf, command, press, say } from "../../servers/fake-discord-people.ts";
import { ALICE, type FakeDiscordMessage, GENERAL } from "../../servers/fake-discord-state.ts";
import { until } from "../../servers/until.ts";
import { messagesIn, type StartedDiscord, shown, startDiscord, whisperedTo } from "./start-discord.ts";

describeChat("Discord", async () => drive(await startDiscord({ messageContent: true })));

function drive(started: StartedDiscord): ChatDriver {
  const { discord, desk } = started;
  return {
    platform: "discord",
    desk,
    async ask(intent) {
      const [name, options] = commandOf(intent);
      await acknowledged(command(discord, name, { options }));
    },
    async press(label) {
      const message = messagesIn(discord, GENERAL).find((each) => buttonsOf(each).some((button) => button.label === label));
      if (message === undefined) throw new Error(`No message has a button "${label}".`);
      await acknowledged(press(discord, message, { label }));
    },
    async followUp(question) {
      const thread = messagesIn(discord, GENERAL).at(-1)?.id ?? "";
      await until(() => expect(messagesIn(discord, thread)).toHaveLength(1));
      say(discord, { text: question, channel: thread });
    },
    async seen() {
      const answers = messagesIn(discord, GENERAL).flatMap((root): SeenAnswer[] => {
        // The first message of the thread is the briefing's detail; what follows are answers to questions.
        const [detail, ...below] = messagesIn(discord, root.id);
        return [seenIn(detail === undefined ? [root] : [root, detail], true), ...below.map((each) => seenIn([each], true))];
      });
      return [...answers, ...whisperedTo(discord, ALICE).map((message) => seenIn([message], false))];
    },
    stop: () => started.stop(),
  };
}

function commandOf(intent: Intent): [string, Record<string, string | undefined>] {
  switch (intent.kind) {
    case "briefing":
      return ["briefing", { topic: intent.topic, since: intent.since }];
    case "meetings":
      return ["meetings", { about: intent.about, from: intent.from, to: intent.to }];
    case "timeline":
      return ["timeline", { topic: intent.about }];
    case "upcoming":
      return ["upcoming", { about: intent.about }];
    case "person":
      return ["person show", { name: intent.name }];
    case "quotes":
      return ["quotes", { about: intent.about }];
    case "ask":
      return ["ask", { question: intent.question }];
    default:
      return [`attache ${intent.kind}`, {}];
  }
}

function seenIn(messages: FakeDiscordMessage[], isShared: boolean): SeenAnswer {
  const texts = messages.flatMap(({ embeds }) => embeds.map((embed) => String(embed["description"] ?? "")));
  const links = texts.flatMap((text) =>
    [...text.matchAll(/\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)/g)].map(([, label = "", url = ""]) => ({ label, url })),
  );
  return {
    isShared,
    words: messages.map(shown).join("\n"),
    links,
    buttons: messages.flatMap((message) => buttonsOf(message).map(({ label }) => label)),
  };
}
