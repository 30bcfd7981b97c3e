import type { ArticleBody } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import { isStatement } from "../evidence/is-statement.ts";
import { skipDateline } from "../evidence/skip-dateline.ts";
import { contentWords, stemOf } from "../evidence/words.ts";
import {
  ABOUT_THE_PAGE,
  CARRIES_ON,
  CORRECTION_NOTICE,
  COUNTS,
  COURTESIES,
  GAMES,
  GAMES_AT,
  GUESSED,
  IN_YEAR,
  MET_OR_SPOKE,
  NO_REPORT,
  REMINDS,
} from "../extract/en/briefing/briefing-words.ts";
import { isCalendarWord } from "../extract/en/calendar.ts";
import { isReportingVerb } from "../extract/en/reporting-verbs.ts";
import { onFirstUse } from "../extract/on-first-use.ts";
import { joinLines, leansOnAnother, type WeighedLine } from "./join-lines.ts";
import type { Line } from "./line.ts";
import { type Acts, readActs } from "./read-acts.ts";
import { type Mention, type Sides, type Words, wordsIn } from "./sides.ts";
import { countSides, FIT, fitOf, HEADLINE, LEAD_SENTENCES, titleFit } from "./text-fit.ts";

export interface WeighedArticle {
  article: ArticleBody;
  /** How much the article is about the topic, 0 to 1. */
  focus: number;
  /** Of sport: whoever plays is in no talks. */
  isGame: boolean;
  lines: Line[];
}

const MIN_WORDS = 6;
const MAX_CHARACTERS = 420;
/** Sentences of an article whose grammar is read: those that name most of the topic first. */
const MAX_READ = 14;

/** Less is no line on the topic. */
export const ON_TOPIC = 2;
/** A text of so few sentences that begins with who met whom says what they spoke about. */
const BRIEF = 18;
/** What an amount and a courtesy change. */
const WORTH = { counted: 0.5, courtesy: 0.5 } as const;
/** An article with so much focus speaks of the topic where it names half of it, too. */
export const FOCUSED = 0.6;

interface Sentence {
  at: number;
  range: Range;
  text: string;
  words: Words;
  mentions: Mention[];
  named: number;
}

/**
 * What an article says on the topic, sentence by sentence. Where it is one of `few` articles, its summary tells the topic where a sentence
 * does not name it.
 */
