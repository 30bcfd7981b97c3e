import { newsFor } from "../../digest/compose-news.ts";
import { DIGEST_TIMINGS, type DigestTimings, maxLeaseMs } from "../../digest/digest-timings.ts";
import { workSlot } from "../../digest/work-slot.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import type { Document } from "../../domain/chat/document.ts";
import { isAskedFor, type Subscription } from "../../domain/digests/digest.ts";
import type { DigestPoster } from "../../domain/digests/digest-poster.ts";
import type { DueSlot } from "../../domain/digests/digest-store.ts";
import { AppError } from "../../domain/errors.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { showNews } from "./preview-digest.ts";

/** No server stands between: nothing arrives later than it was printed. */
const TERMINAL_TIMINGS: DigestTimings = { ...DIGEST_TIMINGS, apiTimeoutMs: 0, lookAgainMs: 0 };
const DUE_LOOKED_AT = 500;

/** Works the slots that were asked for at a terminal, up to the first that prints: an interrupted command may have left one behind. */
export async function printDigest(context: CommandContext, subscription: Subscription): Promise<Reply> {
  for (;;) {
    const due = await nextAskedFor(context, subscription);
    if (due === null)
      throw new AppError("store-busy", "Another process is printing a digest on these topics. Try again in a minute.");
    const printed = await printSlot(context, due);
    if (printed !== null) return reply(printed.document, printed.data, subscription.topics[0] ?? null);
  }
}

async function nextAskedFor({ store, clock }: CommandContext, { id }: Subscription): Promise<DueSlot | null> {
  const query = { platforms: ["terminal"], nowMs: clock.now(), maxLeaseMs: maxLeaseMs(TERMINAL_TIMINGS), limit: DUE_LOOKED_AT };
  const due = await store.digests.slots.due(query);
  return due.find(({ subscription, slot }) => subscription.id === id && isAskedFor(slot)) ?? null;
}

/** Null if the slot printed nothing, because another process has it or printed it before. */
async function printSlot(context: CommandContext, due: DueSlot): Promise<Pick<Reply, "document" | "data"> | null> {
  const { store, clock, stopwatch, holidays } = context;
  const poster = createTerminalPoster();
  let data: object = {};
  await workSlot(due, {
    store: store.digests,
    clock,
    stopwatch,
    holidays,
    timings: TERMINAL_TIMINGS,
    poster,
    render: poster.render,
    isStopping: () => false,
    async compose(subscription, { told, reason, nowMs }) {
      const { language, timeZone } = subscription;
      const asked = await newsFor(store.digests.subscriptions, subscription, { told, nowMs });
      const shown = await showNews(context, asked, { language, reason, timeZone });
      data = shown.data;
      return shown;
    },
  });
  const document = poster.printed();
  return document === null ? null : { document, data };
}

interface TerminalPoster extends DigestPoster {
  /** What the command is to print; null before anything is posted. */
  printed(): Document | null;
}

/** Posts a digest as the answer of the command that asks for it. A terminal keeps no messages, so none is found later. */
function createTerminalPoster(): TerminalPoster {
  let rendered: Document | null = null;
  let printed: Document | null = null;
  return {
    platform: "terminal",
    async render(_workspaceId, document) {
      rendered = document;
      // The store needs to know only that there is a message.
      return [{}];
    },
    async post({ key }, mayLeave) {
      if (!(await mayLeave())) return { kind: "withheld" };
      printed = rendered;
      return { kind: "posted", messageId: key };
    },
    find: async () => ({ kind: "absent" }),
    tell: async () => false,
    printed: () => printed,
  };
}
