import { createHash } from "node:crypto";
import type { Logger } from "pino";
import type { DigestMessage, DigestPoster } from "../../domain/digest-poster.ts";
import type { Document } from "../../domain/document.ts";
import type { Source } from "../../domain/source.ts";

/** Tells of a source in the channel that it was added in, or else the person who added it. False where neither heard of it. */
export function createSourceTeller(posters: DigestPoster[], logger: Logger) {
  return async (source: Source, sentence: string): Promise<boolean> => {
    const { workspaceId, addedIn, addedBy } = source;
    logger.warn({ sourceId: source.id, workspaceId, failures: source.failure?.count ?? 0 }, "A source fails, or works again");
    // On a terminal nobody sits and waits: the list of sources shows it.
    if (addedIn === null || addedIn.platform === "terminal") return true;
    const poster = posters.find((each) => each.platform === addedIn.platform);
    if (poster === undefined) return false;
    const { channelId } = addedIn;
    const [payload] = await poster.render(workspaceId, documentOf(source, sentence));
    if (payload === undefined) return false;
    const message = { workspaceId, channelId, key: keyOf(source), payload, rootId: null, topic: null };
    if (await isPosted(poster, message, source.failure?.sinceMs ?? 0)) return true;
    return addedBy !== null && (await poster.tell({ workspaceId, userId: addedBy, channelId }, sentence));
  };
}

/** Whether it is the end of a failure that people were told of. */
function isEnd({ failure, owesEnd }: Source): boolean {
  return owesEnd || failure?.isTold === true;
}

/** Discord takes a nonce of at most 25 characters. */
const KEY_CHARACTERS = 24;

/** One for each failure of a source, and one for its end. */
function keyOf(source: Source): string {
  const { workspaceId, id, createdAtMs, failure } = source;
  const named = JSON.stringify([workspaceId, id, createdAtMs, failure?.sinceMs ?? 0, isEnd(source)]);
  return createHash("sha256").update(named).digest("base64url").slice(0, KEY_CHARACTERS);
}

/** An answer that was lost is looked for in the channel, so that nobody hears the same twice. */
async function isPosted(poster: DigestPoster, message: DigestMessage, sinceMs: number): Promise<boolean> {
  const outcome = await poster.post(message);
  if (outcome.kind === "posted") return true;
  if (outcome.kind !== "transient" || !outcome.maybePosted) return false;
  return (await poster.find(message, sinceMs)).kind === "found";
}

function documentOf(source: Source, sentence: string): Document {
  const target = source.url;
  return {
    title: "A source of this channel",
    audience: "channel",
    blocks: [
      { type: "notice", tone: isEnd(source) ? "info" : "warning", text: sentence },
      { type: "actions", actions: [{ label: "What happened", intent: { kind: "sources-manage", action: "why", target } }] },
    ],
    detail: [],
  };
}
