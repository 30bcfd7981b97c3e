import { DIGEST_TIMINGS } from "../../../src/digest/digest-timings.ts";
import type { ChannelTrouble } from "../../../src/domain/digests/digest.ts";
import type { DigestMessage, DigestPoster, PostFailure } from "../../../src/domain/digests/digest-poster.ts";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

const SECOND = 1000;

export interface Arrival {
  key: string;
  channelId: string;
  isRoot: boolean;
  atMs: number;
}

/** A platform that is slow, busy, gone for days, and loses answers. What has reached it is in the channel whatever becomes of the sender. */
export interface SimulatedChat {
  poster: DigestPoster;
  arrivals: Arrival[];
  /** Channels in trouble. */
  troubles: Map<string, ChannelTrouble>;
  isDown: boolean;
  /** Whether it behaves: no pauses, no lost answers. */
  isCalm: boolean;
  counts: { limited: number; lostAnswers: number; refused: number; unreached: number; told: number };
}

export function createSimulatedChat(world: World, random: Random): SimulatedChat {
  const byKey = new Map<string, string>();
  const arrive = (message: DigestMessage): string => {
    const { key, channelId, rootId } = message;
    const messageId = `m${chat.arrivals.length + 1}`;
    // A second one with the same key would be found and deleted; here none may come.
    if (!byKey.has(key)) byKey.set(key, messageId);
    chat.arrivals.push({ key, channelId, isRoot: rootId === null, atMs: world.nowMs() });
    return messageId;
  };
  const chat: SimulatedChat = {
    poster: {
      platform: "slack",
      render: async (_workspaceId, document) => [{ document }, ...document.detail],
      async post(message, mayLeave) {
        await travel(world, random);
        if (!(await mayLeave())) return { kind: "withheld" };
        await travel(world, random);
        const failure = failureOf(chat, message, random);
        if (failure !== null && !("isLost" in failure)) return failure;
        // The sender gives up, and the platform takes the request all the same.
        if (failure !== null && random.chance(0.5)) {
          const givenUpMs = DIGEST_TIMINGS.apiTimeoutMs;
          const late = random.between(0, DIGEST_TIMINGS.graceMs);
          world.at(world.nowMs() + givenUpMs + late, () => arrive(message));
          await world.sleep(givenUpMs);
          return { kind: "transient", maybePosted: true, code: "timeout" };
        }
        const messageId = arrive(message);
        await travel(world, random);
        return failure === null ? { kind: "posted", messageId } : { kind: "transient", maybePosted: true, code: "timeout" };
      },
      async find({ key, channelId }) {
        await travel(world, random);
        if (chat.isDown) return { kind: "transient", maybePosted: true, code: "unreached" };
        const trouble = chat.troubles.get(channelId);
        if (trouble !== undefined) return { kind: "trouble", trouble, code: trouble };
        if (!chat.isCalm && random.chance(0.05)) return limited(chat, random);
        const messageId = byKey.get(key);
        return messageId === undefined ? { kind: "absent" } : { kind: "found", messageId, removed: 0 };
      },
      async tell() {
        chat.counts.told += 1;
        return true;
      },
    },
    arrivals: [],
    troubles: new Map(),
    isDown: false,
    isCalm: false,
    counts: { limited: 0, lostAnswers: 0, refused: 0, unreached: 0, told: 0 },
  };
  return chat;
}

/** Mostly a fraction of a second; sometimes it takes long, but no longer than a request may. */
function travel(world: World, random: Random): Promise<void> {
  return world.sleep(random.chance(0.02) ? random.between(1, 4.5) * SECOND : random.between(0.01, 0.3) * SECOND);
}

function failureOf(chat: SimulatedChat, { channelId }: DigestMessage, random: Random): PostFailure | { isLost: true } | null {
  if (chat.isDown) {
    chat.counts.unreached += 1;
    return { kind: "transient", maybePosted: random.chance(0.5), code: "unreached" };
  }
  const trouble = chat.troubles.get(channelId);
  if (trouble !== undefined) return { kind: "trouble", trouble, code: trouble };
  if (chat.isCalm) return null;
  if (random.chance(0.01)) return limited(chat, random);
  if (random.chance(0.003)) {
    chat.counts.lostAnswers += 1;
    return { isLost: true };
  }
  if (random.chance(0.0005)) {
    chat.counts.refused += 1;
    return { kind: "refused", code: "invalid_blocks" };
  }
  return null;
}

function limited(chat: SimulatedChat, random: Random): PostFailure {
  chat.counts.limited += 1;
  return {
    kind: "rate-limited",
    retryAfterMs: random.span(1, 60) * SECOND,
    scope: random.chance(0.5) ? "channel" : "platform",
  };
}
