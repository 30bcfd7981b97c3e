import { afterEach, describe, expect, it } from "vitest";
import type { Platform } from "../../src/domain/chat/chat.ts";
import { type Document, paragraph, text } from "../../src/domain/chat/document.ts";
import type { Intent } from "../../src/domain/chat/intent.ts";
import { courier, type FakeDesk, noteTo, replyOf } from "../fakes/desk.ts";
import { until } from "../servers/until.ts";

/**
 * What every front of the bot owes: the same intents, the same document, the same order. A driver does what a person does on its
 * platform and tells what they see there.
 */
export interface ChatDriver {
  readonly platform: Platform;
  readonly desk: FakeDesk;
  /** Asks for an intent the way a person does: a slash command, a command with options, a line. */
  ask(intent: Intent): Promise<void>;
  /** Presses the button with this label below the newest answer; where there are none, does what is offered in its place. */
  press(label: string): Promise<void>;
  /** Asks a question below the newest shared answer. */
  followUp(question: string): Promise<void>;
  /** Every answer so far, in order. */
  seen(): Promise<SeenAnswer[]>;
  stop(): Promise<void>;
}

export interface SeenAnswer {
  /** Whether everyone in the channel sees it; in the terminal there is nobody else. */
  isShared: boolean;
  /** All text that the reader sees, its detail after it, white space as it is. */
  words: string;
  links: { label: string; url: string }[];
  /** Labels of what can be pressed or done next. */
  buttons: string[];
}

/** What each front understands in the same way. */
const INTENTS: Intent[] = [
  { kind: "briefing", topic: "india-japan" },
  { kind: "briefing", topic: "india-japan", since: "2023-01-05" },
  { kind: "meetings" },
  { kind: "meetings", about: "quad", from: "2026-01-01", to: "2026-02-01" },
  { kind: "timeline", about: "quad" },
  { kind: "upcoming", about: "quad" },
  { kind: "person", name: "Jane Doe" },
  { kind: "quotes", about: "Jane Doe" },
  { kind: "ask", question: "who met whom?" },
  { kind: "help" },
  { kind: "status" },
];

/** One of each kind of block, in an order that a renderer has to keep. */
const EVERYTHING: Document = {
  title: "Everything on quad",
  audience: "channel",
  blocks: [
    { type: "heading", text: "First heading" },
    paragraph(text("A plain sentence. "), text("A strong one. ", "strong"), courier("A plain sentence.")),
    { type: "list", items: [[text("Item one")], [text("Item two")]] },
    { type: "quote", text: "We agreed on trade.", attribution: [text("Jane Doe, minister")] },
    { type: "fields", fields: [{ label: "Place", value: [text("Harbour City")] }] },
    { type: "notice", tone: "warning", text: "One source did not answer." },
    { type: "footer", inlines: [text("Fifteen articles read")] },
  ],
  detail: [
    { type: "heading", text: "Detail heading" },
    { type: "list", items: [[text("Detail item")]] },
  ],
};

const IN_ORDER = [
  "Everything on quad",
  "First heading",
  "A plain sentence.",
  "A strong one.",
  "Harbour Courier",
  "Item one",
  "Item two",
  "We agreed on trade.",
  "Jane Doe, minister",
  "Place",
  "Harbour City",
  "One source did not answer.",
  "Fifteen articles read",
  "Detail heading",
  "Detail item",
];

