import type { CitedSentence } from "../briefing/compose-briefing.ts";
import type { Digest, DigestStory } from "../digest/compose-digest.ts";
import type { Contradiction } from "../digest/find-contradictions.ts";
import type { Coverage } from "../domain/digest-store.ts";
import { type Block, type Document, type Inline, paragraph, text } from "../domain/document.ts";
import { showDateSpan } from "../domain/show-date.ts";
import { meetingInlines, quoteBlock, type Sources, sourceInline, sourcesOf } from "./blocks.ts";
import { meetingJson, quoteJson, sourceJson } from "./to-json.ts";

const FAILING_NAMED = 5;

export interface ShownDigest {
  digest: Digest;
  coverage: Coverage;
  /** Why it is late, or stands for several: at its top. */
  reason: string | null;
}

/** A digest as a document: lead story, the others by topic, meetings and quotes in the thread, and what was read. */
export function digestDocument(shown: ShownDigest): Document {
  const { digest } = shown;
  const sources = sourcesOf(digest.articles);
  const blocks: Block[] = shown.reason === null ? [] : [{ type: "notice", tone: "info", text: shown.reason }];
  if (digest.lead === null) blocks.push(paragraph(text(nothingNew(digest))));
  else blocks.push(...leadBlocks(digest.lead, sources), ...otherBlocks(digest, sources));
  blocks.push(coverageBlock(shown));
  if (digest.lead !== null) blocks.push(actionsOf(digest));
  return { title: `Digest: ${labelOf(digest)}`, audience: "channel", blocks, detail: detailBlocks(digest, sources) };
}

/** "India – Japan and Quad". */
function labelOf({ topics }: Pick<Digest, "topics">): string {
  const labels = topics.map((topic) => topic.label);
  const last = labels.pop() ?? "nothing";
  return labels.length === 0 ? last : `${labels.join(", ")} and ${last}`;
}

function nothingNew(digest: Digest): string {
  return `Nothing new on ${labelOf(digest)}.`;
}

function leadBlocks(story: DigestStory, sources: Sources): Block[] {
  const blocks: Block[] = [
    { type: "heading", text: `${markOf(story)}: ${story.title}` },
    { type: "list", items: story.sentences.map((sentence) => sentenceInlines(sentence, sources)) },
    paragraph(text(carriedBy(story), "soft")),
  ];
  for (const contradiction of story.contradictions)
    blocks.push({ type: "paragraph", inlines: contradictionInlines(contradiction, sources) });
  return blocks;
}

function otherBlocks(digest: Digest, sources: Sources): Block[] {
  const byTopic = new Map<string, DigestStory[]>();
  for (const story of digest.others) byTopic.set(story.topic.label, [...(byTopic.get(story.topic.label) ?? []), story]);
  const blocks = [...byTopic].flatMap(([label, stories]): Block[] => [
    { type: "heading", text: label },
    { type: "list", items: stories.map((story) => storyInlines(story, sources)) },
  ]);
  if (digest.left > 0)
    blocks.push(paragraph(text(`${count(digest.left, "more story", "more stories")} had no room here.`, "soft")));
  return blocks;
}

function storyInlines(story: DigestStory, sources: Sources): Inline[] {
  const inlines: Inline[] = [text(`${markOf(story)}: `, "strong")];
  for (const sentence of story.sentences) inlines.push(...sentenceInlines(sentence, sources));
  inlines.push(text(carriedBy(story), "soft"));
  for (const contradiction of story.contradictions) inlines.push(text(" "), ...contradictionInlines(contradiction, sources));
  return inlines;
}

function markOf(story: DigestStory): string {
  return story.status === "new" ? "New" : "Updated";
}

/** "2 independent publishers. Since the last digest: 1 more article (Kansai Courier), 2 quotes." */
function carriedBy(story: DigestStory): string {
  const carried = `${count(story.independentPublishers, "independent publisher", "independent publishers")}.`;
  return story.changes.length === 0 ? carried : `${carried} Since the last digest: ${story.changes.join(", ")}.`;
}

