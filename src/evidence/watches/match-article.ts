import type { NewHit, Watch } from "../../domain/digests/watch.ts";
import { nameKey } from "../../domain/evidence/fold-name.ts";
import type { ArticleBody, MeetingRecord, QuoteRecord } from "../../domain/evidence/records.ts";
import type { Range } from "../../domain/evidence/span.ts";
import { TWO_PLUS_TWO, TWO_PLUS_TWO_WORD } from "../../extract/en/watches/watch-words.ts";
import { stemOf, wordsOf } from "../words.ts";
import { findSide, isAbout, isSpeaker, type KnownPeople, type Named } from "./find-side.ts";
import { eventOf, isFresh } from "./is-news.ts";
import type { WatchCondition, WatchSide } from "./watch-condition.ts";

/** An article with all that was found in it, as the store has it. */
export interface ArticleEvidence extends Named {
  article: ArticleBody;
  meetings: MeetingRecord[];
  quotes: QuoteRecord[];
}

export interface ReadyWatch {
  watch: Watch;
  condition: WatchCondition;
}

const MAX_SAID_WORDS = 12;
const MAX_SIDES_KEPT = 6;
const MAX_KEY = 200;

/** What an article gives a watch to tell of, whether or not it was told before. Pure. */
export function matchArticle({ watch, condition }: ReadyWatch, evidence: ArticleEvidence): NewHit[] {
  if (condition.kind === "said") return matchQuotes(watch, condition, evidence);
  return evidence.meetings.flatMap((meeting) => {
    const sides = sidesAt(meeting, condition, evidence);
    const passage = passageOn(meeting, evidence.article);
    if (sides === null || passage === null || !holdsTerms(meeting, condition.terms)) return [];
    if (condition.kinds !== null && !condition.kinds.includes(meeting.kind)) return [];
    if (!isFresh(meeting, evidence.article, passage)) return [];
    const event = eventOf(meeting, evidence.article);
    if (!condition.happenings.includes(event)) return [];
    const date = meeting.date;
    return [
      {
        watchId: watch.id,
        event,
        sides: sides.slice(0, MAX_KEY),
        meetingId: meeting.id,
        dateStart: date?.start ?? null,
        dateEnd: date?.end ?? null,
        start: passage.start,
        end: passage.end,
      },
    ];
  });
}

type MeetingCondition = Extract<WatchCondition, { kind: "meeting" }>;

/** Those who met, as one key: people and bodies that are sides, and everybody where a country or only one side is asked for. Null where a side is not there. */
function sidesAt(meeting: MeetingRecord, { sides }: MeetingCondition, known: Named): string | null {
  // Where many gather, nothing says that two of them met.
  if (sides.length > 1 && isGathering(meeting) && !sides.some(({ kind }) => kind === "bloc")) return null;
  const found: string[] = [];
  const taken = new Set<string>();
  for (const side of sides) {
    const names = findSide(meeting, side, known);
    if (names === null) return null;
    // Nobody meets themselves: "Lund meets Anna Lund" is one person.
    if (side.kind === "person" && names.every((name) => taken.has(name))) return null;
    for (const name of names) taken.add(name);
    if (side.kind !== "country") found.push(side.kind === "bloc" ? side.bloc.name : (names[0] ?? side.label));
  }
  if (isOwnCountry(taken, sides, known) || areBothHosts(meeting, sides, known)) return null;
  const isNamed = sides.length > 1 && found.length === sides.length;
  const all = isNamed ? found : [...found, ...meeting.participants.map(({ name }) => name).slice(0, MAX_SIDES_KEPT)];
  return [...new Set(all.map(nameKey))].sort().join("|");
}

/** Whether somebody is watched for with their own country: whoever acts for a state is there with it, and does not meet it. */
function isOwnCountry(people: ReadonlySet<string>, sides: readonly WatchSide[], known: KnownPeople): boolean {
  const states = sides.flatMap((side) => (side.kind === "country" ? [side.code] : []));
  return known.people.some(({ name, roles: [role] }) => people.has(name) && states.includes(role?.country ?? ""));
}

