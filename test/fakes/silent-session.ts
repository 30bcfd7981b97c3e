import type { Session } from "../../src/adapters/terminal/program.ts";
import type { Reply } from "../../src/domain/chat/chat.ts";
import type { Intent } from "../../src/domain/chat/intent.ts";
import { SUNDAY } from "./typed.ts";

/** A session over nothing, whose answers are its intents by name. */
export function silentSession(asked: Intent[]): Session {
  const reply = (title: string): Reply => ({
    document: { title, audience: "channel", blocks: [], detail: [] },
    data: {},
    files: [],
    topic: null,
  });
  return {
    async answer(intent) {
      asked.push(intent);
      return reply(`Answer to ${intent.kind}`);
    },
    giveHeader: async () => reply("Header"),
    moment: () => SUNDAY,
    suggest: async () => [],
    async *ingest() {},
    async *replayWatches() {},
    async *export() {},
    async *readAddress() {},
    deliverDigests: async () => ({ count: 0, failures: [] }),
    pollSources: async () => ({
      polled: { sources: 0, unchanged: 0, failed: 0, left: 0 },
      read: { new: 0, updated: 0, unchanged: 0, dropped: 0, later: 0 },
      told: [],
      faults: [],
    }),
    close: async () => undefined,
  };
}