function sentenceInlines(sentence: CitedSentence, sources: Sources): Inline[] {
  return [text(`${sentence.text} `), ...sentence.citations.flatMap((citation) => [sourceInline(citation, sources), text(" ")])];
}

/** "The articles differ on the day of the talks: A says 8 September, B says 9 September." */
function contradictionInlines({ meeting, says }: Contradiction, sources: Sources): Inline[] {
  const inlines: Inline[] = [text(`The articles differ on the day of the ${meeting.kind}: `, "strong")];
  for (const [at, { date, citation }] of says.entries()) {
    const publisher = sources.get(citation.articleId)?.publisher ?? citation.articleId;
    inlines.push(text(`${at === 0 ? "" : ", "}${publisher} says ${showDateSpan(date)} `), sourceInline(citation, sources));
  }
  return [...inlines, text(".")];
}

function detailBlocks(digest: Digest, sources: Sources): Block[] {
  const { held, coming } = digest.meetings;
  const blocks: Block[] = [];
  for (const [title, meetings] of [
    ["Meetings held", held],
    ["Meetings coming", coming],
  ] as const) {
    if (meetings.length === 0) continue;
    blocks.push(
      { type: "heading", text: title },
      { type: "list", items: meetings.map((meeting) => meetingInlines(meeting, sources)) },
    );
  }
  if (digest.quotes.length > 0) blocks.push({ type: "heading", text: "Quotes" }, ...digest.quotes.map(quoteBlock));
  return blocks;
}

/** "41 sources read, 3 failing: A, B, C. 12 articles from 5 publishers." */
function coverageBlock({ digest, coverage }: ShownDigest): Block {
  return { type: "footer", inlines: [text(coverageLine(digest, coverage), "soft")] };
}

function coverageLine(digest: Digest, coverage: Coverage): string {
  const fresh = [digest.lead, ...digest.others].flatMap((story) => story?.fresh ?? []);
  const publishers = new Set(fresh.map((article) => article.publisher ?? article.id));
  const failing = coverage.failing.slice(0, FAILING_NAMED).join(", ");
  const more = coverage.failing.length - FAILING_NAMED;
  const read =
    coverage.sources === 0
      ? "No source is polled"
      : `${count(coverage.sources, "source", "sources")} read${coverage.failing.length === 0 ? "" : `, ${coverage.failing.length} failing: ${failing}${more > 0 ? ` and ${more} more` : ""}`}`;
  const used = `${count(fresh.length, "new article", "new articles")} from ${count(publishers.size, "publisher", "publishers")}`;
  return `${read}. ${used}.`;
}

function actionsOf(digest: Digest): Block {
  const about = digest.topics[0]?.text ?? "";
  return {
    type: "actions",
    actions: [
      { label: "Quotes", intent: { kind: "quotes", about } },
      { label: "Meetings", intent: { kind: "meetings", about } },
      { label: "Sources", intent: { kind: "sources", about } },
      { label: "Why this?", intent: { kind: "digest", action: "why" } },
    ],
  };
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** What `attache digest preview --json` prints. It holds nothing of the clock but what is held or coming. */
export function digestJson({ digest, coverage }: ShownDigest): object {
  return {
    topics: digest.topics.map((topic) => topic.text),
    lead: digest.lead === null ? null : storyJson(digest.lead),
    stories: digest.others.map(storyJson),
    left: digest.left,
    meetings: { held: digest.meetings.held.map(meetingJson), coming: digest.meetings.coming.map(meetingJson) },
    quotes: digest.quotes.map(quoteJson),
    sources: digest.articles.map(sourceJson),
    coverage,
  };
}

function storyJson(story: DigestStory): object {
  const { id, title, topic, status, changes, independentPublishers, sentences, contradictions, fresh } = story;
  return {
    id,
    title,
    topic: topic.text,
    status,
    changes,
    independentPublishers,
    summary: sentences,
    contradictions: contradictions.map(({ meeting, says }) => ({ meetingId: meeting.id, says })),
    articleIds: fresh.map((article) => article.id),
  };
}
