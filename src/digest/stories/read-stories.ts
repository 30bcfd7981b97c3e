import { isOnTopic, tellTopic } from "../../briefing/compose-briefing.ts";
import { readTopic, type TopicReading } from "../../briefing/read-topic.ts";
import { FIT } from "../../briefing/text-fit.ts";
import { hasSides, nameTopic, type TopicNames } from "../../briefing/topic-sides.ts";
import type { CitedSentence } from "../../domain/evidence/records.ts";
import { differingReports } from "../../evidence/differing-reports.ts";
import { ADDS_TO_ANOTHER } from "../../extract/en/briefing/briefing-words.ts";
import { addedArticles, changedSentences } from "../new-passages.ts";
import type { RankedStory } from "./rank-stories.ts";

/** A story, and the sentences that tell it. */
export interface ReadStory {
  story: RankedStory;
  told: CitedSentence[];
  /** Whether a sentence of it is on the topic, or it is of something that was told before. */
  isOn: boolean;
}

/** Reads a story for its topic; of two sides, what they do with each other comes first. `names` are those of the digest. */
export function readStory(story: RankedStory, names: TopicNames[]): ReadStory {
  const named = names.find(({ topic }) => topic === story.topic) ?? nameTopic(story.topic, []);
  const isPair = isOfTwo(named);
  const reading = readTopic(isPair ? named : nameTopic(story.topic, []), addedArticles(story));
  const isDisputed = disputedIn(story);
  const onTopic = lastOf(
    lastOf(byWeight(tellTopic(reading)), ({ text }) => ADDS_TO_ANOTHER.test(text)),
    isDisputed,
  );
  if (!isPair) return { story, told: sentencesOf(story, onTopic), isOn: story.changed.length > 0 || isOnTopic(reading) };
  const isBetween = betweenIn(reading);
  const told = [...onTopic.filter(isBetween), ...onTopic.filter((sentence) => !isBetween(sentence))];
  return { story, told: sentencesOf(story, told), isOn: story.changed.length > 0 || told.some(isBetween) };
}

/** In their order, with those of which a condition holds behind the others. */
function lastOf(sentences: CitedSentence[], isLast: (sentence: CitedSentence) => boolean): CitedSentence[] {
  return [...sentences.filter((each) => !isLast(each)), ...sentences.filter(isLast)];
}

export function isOfTwo({ parts }: TopicNames): boolean {
  return parts.some(({ topic }) => hasSides(topic));
}

/** Whether a sentence tells what two sides do with each other. */
function betweenIn({ weighed }: TopicReading): (sentence: CitedSentence) => boolean {
  const places = new Set(
    weighed.flatMap(({ article, lines }) =>
      lines.filter(({ fit }) => fit >= FIT.acting).map(({ range }) => `${article.id} ${range.start}`),
    ),
  );
  return ({ citations: [own] }) => own !== undefined && places.has(`${own.articleId} ${own.start}`);
}

/** Whether a sentence tells of a meeting for which its article gives another day than the meeting's record, of several reports, has. */
function disputedIn({ meetings }: RankedStory): (sentence: CitedSentence) => boolean {
  const disputed = meetings.flatMap((meeting) => {
    const others = differingReports(meeting).filter(({ date }) => date.start !== meeting.date?.start);
    return meeting.evidence.filter(({ articleId }) => others.some((report) => report.articleId === articleId));
  });
  return ({ citations: [own] }) =>
    own !== undefined &&
    disputed.some(({ articleId, start, end }) => articleId === own.articleId && start < own.end && end > own.start);
}

/** What most articles say alike comes first, and what stands higher in its article. */
function byWeight(sentences: CitedSentence[]): CitedSentence[] {
  return [...sentences].sort((a, b) => b.citations.length - a.citations.length || startOf(a) - startOf(b));
}

/** What tells the story: what told articles say now, then sentences of the new ones, on the topic or else the first of their summaries. */
function sentencesOf(story: RankedStory, onTopic: CitedSentence[]): CitedSentence[] {
  const added = addedArticles(story);
  const changed = changedSentences(story);
  if (onTopic.length > 0) return [...changed, ...onTopic];
  return [
    ...changed,
    ...added.flatMap((article) =>
      article.summary.slice(0, 1).map(({ start, end }) => {
        const text = article.text.slice(start, end);
        return { text, citations: [{ articleId: article.id, start, end, text }] };
      }),
    ),
  ];
}

function startOf({ citations }: CitedSentence): number {
  return citations[0]?.start ?? 0;
}