/** "visited Estonia and Latvia": the states that somebody visits do not meet by it. */
function areBothHosts({ kind, participants }: MeetingRecord, sides: readonly WatchSide[], { people }: KnownPeople): boolean {
  const visitors = participants.filter((each) => each.kind === "person");
  if (kind !== "visit" || visitors.length === 0 || sides.length < 2) return false;
  const own = visitors.map(({ name }) => people.find((person) => person.name === name)?.roles[0]?.country);
  return sides.every((side) => side.kind === "country" && !own.includes(side.code));
}

/** More than these are no meeting of two. */
const MAX_TOGETHER = 5;

function isGathering({ participants, kind }: MeetingRecord): boolean {
  const hasBody = participants.some((each) => each.kind === "organisation");
  return participants.length > MAX_TOGETHER || (kind === "summit" && hasBody && participants.length > 3);
}

/** The sentence of this article that says so; null where the article itself says nothing of it any more. */
export function passageOn(meeting: Pick<MeetingRecord, "evidence">, article: ArticleBody): Range | null {
  const cited = meeting.evidence.filter(({ articleId }) => articleId === article.id).sort((a, b) => a.start - b.start)[0];
  return cited === undefined ? null : sentenceAround(cited, article);
}

/** The sentences that a passage stands in, whole. */
export function sentenceAround({ start, end }: Range, { sentences }: ArticleBody): Range {
  const around = sentences.filter((sentence) => sentence.start < end && start < sentence.end);
  return { start: Math.min(start, ...around.map((each) => each.start)), end: Math.max(end, ...around.map((each) => each.end)) };
}

/** Whether the meeting, or the passages on it, hold all the words. */
function holdsTerms(meeting: MeetingRecord, terms: string[]): boolean {
  if (terms.length === 0) return true;
  const { title, place, partOf, participants, evidence } = meeting;
  const said = [
    title,
    place ?? "",
    partOf?.title ?? "",
    ...participants.map(({ name }) => name),
    ...evidence.map((each) => each.text),
  ];
  const words = wordsOf(said.join(" ").replace(TWO_PLUS_TWO, ` ${TWO_PLUS_TWO_WORD} `));
  const stems = new Set(words.map(stemOf));
  return terms.every((term) => stems.has(stemOf(term)));
}

/** The first quotation of the article that fits; an article is told of once. */
function matchQuotes(
  watch: Watch,
  { who, about }: Extract<WatchCondition, { kind: "said" }>,
  evidence: ArticleEvidence,
): NewHit[] {
  const { article, quotes } = evidence;
  for (const quote of [...quotes].sort((a, b) => a.start - b.start)) {
    if (quote.speaker === null || !isSpeaker(quote.speaker, who, evidence)) continue;
    if (about !== null && !isAbout(wordsAround(quote, evidence), about)) continue;
    const { start, end } = sentenceAround(quote, article);
    const sides = saidKey(quote);
    return [{ watchId: watch.id, event: "said", sides, meetingId: null, dateStart: null, dateEnd: null, start, end }];
  }
  return [];
}

/** By what a quotation is known again, in this article and in others that carry it. */
export function saidKey({ speaker, text }: Pick<QuoteRecord, "speaker" | "text">): string {
  const said = wordsOf(text).slice(0, MAX_SAID_WORDS).join(" ");
  return `${nameKey(speaker?.name ?? "")}|${said}`.slice(0, MAX_KEY);
}

/** What a quotation is about stands in its own sentence, or in the one that leads to it, unless somebody else speaks there. */
function wordsAround(quote: QuoteRecord, { article, quotes }: ArticleEvidence): string {
  const around = sentenceAround(quote, article);
  const before = article.sentences.filter(({ end }) => end <= around.start).at(-1);
  if (before === undefined) return article.text.slice(around.start, around.end);
  const isOthers = quotes.some(
    (each) => each.start < before.end && before.start < each.end && each.speaker?.name !== quote.speaker?.name,
  );
  return article.text.slice(isOthers ? around.start : before.start, around.end);
}
