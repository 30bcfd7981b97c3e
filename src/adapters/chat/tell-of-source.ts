import { createHash } from "node:crypto";
import type { Logger } from "pino";
import type { Action, Document } from "../../domain/chat/document.ts";
import type { Clock } from "../../domain/clock.ts";
import type { DigestMessage, DigestPoster } from "../../domain/digests/digest-poster.ts";
import type { Source } from "../../domain/sources/source.ts";
import type { SourceNews } from "../../domain/sources/source-store.ts";
import { sayNews } from "../../ingest/sources/say-news.ts";

/** A platform's clock may be off by so much: from then on a message is looked for whose answer was lost. */
const CLOCK_LEEWAY_MS = 3_600_000;

/** Reports on sources in the channel where they were added, or else to the people who added them. Returns the sources for which it could tell nobody. */
export function createSourceTeller(posters: DigestPoster[], clock: Clock, logger: Logger) {
  return async (news: SourceNews): Promise<Source[]> => {
    const { kind, workspaceId, addedIn, sources } = news;
    const sourceIds = sources.slice(0, 20).map(({ id }) => id);
    logger.warn({ sourceIds, sources: sources.length, workspaceId, kind }, "Source status changed");
    // On a terminal nobody sits and waits: the list of sources shows it.
    if (addedIn === null || addedIn.platform === "terminal") return [];
    const poster = posters.find((each) => each.platform === addedIn.platform);
    if (poster === undefined) return sources;
    const { channelId } = addedIn;
    const [payload] = await poster.render(workspaceId, documentOf(news));
    if (payload === undefined) return sources;
    const nowMs = clock.now();
    const message = { workspaceId, channelId, key: keyOf(news, nowMs), payload, rootId: null, topic: null };
    if (await isPosted(poster, message, nowMs - CLOCK_LEEWAY_MS)) return [];
    return tellPeople(poster, news, channelId);
  };
}

/** Each hears of their own. */
async function tellPeople(poster: DigestPoster, news: SourceNews, channelId: string): Promise<Source[]> {
  const { kind, workspaceId } = news;
  const unheard: Source[] = [];
  for (const userId of new Set(news.sources.map(({ addedBy }) => addedBy))) {
    const sources = news.sources.filter(({ addedBy }) => addedBy === userId);
    const isTold = userId !== null && (await poster.tell({ workspaceId, userId, channelId }, sayNews({ kind, sources })));
    if (!isTold) unheard.push(...sources);
  }
  return unheard;
}

/** Discord takes a nonce of at most 25 characters. */
const KEY_CHARACTERS = 24;

/** Whoever tells has marked the rows, so that nobody else tells the same: the key only has to find this one message again. */
function keyOf({ kind, workspaceId, sources }: SourceNews, nowMs: number): string {
  const named = JSON.stringify([workspaceId, kind, nowMs, ...sources.map(({ id }) => id)]);
  return createHash("sha256").update(named).digest("base64url").slice(0, KEY_CHARACTERS);
}

/** An answer that was lost is looked for in the channel, so that nobody hears the same twice; where nobody can look, it counts as arrived. */
async function isPosted(poster: DigestPoster, message: DigestMessage, sinceMs: number): Promise<boolean> {
  const outcome = await poster.post(message, async () => true);
  if (outcome.kind === "posted") return true;
  if (outcome.kind !== "transient" || !outcome.maybePosted) return false;
  return (await poster.find(message, sinceMs)).kind !== "absent";
}

function documentOf(news: SourceNews): Document {
  const [first, ...others] = news.sources;
  const why: Action[] =
    first === undefined || others.length > 0
      ? [{ label: "List", intent: { kind: "sources-manage", action: "list" } }]
      : [{ label: "What happened", intent: { kind: "sources-manage", action: "why", target: first.url } }];
  return {
    title: others.length > 0 ? "Sources of this channel" : "A source of this channel",
    audience: "channel",
    blocks: [
      { type: "notice", tone: news.kind === "working" ? "info" : "warning", text: sayNews(news) },
      { type: "actions", actions: why },
    ],
    detail: [],
  };
}