export function weighArticle(article: ArticleBody, sides: Sides, { few }: { few: boolean }): WeighedArticle {
  const title = titleFit(sides, article);
  const isAbout = title > 0 || (sides.isPhrase && isNamedEarly(article, sides));
  const sentences = sentencesOf(article, isAbout ? { ...sides, find: sides.findAgain } : sides);
  const least = sides.count > 1 ? 2 : 1;
  const read = [...sentences]
    .sort((a, b) => Math.min(b.named, least) - Math.min(a.named, least) || a.at - b.at)
    .slice(0, MAX_READ)
    .map((sentence) => {
      // Its grammar costs more than all the rest, so it is read only if the article turns out to speak of the topic.
      const acts = onFirstUse(() => readActs(sentence.words.model(), sentence.mentions));
      return { sentence, acts, fit: canOnlyBeImplied(sentence, sides) ? FIT.implied : fitOf(sentence, acts(), sides) };
    });
  const isLead = read.some(({ sentence, fit }) => sentence.at < LEAD_SENTENCES && fit >= HEADLINE);
  const focus = focusOf({ title, isLead, read, article });
  const isNamed = title > 0 || read.some(({ sentence }) => sentence.named > 0);
  const matter = matterOf(article, read);
  const isGame = isOfSport(article);
  const isReadout = article.sentences.length <= BRIEF && MET_OR_SPOKE.test(leadOf(article));
  const isNews = !isGame && !CORRECTION_NOTICE.test(article.title ?? "");
  const single = (isNews ? read : []).flatMap(({ sentence, acts, fit }): WeighedLine[] => {
    const isBrief = isReadout && sentence.mentions.some(({ end }) => !/^['’]/.test(sentence.text.slice(end)));
    // A headline names "the G20 summit", and the lead "a summit of the Group of 20".
    const isHead = title >= HEADLINE && sentence.at < LEAD_SENTENCES;
    const isCarried =
      (isHead || (isLead && (sentence.named > 0 || title >= HEADLINE))) && (isBrief || isOnMatter(sentence, matter));
    const isNear = sides.count === 1 || sentence.named > 0 || focus >= FOCUSED;
    const isImplied = (few && isNamed && isNear) || (focus >= FOCUSED && isCarried);
    if (fit === 0 || (fit === FIT.implied && !isImplied) || !isTelling(sentence.text)) return [];
    const isTakenUp = leansOnAnother(sentence.text);
    if (isTakenUp && fit === FIT.implied) return [];
    const told = acts();
    const fits = fit === FIT.implied ? fitOf(sentence, told, sides) : fit;
    if (fits === 0) return [];
    const isHeadlined = sentence.at < LEAD_SENTENCES && sentence.named > 0 && title > 0;
    const onTopic = isHeadlined && sides.count === 1 ? Math.max(fits, ON_TOPIC) : fits;
    // Who met whom is news, however the sentence is built.
    const isNewsAtHead = (isHeadlined && title >= HEADLINE) || (isReadout && sentence.at === 0);
    const line = lineOf({ article, sentence, acts: told, fit: onTopic, focus, isHeadlined: isNewsAtHead });
    return [{ line, leans: isTakenUp || told.leans }];
  });
  const lines = joinLines(single);
  return { article, focus, isGame, lines: MET_OR_SPOKE.test(leadOf(article)) ? headFirst(lines) : lines };
}

/** Who met whom before what was said there. */
function headFirst(lines: Line[]): Line[] {
  const best = Math.max(...lines.map(({ score }) => score));
  return lines.map((line) => (line.at === 0 && line.fit >= ON_TOPIC ? { ...line, score: best + AHEAD } : line));
}

const AHEAD = 0.01;

function leadOf({ text, sentences: [first] }: ArticleBody): string {
  return first === undefined ? "" : text.slice(first.start, first.end).replace(/\s+/g, " ");
}

function isNamedEarly({ text, sentences }: ArticleBody, sides: Sides): boolean {
  return sentences.slice(0, LEAD_SENTENCES).some(({ start, end }) => sides.find(wordsIn(text.slice(start, end))).length > 0);
}

/** Of several sides it names one, or none: what it says is on the topic only if the article is. */
function canOnlyBeImplied({ named }: Sentence, sides: Sides): boolean {
  return named === 0 || (named === 1 && sides.count > 1 && !sides.isPhrase);
}

interface Weighing {
  article: ArticleBody;
  sentence: Sentence;
  acts: Acts;
  fit: number;
  focus: number;
  /** The headline and the lead tell it: that it is a state of things makes it no background. */
  isHeadlined: boolean;
}

function lineOf({ article, sentence, acts, fit, focus, isHeadlined }: Weighing): Line {
  const { range, text, at } = sentence;
  const line = {
    article,
    range,
    text: article.text.slice(range.start, range.end),
    words: new Set(contentWords(withoutSides(sentence))),
    at,
    fit,
    score: 0,
    isBackground: isOld(text, article) || (!acts.isEvent && !isHeadlined),
  };
  return { ...line, score: scoreOf(line, focus) };
}

const LEAD_CHARACTERS = 700;
const MIN_MATTER = 4;

/** The words of an article's headline and lead, less the names of the sides: what "the duty" is about. */
function matterOf(article: ArticleBody, read: { sentence: Sentence }[]): Set<string> {
  const lead = read.find(({ sentence }) => sentence.at === 0);
  const head = contentWords(article.title ?? "")
    .filter(isMatter)
    .map(stemOf);
  return new Set([...head, ...(lead === undefined ? [] : wordsBeside(lead.sentence))]);
}

function isOnMatter(sentence: Sentence, matter: Set<string>): boolean {
  const shared = wordsBeside(sentence).filter((word) => matter.has(word)).length;
  return shared >= (sentence.named === 0 ? 2 : 1);
}

function wordsBeside(sentence: Sentence): string[] {
  return contentWords(withoutSides(sentence)).filter(isMatter).map(stemOf);
}

function withoutSides({ text, mentions }: Sentence): string {
  let beside = text;
  for (const { start, end } of [...mentions].reverse()) beside = `${beside.slice(0, start)} ${beside.slice(end)}`;
  return beside;
}

function isMatter(word: string): boolean {
  return word.length >= MIN_MATTER && !isCalendarWord(word) && !isReportingVerb(word);
}

/** Whether an article tells of games: whoever plays is in no talks. */
export function isOfSport({ title, text }: ArticleBody): boolean {
  return countGames(`${title ?? ""} ${text.slice(0, LEAD_CHARACTERS)}`) > GAMES_AT;
}

function countGames(text: string): number {
  return text.match(GAMES)?.length ?? 0;
}

function sentencesOf(article: ArticleBody, sides: Sides): Sentence[] {
  return article.sentences.flatMap((sentence, at) => {
    const range = skipDateline(article.text, sentence);
    const text = article.text.slice(range.start, range.end).replace(/\s+/g, " ");
    if (text.length > MAX_CHARACTERS) return [];
    const words = wordsIn(text);
    const mentions = sides.find(words);
    const named = countSides(mentions);
    return named === 0 && (at >= LEAD_SENTENCES || !isInSummary(article, range))
      ? []
      : [{ at, range, text, words, mentions, named }];
  });
}

function isInSummary({ summary }: ArticleBody, { start, end }: Range): boolean {
  return summary.some((each) => start < each.end && each.start < end);
}

interface Focusing {
  title: number;
  isLead: boolean;
  read: { sentence: Sentence; fit: number }[];
  article: ArticleBody;
}

/** Headline and lead weigh most; else the share of the sentences that are about it. */
function focusOf({ title, isLead, read, article }: Focusing): number {
  const strong = read.filter(({ fit }) => fit >= HEADLINE);
  const share = strong.length / Math.max(4, article.sentences.length * 0.5);
  const byTitle = title >= HEADLINE ? 0.7 : title > 0 ? 0.2 : 0;
  return Math.min(1, byTitle + (isLead ? 0.5 : 0) + share);
}

/** Whether its words are news, and enough of them. */
function isTelling(text: string): boolean {
  if (!isStatement(text) || CORRECTION_NOTICE.test(text)) return false;
  return (
    !ABOUT_THE_PAGE.test(text) && !text.includes("://") && countGames(text) < GAMES_AT && contentWords(text).length >= MIN_WORDS
  );
}

export function isOld(text: string, article: ArticleBody): boolean {
  if (REMINDS.test(text)) return true;
  const published = Number(article.publishedAt?.slice(0, 4) ?? 0);
  const years = [...text.matchAll(IN_YEAR)].map((match) => Number(match[1]));
  return published > 0 && years.length > 0 && years.every((year) => year < published - 1);
}

/** What is counted weighs more, what courtesy says of every guest less. */
function substanceOf(text: string): number {
  return (COUNTS.test(text) ? WORTH.counted : 0) - (COURTESIES.test(text) ? WORTH.courtesy : 0);
}

/** Words of somebody stand below among the quotations as well. */
const BEGINS_QUOTED = /^["“]/;
const QUOTED = 1.5;

function scoreOf(line: Omit<Line, "score">, focus: number): number {
  const { article, at, fit, text, isBackground } = line;
  return (
    fit * 1.6 +
    focus * 2 +
    substanceOf(text) +
    (isInSummary(article, line.range) ? 0.8 : 0) +
    1.6 / (1 + at * 0.35) -
    (isBackground ? 1.5 : 0) -
    (GUESSED.test(text) ? 1 : 0) -
    (CARRIES_ON.test(text) ? 1.5 : 0) -
    (NO_REPORT.test(article.title ?? "") ? 1.5 : 0) -
    (text.length > 300 ? 0.5 : 0) -
    (BEGINS_QUOTED.test(text) ? QUOTED : 0)
  );
}
