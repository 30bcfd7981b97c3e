import { type Document, paragraph, text } from "../../src/domain/chat/document.ts";
import type { DigestMessage, DigestPoster, FindOutcome, PostOutcome } from "../../src/domain/digests/digest-poster.ts";

interface PostedMessage extends DigestMessage {
  messageId: string;
}

/** Lets every request out: who posts by itself holds no lease. */
export const always = async () => true;

/** A platform in memory: it keeps what is posted, and fails as it is told to. */
export interface FakePoster extends DigestPoster {
  readonly posted: PostedMessage[];
  readonly told: { userId: string; channelId: string | null; sentence: string }[];
  readonly looked: string[];
  /** The keys of copies that were deleted. */
  readonly removed: string[];
  /** The next posts end so; the message is in the channel all the same where it `arrives`: so long after. */
  failNext(outcome: PostOutcome, arrives?: number | null): void;
  /** The next looks end so. */
  failLook(outcome: FindOutcome): void;
}

export function createFakePoster(nowMs: () => number = () => 0): FakePoster {
  const posted: PostedMessage[] = [];
  const told: FakePoster["told"] = [];
  const looked: string[] = [];
  const failures: { outcome: PostOutcome; arrives: number | null }[] = [];
  const underWay: { message: DigestMessage; atMs: number }[] = [];
  const looks: FindOutcome[] = [];
  const removed: string[] = [];
  let count = 0;
  const keep = (message: DigestMessage) => {
    count += 1;
    posted.push({ ...message, messageId: `m${count}` });
    return `m${count}`;
  };
  const arrive = () => {
    for (const each of underWay.filter(({ atMs }) => atMs <= nowMs())) {
      underWay.splice(underWay.indexOf(each), 1);
      keep(each.message);
    }
  };
  return {
    platform: "slack",
    posted,
    told,
    looked,
    removed,
    failNext: (outcome, arrives = null) => void failures.push({ outcome, arrives }),
    failLook: (outcome) => void looks.push(outcome),
    render: async (_workspaceId, document) => [document, ...document.detail],
    async post(message, mayLeave) {
      if (!(await mayLeave())) return { kind: "withheld" };
      arrive();
      const failure = failures.shift();
      if (failure === undefined) return { kind: "posted", messageId: keep(message) };
      if (failure.arrives !== null) underWay.push({ message, atMs: nowMs() + failure.arrives });
      return failure.outcome;
    },
    async find({ key }) {
      arrive();
      looked.push(key);
      const [first, ...copies] = posted.filter((message) => message.key === key);
      for (const copy of copies) posted.splice(posted.indexOf(copy), 1);
      removed.push(...copies.map((copy) => copy.key));
      const found = first === undefined ? null : { messageId: first.messageId, removed: copies.length };
      return looks.shift() ?? (found === null ? { kind: "absent" } : { kind: "found", ...found });
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
