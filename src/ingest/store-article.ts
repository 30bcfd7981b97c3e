import { type Clock, isoDate } from "../domain/clock.ts";
import { AppError, mustHave } from "../domain/errors.ts";
import type { Article, IngestStatus } from "../domain/evidence/article.ts";
import type {
  EvidenceStore,
  EvidenceWriter,
  Expected,
  NameRuleRecord,
  NewArticle,
  PersonEvidence,
  ResolvedQuote,
  Touched,
} from "../domain/evidence/evidence-store.ts";
import type { Extracting, Extraction, Meeting } from "../domain/evidence/extraction.ts";
import type { MeetingReport, ReportParticipant } from "../domain/evidence/meeting-store.ts";
import { officesOf } from "../domain/evidence/offices-of.ts";
import { distinctiveWords, shareOf } from "../domain/sources/distinctive-words.ts";
import { countryCodeOf } from "../extract/countries.ts";
import { english } from "../extract/en/english.ts";
import { ENGINE_VERSION } from "../extract/engine-version.ts";
import { judgeLanguage } from "../extract/judge-language.ts";
import { leaveOutRepeats } from "../extract/quotes/leave-out-repeats.ts";
import { applyNameRules } from "./apply-name-rules.ts";
import { correctQuotes } from "./corrections/correct-quotes.ts";
import { correctedMeeting, noteReport, withTraces } from "./corrections/corrected-meetings.ts";
import { findSameMeeting, isToldTwice } from "./find-same-meeting.ts";
import { articleIdentities, articleIdentity, contentFingerprint } from "./fingerprint.ts";
import { knownByName } from "./foreign/known-by-name.ts";
import { articleTerms, groupArticle } from "./group-stories.ts";
import { mergeReports } from "./merge-meetings.ts";
import { absorbPerson, joinEvidence } from "./merge-people.ts";
import { homesOf, nearQueryOf, remerge } from "./regroup-meetings.ts";
import { lookupWords, resolvePeople } from "./resolve-people.ts";
import { isWorse } from "./sources/is-worse.ts";

/** An article with its extraction, and when and where it was seen. */
export interface Sighting {
  article: Article;
  extraction: Extraction;
  seenAtMs: number;
  sourceKey: number | null;
  /** Whether the text is an entry's own, because its page could not be read: it never replaces that page's text. */
  isTeaser?: boolean;
}

interface Seeing {
  extract(article: Article, extracting: Extracting): Promise<Extraction>;
  clock: Clock;
}

/** Where an article is seen: in the source with that key, or in none. */
interface SeenIn {
  workspaceId: string;
  sourceKey: number | null;
}

/** Reads an article's text as it is seen now. */
export async function sightArticle(
  { extract, clock }: Seeing,
  article: Article,
  { workspaceId, sourceKey }: SeenIn,
): Promise<Sighting> {
  const extraction = await extract(article, { workspaceId, reading: "ask" });
  return { article, extraction, seenAtMs: clock.now(), sourceKey };
}

/** The outcome for an article; `forgotten` means that a manager deleted it and it must not come back. */
export type Stored = Exclude<IngestStatus, "failed"> | "forgotten";

/** Stores an article and all its evidence in one transaction. */
export async function storeArticle(store: EvidenceStore, workspaceId: string, sighting: Sighting): Promise<IngestStatus> {
  const [stored = "unchanged"] = await storeArticles(store, workspaceId, [sighting]);
  return refuseForgotten(stored, sighting);
}

/** Throws an AppError ("bad-input") for a forgotten article. */
export function refuseForgotten(stored: Stored, { article }: Sighting): IngestStatus {
  if (stored !== "forgotten") return stored;
  throw new AppError("bad-input", `A manager deleted ${article.id}, so it is not stored again.`);
}

/** Stores articles in order, in one transaction. */
export async function storeArticles(store: EvidenceStore, workspaceId: string, sightings: Sighting[]): Promise<Stored[]> {
  // Do everything that does not need the store before taking its lock.
  const seen = sightings.map((sighting) => ({
    article: newArticle(sighting),
    extraction: sighting.extraction,
    isTeaser: sighting.isTeaser === true,
  }));
  const work = async (writer: EvidenceWriter) => {
    const stored: Stored[] = [];
    const rules = await writer.people.nameRules();
    for (const each of seen) stored.push(await storeOne(writer, { ...each, rules }));
    return stored;
  };
  return store.write(workspaceId, work, expectedOf(seen));
}

