import { citedInlines, meetingInlines, type Sources, sourcesOf } from "../../documents/blocks.ts";
import { type Block, type Document, type Inline, paragraph, text } from "../../domain/chat/document.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import { isoDate } from "../../domain/clock.ts";
import type { Subscription } from "../../domain/digests/digest.ts";
import type { WatchEvent, WatchHit } from "../../domain/digests/watch.ts";
import type { ArticleBody, Citation, MeetingRecord } from "../../domain/evidence/records.ts";
import { passageOn, saidKey, sentenceAround } from "../../evidence/watches/match-article.ts";
import type { WatchReaders } from "./create-watch-matcher.ts";

/** What a watch tells of, as the store has it now. */
export interface ToldHit {
  hit: WatchHit;
  meeting: MeetingRecord | null;
  speaker: string | null;
  article: ArticleBody;
  passage: Citation;
}

/** Of one message; the others are counted. */
const MAX_TOLD = 8;
const MAX_FOUND = 300;

/**
 * The message of a watch's slot. What articles say no more by then, because they were withdrawn, corrected or changed, is left out; null
 * where nothing is left.
 */
export async function composeWatch(
  store: WatchReaders,
  { subscription, slotId, nowMs }: { subscription: Subscription; slotId: number; nowMs: number },
): Promise<Document | null> {
  const told = await standing(store, subscription.workspaceId, await store.watches.hitsOf(slotId));
  return told.length === 0 ? null : watchDocument(subscription, told, isoDate(nowMs));
}

/** The hits that articles still bear out. */
export async function standing(store: WatchReaders, workspaceId: string, hits: WatchHit[]): Promise<ToldHit[]> {
  const articles = new Map(
    (await store.articles.load(workspaceId, [...new Set(hits.map(({ articleId }) => articleId))])).map((each) => [each.id, each]),
  );
  const told: ToldHit[] = [];
  for (const hit of hits) {
    const article = articles.get(hit.articleId);
    if (article === undefined || article.withdrawnAt != null) continue;
    const found =
      hit.event === "said"
        ? await saidIn(store, workspaceId, { hit, article })
        : await metIn(store, workspaceId, { hit, article });
    if (found !== null) told.push(found);
  }
  return told;
}

interface Looked {
  hit: WatchHit;
  article: ArticleBody;
}

async function saidIn({ quotes }: WatchReaders, workspaceId: string, { hit, article }: Looked): Promise<ToldHit | null> {
  const found = await quotes.find(workspaceId, { articleIds: [article.id], limit: MAX_FOUND, offset: 0 });
  const quote = found.find((each) => saidKey(each) === hit.sides);
  if (quote?.speaker == null) return null;
  return {
    hit,
    meeting: null,
    speaker: quote.speaker.name,
    article,
    passage: citationOf(article, sentenceAround(quote, article)),
  };
}

async function metIn({ meetings }: WatchReaders, workspaceId: string, { hit, article }: Looked): Promise<ToldHit | null> {
  const found = await meetings.find(workspaceId, { articleIds: [article.id], limit: MAX_FOUND, offset: 0 });
  const meeting = found.find(({ id }) => id === hit.meetingId);
  const passage = meeting === undefined ? null : passageOn(meeting, article);
  if (meeting === undefined || passage === null) return null;
  // A plan that was moved or called off since has told of itself.
  if (hit.event === "reminder" && (meeting.status !== "planned" || meeting.date?.start !== hit.dateStart)) return null;
  return { hit, meeting, speaker: null, article, passage: citationOf(article, passage) };
}

function citationOf({ id, text: words }: ArticleBody, { start, end }: { start: number; end: number }): Citation {
  return { articleId: id, start, end, text: words.slice(start, end) };
}

const EVENTS: Record<Exclude<WatchEvent, "said">, string> = {
  held: "Held",
  planned: "Planned",
  moved: "Moved to another day",
  cancelled: "Called off",
  reminder: "Coming up",
};

function watchDocument({ id, topics }: Subscription, told: ToldHit[], today: string): Document {
  const words = topics[0] ?? "";
  const sources = sourcesOf(told.map(({ article }) => article));
  const shown = told.slice(0, MAX_TOLD).map((each) => toldBlocks(each, sources, today));
  const left = told.length - shown.length;
  const more = left > 0 ? [paragraph(text(`And ${left} more: ask for /watch why ${id}.`, "soft"))] : [];
  const watchId = String(id);
  const actions: Block = {
    type: "actions",
    actions: [
      { label: "Why", intent: { kind: "watch", action: "why", target: watchId } },
      { label: "Stop", intent: { kind: "watch", action: "remove", target: watchId } },
    ],
  };
  return { title: `Watch: ${words}`, audience: "channel", blocks: [...shown.flat(), ...more, actions], detail: [] };
}

/** What happened in one line, and the passage that says it. */
export function toldBlocks({ hit, meeting, speaker, article, passage }: ToldHit, sources: Sources, today: string): Block[] {
  const said: Inline[] =
    meeting === null || hit.event === "said"
      ? [text(`${speaker ?? "Somebody"}`, "strong"), text(`, ${showDate(article.publishedAt) ?? "undated"}.`)]
      : [text(`${EVENTS[hit.event]}. `, "strong"), ...meetingInlines({ ...meeting, evidence: [] }, sources, today)];
  return [
    paragraph(...said),
    { type: "list", items: [citedInlines({ text: oneLine(passage.text), citations: [passage] }, sources)] },
  ];
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

/** The contract's JSON of what a watch tells. */
export function toldJson({ hit, meeting, passage }: ToldHit): object {
  const meetingId = meeting === null ? {} : { meetingId: meeting.id };
  return {
    watchId: String(hit.watchId),
    articleId: hit.articleId,
    ...meetingId,
    event: hit.event,
    text: oneLine(passage.text),
    citations: [passage],
  };
}
