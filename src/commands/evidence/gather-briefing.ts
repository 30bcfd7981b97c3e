import { chooseQuotes } from "../../briefing/choose-quotes.ts";
import { tellTopic } from "../../briefing/compose-briefing.ts";
import { chooseMeetings } from "../../briefing/is-meeting-on.ts";
import { rankHeads } from "../../briefing/rank-heads.ts";
import { readTopic, type TopicReading } from "../../briefing/read-topic.ts";
import type { ArticleBody, CitedSentence, MeetingRecord, PersonRecord, QuoteRecord } from "../../domain/evidence/records.ts";
import { findMeetings } from "../../evidence/find-meetings.ts";
import { meetingsOn, meetingsOnMembers } from "../../evidence/meetings-on.ts";
import { rankPeople } from "../../evidence/office-rank.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { topicKey } from "../../evidence/topic-key.ts";
import type { CommandContext } from "../command-context.ts";
import type { Period } from "../typed/bounds.ts";
import { findNamedHeads } from "./on-sides.ts";
import { besideNew, onlyNew } from "./only-new.ts";

/** Articles whose headlines are weighed. */
const MAX_HEADS = 200;
/** Of these the best are read. */
const MAX_ARTICLES = 30;
const QUOTES_LOOKED_AT = 80;
const MAX_MEETINGS = 5;
/** Of so many meetings of the articles those on the topic are shown. */
const MEETINGS_LOOKED_AT = 60;
/** The newest articles on a saved topic whose meetings are asked for. */
const MAX_REPORTING = 500;
const MAX_PEOPLE = 8;
const PEOPLE_LOOKED_AT = 40;
const MIN_QUOTE_WORDS = 5;
/** A fragment says something by itself from so many words. */
const MIN_PARTIAL_WORDS = 8;

/** What a briefing is made of. */
export interface GatheredBriefing {
  topic: Topic;
  sentences: CitedSentence[];
  quotes: QuoteRecord[];
  meetings: MeetingRecord[];
  people: PersonRecord[];
  /** The articles with lines on the topic, newest first. */
  articles: ArticleBody[];
  /** Articles beside those, which report the meetings. */
  others: ArticleBody[];
}

/** What the stored articles say on a topic, of a period; null where they say nothing. */
export async function gatherBriefing(
  context: CommandContext,
  about: { topic: Topic; period: Period; newSince?: string },
): Promise<GatheredBriefing | null> {
  const { store, workspaceId } = context;
  const { topic, newSince } = about;
  const reading = await readBest(context, about);
  const sentences = tellTopic(reading);
  if (sentences.length === 0) return null;
  const articles = onTopic(reading, sentences);
  const all = await gatherBeside(context, { ...about, reading, articles });
  const beside = newSince === undefined ? all : { ...all, ...besideNew(all, articles) };
  const known = new Set(articles.map(({ id }) => id));
  const toldIn = [...new Set(beside.meetings.flatMap(({ evidence }) => evidence.map(({ articleId }) => articleId)))];
  const others = await store.articles.load(
    workspaceId,
    toldIn.filter((id) => !known.has(id)),
  );
  return { topic, sentences, articles, others, ...beside };
}

/** Reads the best of the articles on a topic, of a period. */
export async function readBest(
  context: CommandContext,
  { topic, period, newSince }: { topic: Topic; period: Period; newSince?: string },
): Promise<TopicReading> {
  const { store, workspaceId } = context;
  const { heads, names, reporting } = await findNamedHeads(context, topic, { ...period, newSince, limit: MAX_HEADS });
  // Where all are read, nobody asks which are the best.
  const best = new Set(heads.length <= MAX_ARTICLES ? heads : rankHeads(names, heads, reporting).slice(0, MAX_ARTICLES));
  // They stay in the order in which they were found.
  const ids = heads.filter((head) => best.has(head)).map(({ id }) => id);
  const loaded = await store.articles.load(workspaceId, ids);
  const bodies = newSince === undefined ? loaded : await onlyNew(store.articles, workspaceId, { articles: loaded, newSince });
  return readTopic(names, bodies);
}

/** The articles that have a line on the topic, whether it is shown or not. */
function onTopic({ weighed }: TopicReading, sentences: CitedSentence[]): ArticleBody[] {
  const cited = new Set(sentences.flatMap(({ citations }) => citations.map(({ articleId }) => articleId)));
  return weighed.filter(({ article, lines }) => lines.length > 0 || cited.has(article.id)).map(({ article }) => article);
}

interface Gathering {
  topic: Topic;
  period: Period;
  reading: TopicReading;
  articles: ArticleBody[];
}

async function gatherBeside({ store, workspaceId }: CommandContext, { topic, period, reading, articles }: Gathering) {
  const articleIds = articles.map(({ id }) => id);
  const page = { limit: QUOTES_LOOKED_AT, offset: 0 };
  const subject = topic.kind === "person" ? { personId: topic.person.id, onTopics: [topicKey(topic)] } : { articleIds };
  const wanted =
    topic.kind === "saved"
      ? await meetingsOnMembers(store.articles, workspaceId, { topic, limit: MAX_REPORTING })
      : [meetingsOn(topic, articleIds)];
  const asked = wanted.map((each) => ({ ...each, ...fromTo(period) }));
  const [quotes, meetings, people] = await Promise.all([
    store.quotes.find(workspaceId, { ...page, ...subject, ...period }),
    findMeetings(store.meetings, workspaceId, { asked, limit: MEETINGS_LOOKED_AT, offset: 0 }),
    store.people.inArticles(workspaceId, articleIds, PEOPLE_LOOKED_AT),
  ]);
  const countries = countriesOf(topic);
  const ranked = rankPeople(people, countries).slice(0, MAX_PEOPLE);
  return {
    quotes: chooseQuotes(reading, quotes.filter(isTelling), { people, countries }),
    meetings: chooseMeetings(reading, meetings).slice(0, MAX_MEETINGS),
    people: ranked,
  };
}

/** Those whose people come first; null where the topic names none. */
export function countriesOf(topic: Topic): string[] | null {
  if (topic.kind === "countries") return topic.codes;
  if (topic.kind === "bloc") return topic.bloc.members;
  const parts = topic.kind === "pair" ? topic.sides : topic.kind === "saved" ? topic.members : [];
  const codes = [...new Set(parts.flatMap((part) => countriesOf(part) ?? []))];
  return codes.length === 0 ? null : codes;
}

/** A period as meetings are asked for by it. */
export function fromTo({ since, until }: Period): { from?: string; to?: string } {
  return { ...(since === undefined ? {} : { from: since }), ...(until === undefined ? {} : { to: until }) };
}

/** A quotation that says something by itself, and whose speaker is known. */
function isTelling(quote: QuoteRecord): boolean {
  const isFragment = quote.kind === "partial" || /^[^\p{L}\p{N}]*\p{Ll}/u.test(quote.text);
  const least = isFragment ? MIN_PARTIAL_WORDS : MIN_QUOTE_WORDS;
  return quote.speaker !== null && quote.text.split(/\s+/).length >= least;
}
