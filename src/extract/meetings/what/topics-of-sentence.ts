import type { Relations } from "../../clauses/relations-of.ts";
import { ABOUT, DISCUSS, NO_SUBJECT, SETTLE, SPEAK, TALK, TALK_OF } from "../../en/topic-words.ts";
import type { Token } from "../../tokens.ts";
import type { EventAt } from "../when/date-host.ts";
import { readSubjects, type TaggedWords } from "./read-subjects.ts";

export interface TopicSentence {
  tokens: readonly Token[];
  grammar: Relations;
  /** The report whose subjects are asked for; null for a sentence that only speaks on about one. */
  event: EventAt | null;
  /** The sentence's other reports. */
  others: readonly EventAt[];
  /** Whether a token is part of a person's name. */
  isPerson: (token: number) => boolean;
  /** Where the meeting is: no part of its subject. */
  place: string | null;
}

const MAX_TOPICS = 8;
const MAX_CLIMB = 6;
/** How far behind a talk its "on" may stand: "talks with Lask in Oslo on trade". */
const ABOUT_REACH = 14;

/** What a sentence says that a meeting was about: short noun phrases, in the text's words. */
export function topicsOfSentence(sentence: TopicSentence): string[] {
  const topics: string[] = [];
  const tagged: TaggedWords = { tokens: sentence.tokens, tags: sentence.grammar.tags, isPerson: sentence.isPerson };
  let read = 0;
  for (let at = 0; at < sentence.tokens.length && topics.length < MAX_TOPICS; at++) {
    const from = subjectStart(sentence, at);
    if (from === null || (from < read && from >= at) || !isOfEvent(sentence, at)) continue;
    const subjects = readSubjects(tagged, from, from < at);
    topics.push(...subjects.topics);
    read = Math.max(read, subjects.end);
  }
  return topics.slice(0, MAX_TOPICS).map((topic) => withoutPlace(topic, sentence.place));
}

/** "natural gas in Alexandria": where they talked. */
function withoutPlace(topic: string, place: string | null): string {
  const tail = ` in ${place}`;
  return place !== null && topic.endsWith(tail) ? topic.slice(0, -tail.length) : topic;
}

/** Where the subject of a talk begins, if a word speaks of one. */
function subjectStart(sentence: TopicSentence, at: number): number | null {
  const { tokens, grammar } = sentence;
  const word = tokens[at]?.lower ?? "";
  const isVerb = /^VB/.test(grammar.tags[at] ?? "");
  if (word === "agenda") return ofAgenda(sentence, at);
  if (isVerb && (DISCUSS.test(word) || (SETTLE.test(word) && isOfMeeting(sentence, at)))) {
    const passive = isPassive(sentence, at) ? subjectOf(sentence, at) : null;
    return passive ?? (isLandmark(sentence, at) ? null : at + 1);
  }
  if (TALK_OF.test(word) && !isVerb && tokens[at + 1]?.lower === "of") return at + 2;
  if (!(isVerb ? SPEAK : TALK).test(word)) return null;
  return behindAbout(sentence, at);
}

/** "met to settle", or the sentence's own verb. */
function isOfMeeting({ tokens, grammar, event }: TopicSentence, verb: number): boolean {
  const head = grammar.heads[verb] ?? -1;
  if (head < 0) return true;
  if (event !== null && (head === event.at || (head >= event.first && head < event.last))) return true;
  return SPEAK.test(tokens[head]?.lower ?? "") || TALK.test(tokens[head]?.lower ?? "");
}

/** Behind the "on" or "about" that hangs on a talk. */
function behindAbout({ tokens, grammar }: TopicSentence, talk: number): number | null {
  for (let at = talk + 1; at < Math.min(tokens.length, talk + ABOUT_REACH); at++) {
    const word = tokens[at]?.lower ?? "";
    if (/^(?:[;:.]|who|which|that|while|after|before)$/.test(word)) return null;
    if (!ABOUT.test(word) || NO_SUBJECT.test(nounBehind(tokens, at + 1))) continue;
    const noun = grammar.heads[at] ?? -1;
    const above = grammar.heads[noun] ?? -1;
    if (
      at === talk + 1 ||
      noun === talk ||
      (noun >= 0 && noun === grammar.heads[talk]) ||
      above === talk ||
      (above >= 0 && above === grammar.heads[talk])
    )
      return at + 1;
  }
  return null;
}

/** The first word behind articles: what "on the sidelines" is on. */
function nounBehind(tokens: readonly Token[], at: number): string {
  let i = at;
  while (/^(?:the|a|an|his|her|its|their|this|that|same)$/.test(tokens[i]?.lower ?? "")) i++;
  return tokens[i]?.lower ?? "";
}

/** "addressed the Assembly", "raised her glass": whom, or what no talk is about. */
function isLandmark({ tokens, isPerson }: TopicSentence, verb: number): boolean {
  if (!/^(?:address|cover|brief|rais)/.test(tokens[verb]?.lower ?? "")) return false;
  const at = tokens[verb + 1]?.lower === "the" ? verb + 2 : verb + 1;
  return tokens[at]?.capital === true || isPerson(at);
}

function isPassive({ grammar: { heads, rels, tags } }: TopicSentence, verb: number): boolean {
  if (tags[verb] !== "VBN") return false;
  for (let at = Math.max(0, verb - 4); at < verb; at++)
    if (heads[at] === verb && /^(?:aux|cop)$/.test(rels[at] ?? "")) return true;
  return false;
}

/** "Trade and migration are on the agenda", "topped the agenda": what the verb's subject says. */
function ofAgenda(sentence: TopicSentence, agenda: number): number | null {
  const { tokens, grammar } = sentence;
  if (/^(?:include|are|is|were|was)/.test(tokens[agenda + 1]?.lower ?? "")) return null;
  let head = agenda;
  for (let step = 0; step < MAX_CLIMB && head >= 0; step++) {
    const subject = subjectOf(sentence, head);
    if (subject !== null) return subject;
    head = grammar.heads[head] ?? -1;
  }
  return null;
}

/** Where the words of a verb's subject begin. */
function subjectOf({ tokens, grammar: { heads, rels } }: TopicSentence, verb: number): number | null {
  for (let at = verb - 1; at >= 0; at--) {
    if (heads[at] !== verb || rels[at] !== "nsubj") continue;
    let first = at;
    while (
      first > 0 &&
      (heads[first - 1] ?? -1) >= first - 1 &&
      (heads[first - 1] ?? -1) <= at &&
      tokens[first - 1]?.kind !== "mark"
    )
      first--;
    return first;
  }
  return null;
}

/** Whether a talk's word is the report's own or stands behind it, before the next one, where a sentence reports several. */
function isOfEvent({ event, others }: TopicSentence, at: number): boolean {
  if (event === null || others.length === 0) return true;
  const events = [event, ...others].sort((a, b) => a.first - b.first);
  return (events.findLast((one) => one.first <= at) ?? events[0]) === event;
}