function expectedOf(seen: { article: NewArticle; extraction: Extraction }[]): Expected {
  const expected: Expected = { identities: [], articles: seen.length, people: 0, roles: 0, meetings: 0 };
  for (const { article, extraction } of seen) {
    expected.identities.push(...article.identities);
    expected.people += extraction.people.length;
    expected.roles += extraction.people.reduce((sum, { roles }) => sum + roles.length, 0);
    expected.meetings += extraction.meetings.length;
  }
  return expected;
}

interface Seen {
  article: NewArticle;
  extraction: Extraction;
  isTeaser: boolean;
  rules: NameRuleRecord[];
}

async function storeOne(writer: EvidenceWriter, seen: Seen): Promise<Stored> {
  const { article, isTeaser, rules } = seen;
  const found = await writer.articles.findByIdentity(article.identities);
  if (found === "forgotten") return "forgotten";
  const isElsewhere = found !== null && found.identity !== article.identity;
  // A copy at another address may have another layout: its differences are not corrections.
  if (isElsewhere && isCopy(article.text, await writer.articles.textOf(found.key))) return "unchanged";
  const known = isElsewhere ? null : found;
  if (known?.fingerprint === article.fingerprint) return "unchanged";
  if (known !== null && isWorse({ text: article.text, isTeaser }, await writer.articles.textOf(known.key))) return "unchanged";
  const touched = known === null ? null : await writer.articles.revise(known.key, article);
  const key = known?.key ?? (await writer.articles.create(article));
  const extraction = applyNameRules(seen.extraction, article.text, rules);
  await addEvidence(writer, { key, filedOn: article.filedOn, extraction, rules });
  if (touched !== null) await correctQuotes(writer, key);
  if (touched !== null) await rebuild(writer, touched);
  await groupArticle(writer.stories, { ...article, key });
  if (touched !== null) await writer.stories.rebuild(touched.storyKeys);
  return known === null ? "new" : "updated";
}

/** Some sites count their pages for telephones anew, so that a like address is another article. */
const MIN_COPIED = 0.5;

/** Whether the shorter of two texts stands in the longer, give or take its layout. */
function isCopy(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return (shareOf(distinctiveWords(shorter), distinctiveWords(longer)) ?? 1) >= MIN_COPIED;
}

function newArticle({ article, extraction, seenAtMs, sourceKey }: Sighting): NewArticle {
  return {
    ...article,
    language: judgeLanguage(article.text, article.language, english).language,
    identity: articleIdentity(article),
    identities: articleIdentities(article),
    fingerprint: contentFingerprint(article),
    engineVersion: ENGINE_VERSION,
    reading: extraction.reading ?? null,
    filedOn: article.publishedAt?.slice(0, 10) ?? isoDate(seenAtMs),
    seenAtMs,
    summary: extraction.summary,
    sentences: extraction.sentences,
    countries: extraction.countries,
    terms: articleTerms(article),
    sourceKey,
  };
}

export interface ArticleEvidence {
  key: number;
  filedOn: string;
  extraction: Extraction;
  rules: NameRuleRecord[];
}

async function addEvidence(writer: EvidenceWriter, evidence: ArticleEvidence): Promise<void> {
  const { key, filedOn, extraction } = evidence;
  const personKeys = await addPeople(writer, evidence);
  await writer.articles.addQuotes(key, filedOn, resolveQuotes(extraction, personKeys));
  // Two meetings in one article are distinct, because the extraction separated them.
  const taken = new Set<number>();
  const reportKeys: number[] = [];
  await readAhead(writer, { ...evidence, personKeys });
  for (const meeting of extraction.meetings) {
    const added = await addMeeting(writer, { ...evidence, personKeys, meeting, taken });
    taken.add(added.meetingKey);
    reportKeys.push(added.reportKey);
  }
  await joinParts(writer, extraction, reportKeys);
}

/** Has the meetings read together that the article's reports may be of. */
export async function readAhead(
  writer: EvidenceWriter,
  evidence: ArticleEvidence & { personKeys: Map<string, number> },
): Promise<void> {
  const { meetings } = evidence.extraction;
  if (meetings.length === 0) return;
  const reports = meetings.map((meeting) => toReport({ ...evidence, meeting }));
  const homes = await homesOf(writer, reports);
  await writer.meetings.readAhead(reports.map((report) => nearQueryOf(report, homes)));
}

/** Has the article's reports know which of them are of a part of what others are of; `reportKeys` in the order of its meetings. */
export async function joinParts(writer: EvidenceWriter, { meetings }: Extraction, reportKeys: readonly number[]): Promise<void> {
  for (const [at, { partOf }] of meetings.entries()) {
    const [part, whole] = [reportKeys[at], reportKeys[partOf?.meeting ?? -1]];
    if (part !== undefined && whole !== undefined) await writer.meetings.setPartOf(part, whole);
  }
}

