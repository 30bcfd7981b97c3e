import { writeBriefing } from "../../briefing/write-briefing.ts";
import { authorshipFooter, explainAuthorship } from "../../documents/authorship-blocks.ts";
import { citedInlines, meetingInlines, personInlines, quoteBlock, type Sources, sourcesOf } from "../../documents/blocks.ts";
import { meetingItems } from "../../documents/meeting-items.ts";
import { newestFirst, newestLeading, type Point, pointInlines, pointsOf, sayNewest } from "../../documents/point-items.ts";
import { showInstant } from "../../documents/show-instant.ts";
import { meetingJson, personJson, quoteJson, sourceJson } from "../../documents/to-json.ts";
import { wrongButton } from "../../documents/wrong-button.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Action, type Block, type Document, type Inline, instant, paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { showDate, showDateSpan } from "../../domain/chat/show-date.ts";
import { isoDate } from "../../domain/clock.ts";
import { AppError } from "../../domain/errors.ts";
import type { ArticleBody, CitedSentence, MeetingRecord, PersonRecord } from "../../domain/evidence/records.ts";
import type { Authorship } from "../../model/authorship.ts";
import { type CommandContext, reply, topicOf } from "../command-context.ts";
import { exportButton } from "../export/file-buttons.ts";
import type { Period } from "../typed/bounds.ts";
import { checkedPeriod } from "../typed/read-typed-date.ts";
import { withPeriod } from "../typed/show-period.ts";
import { answerEmptyStore } from "./empty-store.ts";
import { fromTo, type GatheredBriefing, gatherBriefing } from "./gather-briefing.ts";
import { answerNothingNew, lastBriefing, noteBriefing, sinceLastBlock } from "./since-last.ts";
import { answerUnknownTopic } from "./unknown-topic.ts";
import { withinLimit } from "./within-limit.ts";

/** How many sentences a language model may write. */
const MAX_POINTS = 6;
const MAX_QUOTES = 4;
/** Of the people that a briefing names, the first have a button for their card: one row. */
const MAX_CARDS = 5;

interface Material extends Written, GatheredBriefing {}

/** Who wrote a briefing; with a language model, also its sentences on meetings. */
interface Written {
  authorship: Authorship | null;
  meetingTexts: ReadonlyMap<string, CitedSentence>;
}

/** `/briefing`: what the articles say on a topic, each sentence with the passages that it rests on. */
export async function showBriefing(context: CommandContext, intent: Extract<Intent, { kind: "briefing" }>): Promise<Reply> {
  const period = checkedPeriod(context, intent);
  const empty = await answerEmptyStore(context, briefingData(intent.topic, null));
  if (empty !== null) return empty;
  const topic = await topicOf(context, intent.topic);
  if (topic === null) throw new AppError("usage", "Name a topic, for example india-japan, quad, a person or a few words.");
  const startedAtMs = context.clock.now();
  const last = intent.sinceLast === true ? await lastBriefing(context, topic) : null;
  const composed = await gatherBriefing(context, { topic, period, ...(last === null ? {} : { newSince: last }) });
  // Of a time that is over, nothing is new afterwards.
  if (intent.explain !== true && period.until === undefined && (composed !== null || last !== null))
    await noteBriefing(context, topic, startedAtMs);
  if (composed === null) {
    const none = briefingData(intent.topic, null);
    if (last !== null) return answerNothingNew(context, { topic, last, data: none });
    return answerUnknownTopic(context, { topic, period, data: none });
  }
  const material = await write(context, composed);
  const file = exportButton(context, { what: "briefing", about: topic.text, ...fromTo(period) });
  const told = briefingDocument(material, { period, nowMs: startedAtMs, timeZone: context.asker.timeZone ?? "UTC", file });
  const document = intent.sinceLast === true ? sinceLastDocument(told, sinceLastBlock(context, { last, ...composed })) : told;
  const data = briefingData(topic.text, material);
  if (intent.explain !== true) return reply(document, data, topic.text);
  const detail = [...document.detail, ...explainAuthorship(context.asker, material.authorship)];
  return reply({ ...document, audience: "asker", detail }, data, topic.text);
}

function sinceLastDocument(told: Document, opening: Block): Document {
  return { ...told, title: `${told.title}, since last time`, blocks: [opening, ...told.blocks] };
}

/** The language model's briefing if there is one, else the local engine's. */
async function write(context: CommandContext, composed: GatheredBriefing): Promise<Material> {
  const { writer } = context;
  if (writer === null)
    return { ...composed, quotes: composed.quotes.slice(0, MAX_QUOTES), authorship: null, meetingTexts: new Map() };
  const { isNamed, ...written } = await writeBriefing(
    writer,
    { ...composed, topic: composed.topic.label },
    { purpose: "briefing", points: MAX_POINTS, quotes: MAX_QUOTES },
  );
  const people = composed.people.filter((person) => isNamed([person.name, ...person.aliases]));
  const { prose } = written.authorship;
  const sentences = prose === "copy" ? withinLimit(written.sentences, context.verbatimWords) : written.sentences;
  return { ...composed, ...written, sentences, people };
}