export function describeChat(name: string, createDriver: () => Promise<ChatDriver>): void {
  describe(`${name} as a front of the desk`, () => {
    let driver: ChatDriver | null = null;
    afterEach(async () => {
      await driver?.stop();
      driver = null;
    });

    async function start(): Promise<ChatDriver> {
      driver = await createDriver();
      return driver;
    }

    /** The newest answer, once there are `count` of them. */
    async function answerOf(front: ChatDriver, count: number): Promise<SeenAnswer> {
      return until(async () => {
        const seen = await front.seen();
        expect(seen).toHaveLength(count);
        return seen.at(-1) as SeenAnswer;
      });
    }

    it.each(INTENTS)("hands over what was asked for: %o", async (intent) => {
      const front = await start();
      await front.ask(intent);
      await until(() => expect(front.desk.asked).toHaveLength(1));
      const [asked] = front.desk.asked;
      expect(JSON.parse(JSON.stringify(asked?.intent))).toEqual(intent);
      expect(asked?.asker.platform).toBe(front.platform);
      expect(asked?.asker.workspaceId.split(":")[0]).toBe(front.platform);
    });

    it("shows every part of a document in its order", async () => {
      const front = await start();
      front.desk.answerNext(() => replyOf(EVERYTHING, "quad"));
      await front.ask({ kind: "briefing", topic: "quad" });
      const words = await until(async () => {
        const all = (await front.seen()).map((answer) => answer.words).join("\n");
        expect(all).toContain("Detail item");
        return all;
      });
      const places = IN_ORDER.map((part) => [part, words.indexOf(part)] as const);
      expect(places.filter(([, at]) => at < 0)).toEqual([]);
      expect(places.map(([part]) => part)).toEqual([...places].sort((a, b) => a[1] - b[1]).map(([part]) => part));
    });

    it("links every citation to its article, at the passage", async () => {
      const front = await start();
      await front.ask({ kind: "briefing", topic: "quad" });
      const answer = await answerOf(front, 1);
      // A terminal lists each article once, at the first passage of it that was cited.
      const passage = front.platform === "terminal" ? "The%20ministers%20spoke" : "We%20agreed%20on%20trade";
      expect(answer.links).toContainEqual({ label: "Harbour Courier", url: `https://courier.example/talks#:~:text=${passage}` });
    });

    it("shows what is for the asker to the asker", async () => {
      const front = await start();
      front.desk.answerNext(() => noteTo("Only for you."));
      await front.ask({ kind: "help" });
      const answer = await answerOf(front, 1);
      expect(answer.words).toContain("Only for you.");
      expect(answer.isShared).toBe(front.platform === "terminal");
    });

    it("offers the next steps in their order, and does what is chosen", async () => {
      const front = await start();
      await front.ask({ kind: "briefing", topic: "quad" });
      const answer = await answerOf(front, 1);
      expect(answer.buttons.slice(0, 2)).toEqual(["Quotes", "Meetings"]);
      await front.press("Quotes");
      const page = await answerOf(front, 2);
      expect(page.words).toContain("Quote 1 on quad.");
      expect(JSON.parse(JSON.stringify(front.desk.asked.at(-1)?.intent))).toEqual({ kind: "quotes", about: "quad" });
    });

    it("takes a question below an answer as a follow-up on its topic", async () => {
      const front = await start();
      await front.ask({ kind: "briefing", topic: "quad" });
      await answerOf(front, 1);
      await front.followUp("Who else was there?");
      const answer = await answerOf(front, 2);
      expect(answer.words).toContain("Asked about quad: Who else was there?");
      expect(front.desk.followUps).toHaveLength(1);
    });

    it("answers in the order in which it was asked", async () => {
      const front = await start();
      for (const topic of ["one", "two", "three"]) {
        await front.ask({ kind: "quotes", about: topic });
        await until(async () => expect((await front.seen()).at(-1)?.words).toContain(`Quotes: ${topic}`));
      }
      expect((await front.seen()).map(({ words }) => words.match(/Quotes: (\w+)/)?.[1])).toEqual(["one", "two", "three"]);
    });

    it("says in a sentence that the desk failed, and goes on", async () => {
      const front = await start();
      front.desk.answerNext(() => {
        throw new Error("secret detail");
      });
      await front.ask({ kind: "status" });
      const failed = await answerOf(front, 1);
      // At a prompt the reader is who runs the program, and is told.
      if (front.platform === "terminal") expect(failed.words).toContain("Unexpected error: secret detail");
      else {
        expect(failed.words).toMatch(/Something went wrong/);
        expect(failed.words).not.toContain("secret detail");
      }
      await front.ask({ kind: "help" });
      expect((await answerOf(front, 2)).words).toContain("Try /briefing");
    });
  });
}
