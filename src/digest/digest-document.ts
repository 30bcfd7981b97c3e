import { meetingInlines, quoteBlock, type Sources, sourceInline, sourceInlines, sourcesOf } from "../documents/blocks.ts";
import { digestActions } from "../documents/digest-actions.ts";
import { frameOf, showDay, showShortDay } from "../documents/frame.ts";
import type { Frame } from "../documents/frames/frame-words.ts";
import { meetingItems } from "../documents/meeting-items.ts";
import { nameArticle } from "../documents/name-article.ts";
import { pointInlines, pointsOf } from "../documents/point-items.ts";
import { meetingJson, quoteJson, sourceJson } from "../documents/to-json.ts";
import { wrongButton } from "../documents/wrong-button.ts";
import { type Block, type Document, type Inline, paragraph, text } from "../domain/chat/document.ts";
import { showDateSpan } from "../domain/chat/show-date.ts";
import type { Language } from "../domain/digests/digest.ts";
import type { Coverage } from "../domain/digests/digest-store.ts";
import type { DateSpan } from "../domain/evidence/extraction.ts";
import { publisherKey } from "../domain/evidence/publisher-key.ts";
import type { Citation, MeetingRecord } from "../domain/evidence/records.ts";
import type { Authorship } from "../model/authorship.ts";
import type { Digest, DigestStory } from "./compose-digest.ts";
import type { Contradiction } from "./find-contradictions.ts";
import type { WrittenDigest } from "./write-lead.ts";

const FAILING_NAMED = 5;
const MEETING_CITATIONS = 3;
const CARRIERS_NAMED = 5;

export interface ShownDigest extends WrittenDigest {
  coverage: Coverage;
  /** Why it is late, or stands for several: at its top. */
  reason: string | null;
  /** Of the frame; what articles say stays theirs. */
  language: Language;
  /** ISO date: the day on which it is posted, where its channel lives. */
  today: string;
  /** Whether a file can be asked for with a button; a shell has a command of its own. */
  hasFile: boolean;
}

/** What every part of the document is written with. */
export interface Writing {
  frame: Frame;
  language: Language;
  sources: Sources;
  /** Whether most stories have one publisher: then those with several are the exception, which is marked. */
  isMostlySingle?: boolean;
}

/** A digest as a document: lead story, the others by topic, meetings and quotes in the thread, and what was read. */
export function digestDocument(shown: ShownDigest): Document {
  const { digest, language, today } = shown;
  const frame = frameOf(language);
  const stories = [...(digest.lead === null ? [] : [digest.lead]), ...digest.others];
  const isMostlySingle = stories.filter(isSingle).length * 2 > stories.length;
  const writing: Writing = { frame, language, sources: sourcesOf(digest.articles, today), isMostlySingle };
  const label = labelOf(digest, frame);
  const blocks: Block[] = shown.reason === null ? [] : [{ type: "notice", tone: "info", text: shown.reason }];
  if (digest.lead === null) blocks.push(paragraph(text(frame.nothingNew(label))));
  else blocks.push(...leadBlocks(digest.lead, writing), ...otherBlocks(digest, writing));
  blocks.push({ type: "footer", inlines: [text(coverageLine(shown, frame), "soft")] });
  if (shown.authorship !== null)
    blocks.push({ type: "footer", inlines: [text(authorshipWords(shown.authorship, frame), "soft")] });
  if (digest.lead !== null) blocks.push(actionsOf(digest, { frame, hasFile: shown.hasFile }));
  return {
    title: `${frame.digest}: ${label}, ${showDay(today, language)}`,
    audience: "channel",
    ...(digest.lead === null ? {} : { notification: headlineOf(digest.lead, frame) }),
    blocks,
    detail: detailBlocks(digest, writing),
  };
}

/** Who wrote the lead story. */
function authorshipWords({ by, prose, model, replaced }: Authorship, frame: Frame): string {
  if (by === "model" && prose === "copy") return frame.chosen(model);
  return by === "model" ? frame.written(model, replaced) : frame.notWritten;
}

/** "India – Japan and Quad". */
function labelOf({ topics }: Pick<Digest, "topics">, frame: Frame): string {
  const labels = topics.map((topic) => topic.label);
  const last = labels.pop() ?? frame.nothing;
  return labels.length === 0 ? last : `${labels.join(", ")} ${frame.and} ${last}`;
}

const LEAD_LINES = 2;

function headlineOf({ title, status }: DigestStory, frame: Frame): string {
  return status === "updated" ? `${frame.updated}: ${title}` : title;
}