/** Whoever more articles name is not rebuilt for one article: that would take longer than a hundred of them. */
const MAX_REBUILT = 300;

/** Keys of the article's people by their name in the extraction. */
export async function addPeople(
  writer: EvidenceWriter,
  { key, filedOn, extraction, rules }: ArticleEvidence,
): Promise<Map<string, number>> {
  const personKeys = new Map<string, number>();
  const { people, sought = [], countries } = extraction;
  if (people.length + sought.length === 0) return personKeys;
  const known = await writer.people.withNameWords(lookupWords([...people, ...sought], rules));
  const byKey = new Map<number, PersonEvidence>();
  const resolved = [...resolvePeople({ people, filedOn, countries }, known, rules), ...knownByName(sought, known)];
  const created = await writer.people.create(resolved.filter((each) => each.key === null).map((each) => each.person.name));
  for (const { person, key: knownKey } of resolved) {
    const personKey = knownKey ?? mustHave(created.shift(), "key of a person who was just created");
    personKeys.set(person.name, personKey);
    byKey.set(personKey, joinEvidence(byKey.get(personKey), { ...person, roles: officesOf(person.roles), personKey }));
  }
  await writer.people.addEvidence(key, filedOn, [...byKey.values()]);
  for (const { key: keep, absorbs } of resolved) {
    const uses = known.find((each) => each.key === keep)?.uses ?? 0;
    if (keep !== null && uses <= MAX_REBUILT) for (const merge of absorbs) await absorbPerson(writer, { keep, merge });
  }
  return personKeys;
}

export function resolveQuotes(extraction: Extraction, personKeys: Map<string, number>): ResolvedQuote[] {
  return leaveOutRepeats(extraction.quotes).map((quote) => ({
    ...quote,
    personKey: quote.speaker === null ? null : (personKeys.get(quote.speaker.name) ?? null),
  }));
}

interface FoundMeeting extends ArticleEvidence {
  personKeys: Map<string, number>;
  meeting: Meeting;
  /** Meetings that an earlier revision of the article reported. */
  taken: ReadonlySet<number>;
  /** What is kept of the article's former report of it, where there was one. */
  former?(report: MeetingReport): { key: number; meetingKey: number | null } | null;
}

interface AddedMeeting {
  meetingKey: number;
  reportKey: number;
}

export async function addMeeting(writer: EvidenceWriter, found: FoundMeeting): Promise<AddedMeeting> {
  const report = toReport(found);
  const near = await writer.meetings.near(nearQueryOf(report, await homesOf(writer, [report])));
  const homes = await homesOf(writer, [report, ...near]);
  const known = near.filter((each) => !found.taken.has(each.key) || isToldTwice(report, each, homes));
  const former = found.former?.(report) ?? null;
  const corrections = await writer.corrections.ofMeetings();
  const told = { report, articleKey: found.key, taken: found.taken };
  const alike = findSameMeeting(report, withTraces(known, corrections, told), homes);
  const same = correctedMeeting(corrections, told) ?? alike?.key ?? former?.meetingKey ?? null;
  const meetingKey = same ?? (await writer.meetings.create(mergeReports([report], homes)));
  const kept = former === null ? report : { ...report, key: former.key };
  const reportKey = await writer.meetings.addReport(meetingKey, found.key, kept);
  const isCorrected = await noteReport(writer, corrections, { ...told, meetingKey, homes });
  if (same !== null || isCorrected) await remerge(writer, meetingKey);
  return { meetingKey, reportKey };
}

function toReport({ filedOn, meeting, personKeys }: Pick<FoundMeeting, "filedOn" | "meeting" | "personKeys">): MeetingReport {
  const { kind, title, date, place, topics, status, evidence } = meeting;
  const participants: ReportParticipant[] = meeting.participants.map((each) => ({
    name: each.name,
    kind: each.kind,
    personKey: each.kind === "person" ? (personKeys.get(each.name) ?? null) : null,
    country: each.kind === "country" ? countryCodeOf(each.name) : null,
  }));
  const part = meeting.partOf?.name == null ? {} : { partOfName: meeting.partOf.name };
  return { kind, title, date, place, topics, status, evidence, participants, filedOn, ...part };
}

/** Rebuilds people and meetings without the evidence that the article no longer contains. */
export async function rebuild(writer: EvidenceWriter, touched: Touched): Promise<void> {
  await writer.people.subtractEvidence(touched.people);
  for (const meetingKey of touched.meetingKeys) await remerge(writer, meetingKey);
}
