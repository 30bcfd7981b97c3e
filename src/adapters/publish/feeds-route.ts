import type { CommandContext } from "../../commands/command-context.ts";
import { subscribedCalendar } from "../../commands/evidence/calendar-file.ts";
import { topicOfAddress } from "../../commands/feeds/answer-feeds.ts";
import { gatherFeed } from "../../commands/feeds/gather-feed.ts";
import { gatherPlans } from "../../commands/feeds/gather-plans.ts";
import type { Clock } from "../../domain/clock.ts";
import type { AccessRecord } from "../../domain/workspace/access.ts";
import type { Access } from "../http/open-access.ts";
import { type Route, refuse } from "../http/route.ts";
import { tagged } from "../http/tagged.ts";
import { writeAtom, writeJsonFeed } from "./write-feeds.ts";

const PATH = /^\/feeds\/(att_[\w-]{1,200})\/(atom\.xml|feed\.json|calendar\.ics)$/;
/** Readers come every few minutes; what they get is made once in that time. */
const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 200;
const DAY_MS = 86_400_000;
const MEDIA_TYPES: Record<string, string> = {
  "atom.xml": "application/atom+xml; charset=utf-8",
  "feed.json": "application/feed+json; charset=utf-8",
  "calendar.ics": "text/calendar; charset=utf-8",
};

interface FeedsDeps {
  access: Access;
  clock: Clock;
  /** The address by which others reach the server. */
  webUrl: string;
  verbatimWords: number;
  /** What commands work with, as nobody in particular. */
  contextOf(workspaceId: string): CommandContext;
}

/** `/feeds`: Atom, JSON Feed and calendars at the secret addresses that were given out. */
export function createFeedsRoute(deps: FeedsDeps): Route {
  const kept = new Map<string, { text: string; atMs: number }>();
  return (request, caller) => {
    const [, key, file] = PATH.exec(new URL(request.url).pathname) ?? [];
    if (key === undefined || file === undefined) return null;
    return answer(key, file);

    async function answer(key: string, file: string): Promise<Response> {
      if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Use GET.", { allow: "GET, HEAD" });
      const record = await deps.access.open(key, caller, file === "calendar.ics" ? ["calendar"] : ["feed", "digest"]);
      if (record instanceof Response) return record.status === 401 ? refuse(404, "There is nothing at this address.") : record;
      const text = await textOf(record, file, `${deps.webUrl}/feeds/${key}/${file}`);
      return tagged(request, { text, mediaType: MEDIA_TYPES[file] ?? "text/plain", headers: { "x-robots-tag": "noindex" } });
    }
  };

  async function textOf(record: AccessRecord, file: string, address: string): Promise<string> {
    const name = `${record.id} ${file}`;
    const nowMs = deps.clock.now();
    const known = kept.get(name);
    if (known !== undefined && nowMs - known.atMs < KEPT_MS) return known.text;
    const text = file === "calendar.ics" ? await calendarOf(record) : await feedOf(record, file, address);
    kept.delete(name);
    kept.set(name, { text, atMs: nowMs });
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
    return text;
  }

  async function feedOf(record: AccessRecord, file: string, address: string): Promise<string> {
    const about = record.scope === "digest" ? "digest" : "feed";
    const wanted = { topic: record.label, about, verbatimWords: deps.verbatimWords } as const;
    const feed = await gatherFeed(deps.contextOf(record.workspaceId), wanted);
    const published = { feed, address, id: `urn:attache:feed:${record.id}` };
    return file === "atom.xml" ? writeAtom(published) : writeJsonFeed(published);
  }

  async function calendarOf(record: AccessRecord): Promise<string> {
    const context = deps.contextOf(record.workspaceId);
    const { label, meetings } = await gatherPlans(context, topicOfAddress(record), deps.verbatimWords);
    // Of one day one stamp: what has not changed keeps its tag.
    const stampMs = Math.floor(deps.clock.now() / DAY_MS) * DAY_MS;
    return subscribedCalendar(meetings, { stampMs, name: `Meetings: ${label ?? "all"}`, of: record.id });
  }
}