/** The headline and two lines, then what is not as usual about the story; the rest of it stands in the thread. */
function leadBlocks(story: DigestStory, writing: Writing): Block[] {
  const { frame, sources, language } = writing;
  const points = pointsOf(story.sentences.slice(0, LEAD_LINES), sources);
  const blocks: Block[] = [
    { type: "heading", text: headlineOf(story, frame) },
    { type: "list", items: points.map((point) => pointInlines(point, sources, language)) },
  ];
  const marks = marksOf(story, writing);
  if (marks !== "") blocks.push(paragraph(text(marks, "soft")));
  for (const contradiction of story.contradictions)
    blocks.push({ type: "paragraph", inlines: contradictionInlines(contradiction, writing) });
  return blocks;
}

/** By topic; where there is but one, the title has named it. */
function otherBlocks(digest: Digest, writing: Writing): Block[] {
  const { frame } = writing;
  const byTopic = new Map<string, DigestStory[]>();
  for (const story of digest.others) byTopic.set(story.topic.label, [...(byTopic.get(story.topic.label) ?? []), story]);
  const blocks = [...byTopic].flatMap(([label, stories]): Block[] => [
    { type: "divider" },
    { type: "heading", text: digest.topics.length > 1 ? label : frame.others },
    { type: "list", items: stories.map((story) => storyInlines(story, writing)) },
  ]);
  if (digest.left > 0) blocks.push(paragraph(text(frame.left(digest.left), "soft")));
  return blocks;
}

function storyInlines(story: DigestStory, writing: Writing): Inline[] {
  const { frame, sources, language } = writing;
  const inlines: Inline[] = story.status === "updated" ? [text(`${frame.updated}. `, "strong")] : [];
  for (const [at, point] of pointsOf(story.sentences, sources).entries())
    inlines.push(...(at === 0 ? [] : [text(" ")]), ...pointInlines(point, sources, language));
  const marks = marksOf(story, writing);
  if (marks !== "") inlines.push(text(` ${marks}`, "soft"));
  for (const contradiction of story.contradictions) inlines.push(text(" "), ...contradictionInlines(contradiction, writing));
  return inlines;
}

function isSingle({ independentPublishers }: DigestStory): boolean {
  return independentPublishers === 1;
}

/** What is not as usual: "Only one publisher. One text by Kyodo, carried by …. Since the last digest: 1 more article (Kansai Courier); 2 quotes." */
function marksOf(story: DigestStory, { frame, isMostlySingle }: Writing): string {
  const parts: string[] = [];
  if (isSingle(story) && !isMostlySingle) parts.push(frame.onlyOne);
  if (!isSingle(story) && isMostlySingle) parts.push(frame.publishers(story.independentPublishers));
  for (const { agency, publishers } of story.carried) {
    const more = publishers.length - CARRIERS_NAMED;
    const named = publishers.slice(0, CARRIERS_NAMED).join(", ");
    parts.push(frame.carried(agency, publishers.length, more > 0 ? frame.more(named, more) : named));
  }
  if (story.changes.length > 0) parts.push(frame.since(story.changes.map(frame.change).join("; ")));
  return parts.join(" ");
}

/** "The articles differ on the day of the talks: A says 8 September, B says 9 September."; of one publisher, what it says now and said before. */
function contradictionInlines({ meeting, isOwn, says }: Contradiction, writing: Writing): Inline[] {
  const { frame, language, sources } = writing;
  const kind = frame.kinds[meeting.kind];
  const publisherOf = ({ articleId }: Citation) => nameArticle(sources.get(articleId), language);
  const [earlier, later] = says;
  if (isOwn && earlier !== undefined && later !== undefined) {
    const heading = text(frame.redated(publisherOf(later.citation), kind), "strong");
    const now = [text(`${frame.dayNow(spanOf(later.date, writing))} (`), citeDay(later.citation, writing)];
    const before = [text(`), ${frame.dayBefore(spanOf(earlier.date, writing))} (`), citeDay(earlier.citation, writing)];
    return [heading, ...now, ...before, text(").")];
  }
  const inlines: Inline[] = [text(frame.differ(kind), "strong")];
  for (const [at, { date, citation }] of says.entries()) {
    const said = frame.says(publisherOf(citation), spanOf(date, writing));
    inlines.push(text(`${at === 0 ? "" : ", "}${said} (`), citeDay(citation, writing), text(")"));
  }
  return [...inlines, text(".")];
}

/** What the lead story says beyond its two lines. */
function restOfLead({ lead }: Digest, { frame, sources, language }: Writing): Block[] {
  const rest = pointsOf(lead?.sentences.slice(LEAD_LINES) ?? [], sources);
  if (rest.length === 0) return [];
  const items = rest.map((point) => pointInlines(point, sources, language));
  return [
    { type: "heading", text: frame.rest },
    { type: "list", items },
  ];
}

