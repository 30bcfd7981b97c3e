import { createHash } from "node:crypto";
import type { Quoted } from "../../documents/quoted.ts";
import { showText } from "../../domain/chat/show-text.ts";
import { isoDate } from "../../domain/clock.ts";
import { dateOf } from "../../domain/evidence/article-date.ts";
import type { ArticleBody, Citation } from "../../domain/evidence/records.ts";
import { findSources } from "../../evidence/find-sources.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { type CommandContext, topicOf } from "../command-context.ts";
import { gatherBriefing } from "../evidence/gather-briefing.ts";
import { createVerbatim, type Verbatim } from "../reads/verbatim.ts";

const ARTICLES = 30;
const PASSAGES = 2;
/** A digest has an entry for each of the newest days with news, out of the last weeks. */
const DAYS = 7;
const LOOKED_BACK_DAYS = 21;
const LOOKED_AT = 300;
const DAY_MS = 86_400_000;

/** An entry of a feed. `at` is when it came, `url` where it leads: null for an article without an address. */
export interface FeedEntry {
  id: string;
  title: string;
  url: string | null;
  at: string;
  author: string | null;
  quotes: Quoted[];
}

export interface GatheredFeed {
  title: string;
  entries: FeedEntry[];
}

interface Wanted {
  /** As it was typed. */
  topic: string;
  /** By it, entries of two feeds on one article have the same id, and those of two stores differ. */
  about: "feed" | "digest";
  verbatimWords: number;
}

/** What a feed on a topic holds now, newest first; a topic that nobody knows any more has no entries. */
export async function gatherFeed(context: CommandContext, { topic: typed, about, verbatimWords }: Wanted): Promise<GatheredFeed> {
  const topic = await topicOf(context, typed);
  const title = about === "feed" ? `Articles: ${topic?.label ?? typed}` : `Digest: ${topic?.label ?? typed}`;
  if (topic === null) return { title, entries: [] };
  const entries = about === "feed" ? articleEntries(context, topic, verbatimWords) : dayEntries(context, topic, verbatimWords);
  return { title, entries: await entries };
}

/** An entry for each article: the first sentences of its summary, and where it stands. */
async function articleEntries({ store, workspaceId }: CommandContext, topic: Topic, words: number): Promise<FeedEntry[]> {
  const found = await findSources(store.articles, workspaceId, { topic, limit: ARTICLES });
  const bodies = await store.articles.load(
    workspaceId,
    found.map(({ id }) => id),
  );
  const verbatim = createVerbatim(words);
  const entries = bodies.map((body): FeedEntry => {
    const { id, url, title, publisher, firstSeenAt } = body;
    return {
      id: idOf(workspaceId, `article ${id}`),
      title: oneLine(title ?? publisher ?? id),
      url,
      at: firstSeenAt,
      author: publisher === null ? null : oneLine(publisher),
      quotes: body.summary.slice(0, PASSAGES).flatMap((range) => quotedFrom(verbatim, body, citationOf(body, range)) ?? []),
    };
  });
  return entries.sort((a, b) => b.at.localeCompare(a.at));
}

/** An entry for each day: the lines of its briefing. The local engine writes it, so that no reader of a feed spends the model's budget. */
async function dayEntries(context: CommandContext, topic: Topic, words: number): Promise<FeedEntry[]> {
  const { store, workspaceId, clock } = context;
  const since = isoDate(clock.now() - LOOKED_BACK_DAYS * DAY_MS);
  const found = await findSources(store.articles, workspaceId, { topic, since, limit: LOOKED_AT });
  const days = [...new Set(found.map(dateOf))].sort().reverse().slice(0, DAYS);
  const entries: FeedEntry[] = [];
  for (const day of days) {
    const briefing = await gatherBriefing(context, { topic, period: { since: day, until: day } });
    if (briefing === null) continue;
    const bodies = new Map([...briefing.articles, ...briefing.others].map((body) => [body.id, body]));
    const verbatim = createVerbatim(words);
    const cited = briefing.sentences.flatMap(({ citations }) => citations.slice(0, 1));
    const quotes = cited.flatMap((citation) => {
      const body = bodies.get(citation.articleId);
      return body === undefined ? [] : (quotedFrom(verbatim, body, citation) ?? []);
    });
    const newest = briefing.articles.map(({ firstSeenAt }) => firstSeenAt).sort();
    entries.push({
      id: idOf(workspaceId, `digest ${topic.text} ${day}`),
      title: `${topic.label}, ${day}`,
      url: null,
      at: newest.at(-1) ?? `${day}T00:00:00.000Z`,
      author: null,
      quotes,
    });
  }
  return entries;
}

function citationOf({ id, text }: ArticleBody, { start, end }: { start: number; end: number }): Citation {
  return { articleId: id, start, end, text: text.slice(start, end) };
}

function quotedFrom(verbatim: Verbatim, { url, publisher, publishedAt, title }: ArticleBody, citation: Citation): Quoted | null {
  const quoted = verbatim.quote(citation);
  if (quoted === null) return null;
  return {
    text: quoted.text,
    citation: quoted,
    url,
    source: publisher ?? title ?? quoted.articleId,
    date: publishedAt?.slice(0, 10) ?? null,
  };
}

/** The same for the same thing at every look, and nobody's secret: a UUID of a hash (RFC 9562, version 8). */
function idOf(workspaceId: string, what: string): string {
  const hex = createHash("sha256").update(`${workspaceId}\u0000${what}`).digest("hex");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function oneLine(words: string): string {
  return showText(words).replace(/\s+/g, " ").trim();
}
