import type { DigestMessage, DigestPoster, FindOutcome, PostOutcome } from "../../src/domain/digest-poster.ts";
import { type Document, paragraph, text } from "../../src/domain/document.ts";

interface PostedMessage extends DigestMessage {
  messageId: string;
}

/** A platform in memory: it keeps what is posted, and fails as it is told to. */
export interface FakePoster extends DigestPoster {
  readonly posted: PostedMessage[];
  readonly told: { userId: string; channelId: string | null; sentence: string }[];
  readonly looked: string[];
  /** The next posts end so; `arrives` says whether the message is in the channel all the same. */
  failNext(outcome: PostOutcome, arrives?: boolean): void;
  /** The next looks end so. */
  failLook(outcome: FindOutcome): void;
}

export function createFakePoster(): FakePoster {
  const posted: PostedMessage[] = [];
  const told: FakePoster["told"] = [];
  const looked: string[] = [];
  const failures: { outcome: PostOutcome; arrives: boolean }[] = [];
  const looks: FindOutcome[] = [];
  const keep = (message: DigestMessage) => {
    const messageId = `m${posted.length + 1}`;
    posted.push({ ...message, messageId });
    return messageId;
  };
  return {
    platform: "slack",
    posted,
    told,
    looked,
    failNext: (outcome, arrives = false) => void failures.push({ outcome, arrives }),
    failLook: (outcome) => void looks.push(outcome),
    render: async (_workspaceId, document) => [document, ...document.detail],
    async post(message) {
      const failure = failures.shift();
      if (failure === undefined) return { kind: "posted", messageId: keep(message) };
      if (failure.arrives) keep(message);
      return failure.outcome;
    },
    async find({ key }) {
      looked.push(key);
      const found = posted.find((message) => message.key === key);
      return looks.shift() ?? (found === undefined ? { kind: "absent" } : { kind: "found", messageId: found.messageId });
    },
    async tell({ userId, channelId }, sentence) {
      told.push({ userId, channelId, sentence });
      return true;
    },
  };
}

/** A digest of one message and a detail in its thread. */
export function digestOf(words: string): Document {
  return { title: "Digest", audience: "channel", blocks: [paragraph(text(words))], detail: [paragraph(text("The detail."))] };
}
