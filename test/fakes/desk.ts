import type { ActionStore, Asker, Desk, EventLog, FollowUp, PostedDocument, Reply } from "../../src/domain/chat/chat.ts";
import { type Document, type Inline, paragraph, text } from "../../src/domain/chat/document.ts";
import type { Intent } from "../../src/domain/chat/intent.ts";

/**
 * A desk that works: it answers every intent with a small document, keeps threads and conversations, and remembers what it was
 * asked. What it says of a topic is invented, so that an answer is recognised by the topic in it.
 */
export interface FakeDesk extends Desk {
  readonly asked: { asker: Asker; intent: Intent }[];
  readonly followUps: FollowUp[];
  readonly forgotten: string[];
  readonly lost: { workspaceId: string; channelId: string; why: string }[];
  readonly threads: Map<string, string | null>;
  readonly posted: (Omit<PostedDocument, "document"> & { workspaceId: string })[];
  /** Answers wait until the function that comes back is called. */
  hold(): () => void;
  /** The next answer is this one instead; a function may throw. */
  answerNext(make: () => Reply): void;
}

export function createFakeDesk(): FakeDesk {
  const asked: FakeDesk["asked"] = [];
  const followUps: FollowUp[] = [];
  const forgotten: string[] = [];
  const lost: FakeDesk["lost"] = [];
  const threads = new Map<string, string | null>();
  const posted: FakeDesk["posted"] = [];
  const scripted: (() => Reply)[] = [];
  let gate: Promise<void> = Promise.resolve();

  return {
    asked,
    followUps,
    forgotten,
    lost,
    threads,
    posted,
    async answer(asker, intent) {
      asked.push({ asker, intent });
      await gate;
      return scripted.shift()?.() ?? answerTo(intent);
    },
    async followUp(question) {
      followUps.push(question);
      await gate;
      const scriptedReply = scripted.shift()?.();
      if (scriptedReply !== undefined) return scriptedReply;
      const topic = threads.get(threadKey(question.asker.workspaceId, question.asker.threadId ?? "")) ?? null;
      return replyOf(answerDocument(question.question, topic), topic);
    },
    async isOurThread(workspaceId, threadId) {
      return threads.has(threadKey(workspaceId, threadId));
    },
    async openThread(workspaceId, threadId, topic) {
      threads.set(threadKey(workspaceId, threadId), topic);
    },
    async notePosted(workspaceId, { document: _, ...thread }) {
      posted.push({ workspaceId, ...thread });
    },
    async forgetQuestion(_workspaceId, questionId) {
      forgotten.push(questionId);
    },
    async loseChannel(workspaceId, channelId, why) {
      lost.push({ workspaceId, channelId, why });
    },
    async suggest(_workspaceId, { what, typed, limit }) {
      const known = what === "topic" ? ["india-japan", "india-france", "quad"] : ["Jane Doe", "Jan Novak"];
      return known.filter((name) => name.toLowerCase().startsWith(typed.toLowerCase())).slice(0, limit);
    },
    hold() {
      let release: () => void = () => undefined;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    answerNext(make) {
      scripted.push(make);
    },
  };
}

function threadKey(workspaceId: string, threadId: string): string {
  return `${workspaceId} ${threadId}`;
}

export function replyOf(document: Document, topic: string | null = null): Reply {
  return { document, data: { title: document.title }, files: [], topic };
}

/** An asker's document with one sentence, such as an error is. */
export function noteTo(words: string): Reply {
  return replyOf({ title: "", audience: "asker", blocks: [{ type: "notice", tone: "info", text: words }], detail: [] });
}

export function courier(passage: string): Inline {
  const citation = { articleId: "a1", start: 0, end: passage.length, text: passage };
  return { type: "source", link: { label: "Harbour Courier", url: "https://courier.example/talks", citation } };
}

function answerTo(intent: Intent): Reply {
  switch (intent.kind) {
    case "briefing":
      return replyOf(briefing(intent.topic), intent.topic);
    case "meetings":
      return {
        ...noteTo(`Meetings about ${intent.about ?? "everything"}.`),
        files: [{ name: "meetings.ics", mediaType: "text/calendar", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" }],
      };
    case "quotes":
      return replyOf(quotePage(intent.about ?? "everything", intent.page ?? 1));
    case "help":
      return noteTo("Try /briefing india-japan.");
    case "status":
      return noteTo("All sources answer.");
    default:
      return noteTo(`Asked for ${JSON.stringify(intent)}.`);
  }
}

export function briefing(topic: string): Document {
  return {
    title: `Briefing: ${topic}`,
    audience: "channel",
    blocks: [
      paragraph(text(`The ministers spoke about ${topic}. `), courier("The ministers spoke")),
      { type: "quote", text: `We agreed on ${topic}.`, attribution: [text("Jane Doe, "), courier("We agreed on trade.")] },
      {
        type: "actions",
        actions: [
          { label: "Quotes", intent: { kind: "quotes", about: topic } },
          { label: "Meetings", intent: { kind: "meetings", about: topic } },
        ],
      },
    ],
    detail: [
      { type: "heading", text: "Meetings" },
      { type: "list", items: [[text(`Talks on ${topic}`)]] },
    ],
  };
}

function quotePage(about: string, page: number): Document {
  const turn = (label: string, to: number) => ({ label, intent: { kind: "quotes" as const, about, page: to } });
  return {
    title: `Quotes: ${about}, page ${page}`,
    audience: "asker",
    blocks: [
      { type: "quote", text: `Quote ${page} on ${about}.`, attribution: [text("Jane Doe")] },
      { type: "actions", actions: page > 1 ? [turn("Back", page - 1), turn("More", page + 1)] : [turn("More", page + 1)] },
    ],
    detail: [],
  };
}

function answerDocument(question: string, topic: string | null): Document {
  const words = topic === null ? `Asked: ${question}` : `Asked about ${topic}: ${question}`;
  return { title: "", audience: "channel", blocks: [paragraph(text(`${words} `), courier("They said so."))], detail: [] };
}

/** Ids by content, so that the same intent in one workspace has the same id. */
export function createFakeActions(): ActionStore {
  const ids = new Map<string, { id: string; intent: Intent }>();
  return {
    async put(workspaceId, intents) {
      return intents.map((intent) => {
        const key = `${workspaceId} ${JSON.stringify(intent)}`;
        const kept = ids.get(key) ?? { id: `act${ids.size + 1}`, intent };
        ids.set(key, kept);
        return kept.id;
      });
    },
    async get(workspaceId, id) {
      for (const [key, kept] of ids) if (kept.id === id && key.startsWith(`${workspaceId} `)) return kept.intent;
      return null;
    },
  };
}

export function createFakeEvents(): EventLog & { readonly claimed: Set<string> } {
  const claimed = new Set<string>();
  return {
    claimed,
    async claim(key) {
      if (claimed.has(key)) return false;
      claimed.add(key);
      return true;
    },
  };
}
