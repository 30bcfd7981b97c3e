import { DIGEST_TIMINGS, type DigestTimings, maxLeaseMs } from "../../digest/digest-timings.ts";
import { createWatchMatcher } from "../../digest/watches/create-watch-matcher.ts";
import { workSlot } from "../../digest/work-slot.ts";
import type { Document } from "../../domain/chat/document.ts";
import type { DigestMessage, DigestPoster } from "../../domain/digests/digest-poster.ts";
import type { CommandContext } from "../command-context.ts";
import type { ModelDeps } from "../evidence/watched-writer.ts";
import { createPostingComposer } from "./compose-posting.ts";

/** Nothing stands between a digest and its file: nothing arrives later than it was written. */
const FILE_TIMINGS: DigestTimings = { ...DIGEST_TIMINGS, apiTimeoutMs: 0, lookAgainMs: 0 };
const DUE_LOOKED_AT = 500;
const FILE = "file:";

/** The channel of a digest that is delivered into a file, which stands under its whole path. */
export function fileChannel(path: string): string {
  return `${FILE}${path}`;
}

/** The file that a digest of the terminal is delivered into; null is standard output. */
export function fileOf(channelId: string): string | null {
  return channelId.startsWith(FILE) ? channelId.slice(FILE.length) : null;
}

/** Where the terminal's digests go. A null file is standard output. */
export interface DigestOutlet {
  render(document: Document): string;
  /** Adds a digest at the end. Throws where it cannot be written. */
  write(file: string | null, digest: { key: string; text: string }): Promise<void>;
  /** Whether the digest with this key is there already; of standard output nobody knows. */
  has(file: string | null, key: string): Promise<boolean>;
}

interface Delivered {
  count: number;
  /** A sentence for each that could not be written; it is tried again next time. */
  failures: string[];
}

/** Delivers what is due of the terminal's digests and watches, each once: for cron, as no process of the terminal's runs by itself. */
export async function deliverDigests(context: CommandContext, model: ModelDeps, outlet: DigestOutlet): Promise<Delivered> {
  const { store, clock, stopwatch, workspaceId, holidays } = context;
  await createWatchMatcher(store, clock).match();
  const failures: string[] = [];
  const poster = createFilePoster(outlet, failures);
  const compose = createPostingComposer(store, clock, model);
  const shared = { store: store.digests, clock, stopwatch, holidays, timings: FILE_TIMINGS };
  const tools = { ...shared, poster, render: poster.render, compose };
  const query = { platforms: ["terminal"], nowMs: clock.now(), maxLeaseMs: maxLeaseMs(FILE_TIMINGS), limit: DUE_LOOKED_AT };
  let count = 0;
  for (const due of await store.digests.slots.due(query)) {
    if (due.subscription.workspaceId !== workspaceId) continue;
    const result = await workSlot(due, { ...tools, isStopping: () => false });
    if (result.kind === "done" && result.state === "posted") count += 1;
  }
  return { count, failures: [...new Set(failures)] };
}

function createFilePoster(outlet: DigestOutlet, failures: string[]): DigestPoster {
  return {
    platform: "terminal",
    render: async (_workspaceId, document) => [{ text: outlet.render(document) }],
    async post(message, mayLeave) {
      if (!(await mayLeave())) return { kind: "withheld" };
      const file = fileOf(message.channelId);
      try {
        await outlet.write(file, { key: message.key, text: textOf(message) });
      } catch {
        failures.push(`Could not write a digest to ${file ?? "standard output"}. It comes with the next delivery.`);
        return { kind: "transient", maybePosted: true, code: "not_written" };
      }
      return { kind: "posted", messageId: message.key };
    },
    async find({ channelId, key }) {
      return (await outlet.has(fileOf(channelId), key)) ? { kind: "found", messageId: key, removed: 0 } : { kind: "absent" };
    },
    tell: async () => false,
  };
}

function textOf({ payload }: DigestMessage): string {
  return "text" in payload && typeof payload.text === "string" ? payload.text : "";
}