function briefingData(topic: string, material: Material | null): object {
  return {
    topic,
    summary: material?.sentences ?? [],
    quotes: (material?.quotes ?? []).map(quoteJson),
    meetings: (material?.meetings ?? []).map(meetingJson),
    people: (material?.people ?? []).map(personJson),
    sources: (material?.articles ?? []).map(sourceJson),
  };
}

interface Asked {
  period: Period;
  nowMs: number;
  timeZone: string;
  /** The button that makes a file of it. */
  file: Action[];
}

function briefingDocument(material: Material, { period, nowMs, timeZone, file }: Asked): Document {
  const { topic, articles, authorship } = material;
  const today = isoDate(nowMs);
  const sources = sourcesOf([...articles, ...material.others], today);
  const points = pointsOf(material.sentences, sources);
  const newest = sayNewest(points, sources);
  const about = topic.text;
  const explained = { kind: "briefing" as const, topic: about, ...period, explain: true };
  return {
    title: withPeriod(`Briefing: ${topic.label}`, period),
    audience: "channel" as const,
    ...(newest === null ? {} : { notification: newest }),
    blocks: [
      newestBlock(points, { articles, nowMs, timeZone }),
      // A model orders as it thinks fit, below what is newest.
      ...pointBlocks(authorship?.by === "model" ? newestLeading(points) : newestFirst(points), sources),
      ...(authorship === null ? [] : [authorshipFooter(authorship)]),
      {
        type: "actions" as const,
        actions: [
          { label: "Quotes", intent: { kind: "quotes" as const, about, ...period } },
          { label: "Meetings", intent: { kind: "meetings" as const, about, ...fromTo(period) } },
          { label: "People", intent: { kind: "people" as const } },
          { label: "Sources", intent: { kind: "sources" as const, about } },
          ...file,
          ...(authorship === null ? [] : [{ label: "How it was written", intent: explained }]),
        ],
      },
    ],
    detail: detailBlocks(material, { sources, today }),
  };
}

/** The points in a list, or under their headings where a model grouped them. */
function pointBlocks(points: Point[], sources: Sources): Block[] {
  const headings = new Set(points.map(({ sentence }) => sentence.heading ?? ""));
  return [...headings].flatMap((heading): Block[] => {
    const group = points.filter(({ sentence }) => (sentence.heading ?? "") === heading);
    const list: Block = { type: "list", items: group.map((point) => pointInlines(point, sources)) };
    return heading === "" || headings.size === 1 ? [list] : [{ type: "heading", text: heading }, list];
  });
}

/** "Newest: 9 September 2023. As of Monday 11 September 2023, 08:00 (UTC), out of 15 articles from 4 publishers since 20 March 2022." */
function newestBlock(
  points: Point[],
  { articles, nowMs, timeZone }: Pick<Asked, "nowMs" | "timeZone"> & { articles: ArticleBody[] },
): Block {
  const newest = showDate(
    points
      .flatMap(({ day }) => day ?? [])
      .sort()
      .at(-1) ?? null,
  );
  const publishers = new Set(articles.flatMap(({ publisher }) => publisher ?? []));
  // Two articles whose publisher is unknown may be of one.
  const from = articles.every(({ publisher }) => publisher !== null) ? ` from ${count(publishers.size, "publisher")}` : "";
  const since = showDate(articles.flatMap((article) => article.publishedAt?.slice(0, 10) ?? []).sort()[0] ?? null);
  return paragraph(
    ...(newest === null ? [] : [text(`Newest: ${newest}. `, "strong")]),
    text("As of ", "soft"),
    instant(nowMs, showInstant(nowMs, timeZone)),
    text(`, out of ${count(articles.length, "article")}${from}${since === null ? "" : `, the earliest of ${since}`}.`, "soft"),
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

interface Shown {
  sources: Sources;
  /** ISO date. */
  today: string;
}

/** A meeting in the language model's words, under the date that the program knows; without those, in the program's. */
function toldMeeting(meeting: MeetingRecord, told: CitedSentence | undefined, { sources, today }: Shown): Inline[] {
  if (told === undefined) return meetingInlines(meeting, sources, today);
  return [text(`${showDateSpan(meeting.date)}: `, "strong"), ...citedInlines(told, sources)];
}

/** A person's card, one press away: names cannot be links to it. */
function cardAction({ name }: PersonRecord): Action {
  return { label: name, intent: { kind: "person", name } };
}

function detailBlocks(material: Material, shown: Shown): Block[] {
  const { quotes, meetings, people, meetingTexts } = material;
  const blocks: Block[] = [];
  if (meetings.length > 0)
    blocks.push(
      { type: "heading", text: "Meetings" },
      { type: "list", items: meetingItems(meetings, (each) => toldMeeting(each, meetingTexts.get(each.id), shown)) },
    );
  if (quotes.length > 0)
    blocks.push(
      { type: "heading", text: "Quotes" },
      ...quotes.map((quote) => quoteBlock(quote, { language: "en", sources: shown.sources })),
    );
  if (people.length > 0)
    blocks.push(
      { type: "heading", text: "People" },
      { type: "list", items: people.map(personInlines) },
      { type: "actions", actions: people.slice(0, MAX_CARDS).map(cardAction) },
    );
  const actions = wrongButton({ quotes, meetings, people, topic: material.topic.text });
  if (actions.length > 0) blocks.push({ type: "actions", actions });
  return blocks;
}