function detailBlocks(digest: Digest, writing: Writing): Block[] {
  const { held, coming } = digest.meetings;
  const { frame } = writing;
  const blocks: Block[] = restOfLead(digest, writing);
  for (const [title, meetings] of [
    [frame.held, held],
    [frame.coming, coming],
  ] as const) {
    if (meetings.length === 0) continue;
    blocks.push(
      { type: "heading", text: title },
      { type: "list", items: meetingItems(meetings, (meeting) => meetingLine(meeting, writing)) },
    );
  }
  if (digest.quotes.length > 0)
    blocks.push({ type: "heading", text: frame.quotes }, ...digest.quotes.map((quote) => quoteBlock(quote, writing)));
  return blocks;
}

/** "20. Mai 2023: Treffen (geplant): Fumio Kishida, Narendra Modi, in Hiroshima." Names and topics are the articles'. */
function meetingLine(meeting: MeetingRecord, writing: Writing): Inline[] {
  const { frame, language, sources } = writing;
  // A digest lists what took place and what is to come.
  if (language === "en") return meetingInlines(meeting, sources, null);
  const people = meeting.participants.map((each) => each.name).join(", ");
  const parts = [`${frame.kinds[meeting.kind]}${frame.statuses[meeting.status]}`, people];
  if (meeting.place !== null) parts.push(frame.place(meeting.place));
  if (meeting.topics.length > 0) parts.push(frame.topics(meeting.topics.join(", ")));
  const cited = [...new Map(meeting.evidence.map((citation) => [citation.articleId, citation])).values()];
  return [
    ...(meeting.date === null
      ? []
      : [text(`${spanOf(meeting.date, writing)}${meeting.isRedated === true ? frame.corrected : ""}`, "strong"), text(": ")]),
    text(`${parts.filter((part) => part !== "").join("; ")}. `),
    ...sourceInlines(cited.slice(0, MEETING_CITATIONS), sources, language),
  ];
}

export function cite(citation: Citation, { sources, language }: Writing): Inline {
  return sourceInline(citation, sources, language);
}

/** A source whose publisher is named beside it: its day alone. */
function citeDay(citation: Citation, { sources, language }: Writing): Inline {
  const inline = sourceInline(citation, sources, language);
  const label = showShortDay(sources.get(citation.articleId)?.publishedAt ?? null, { today: sources.today, language });
  if (inline.type !== "source") return inline;
  const listed = inline.link.listed ?? inline.link.label;
  return { ...inline, link: { ...inline.link, label: label ?? listed, listed } };
}

function spanOf(date: DateSpan, { language }: Writing): string {
  if (language === "en" || date.precision !== "day") return showDateSpan(date);
  return date.start === date.end
    ? showDay(date.start, language)
    : `${showDay(date.start, language)} – ${showDay(date.end, language)}`;
}

/** "41 sources read, 3 failing: A, B, C. 12 new articles from 5 publishers." */
function coverageLine({ digest, coverage }: ShownDigest, frame: Frame): string {
  const fresh = [digest.lead, ...digest.others].flatMap((story) => story?.fresh ?? []);
  const publishers = new Set(fresh.map(publisherKey));
  const named = coverage.failing.slice(0, FAILING_NAMED).join(", ");
  const more = coverage.failing.length - FAILING_NAMED;
  const failing =
    coverage.failing.length === 0
      ? ""
      : `, ${frame.failing(coverage.failing.length, more > 0 ? frame.more(named, more) : named)}`;
  const read = coverage.sources === 0 ? frame.notPolled : `${frame.read(coverage.sources)}${failing}`;
  return `${read}. ${frame.used(fresh.length, publishers.size)}.`;
}

/** The article of a story's first sentence. */
function toldBy({ sentences }: DigestStory): { id: string }[] {
  return sentences.slice(0, 1).flatMap(({ citations: [first] }) => (first === undefined ? [] : [{ id: first.articleId }]));
}

function actionsOf(digest: Digest, how: { frame: Frame; hasFile: boolean }): Block {
  const topics = digest.topics.map((topic) => topic.text);
  const { held, coming } = digest.meetings;
  const articles = [digest.lead, ...digest.others].flatMap((story) => (story === null ? [] : toldBy(story)));
  const wrong = { quotes: digest.quotes, meetings: [...held, ...coming], articles, topic: topics[0] ?? "" };
  return { type: "actions", actions: [...digestActions(topics, how), ...wrongButton(wrong, how.frame.wrong)] };
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
  const { id, title, topic, status, changes, independentPublishers, carried, sentences, contradictions, fresh } = story;
  return {
    id,
    title,
    topic: topic.text,
    status,
    changes: changes.map(frameOf("en").change),
    independentPublishers,
    carried,
    summary: sentences,
    contradictions: contradictions.map(({ meeting, says }) => ({ meetingId: meeting.id, says })),
    articleIds: fresh.map((article) => article.id),
  };
}
