import type { Logger } from "pino";
import type { DigestPoster } from "../../domain/digest-poster.ts";
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
    const key = `source:${source.id}:${source.failure?.sinceMs ?? 0}:${source.failure?.isTold === true ? "over" : "begun"}`;
    const outcome = await poster.post({ workspaceId, channelId, key, payload, rootId: null, topic: null });
    if (outcome.kind === "posted") return true;
    return addedBy !== null && (await poster.tell({ workspaceId, userId: addedBy, channelId }, sentence));
  };
}

function documentOf(source: Source, sentence: string): Document {
  const target = source.url;
  return {
    title: "A source of this channel",
    audience: "channel",
    blocks: [
      { type: "notice", tone: source.failure?.isTold === true ? "info" : "warning", text: sentence },
      { type: "actions", actions: [{ label: "What happened", intent: { kind: "sources-manage", action: "why", target } }] },
    ],
    detail: [],
  };
}
