import { type TextModel, tokensOf } from "../read-text.ts";
import type { Sentence } from "../tokens.ts";
import type { Report } from "./reports.ts";
import { treeOf } from "./tree.ts";
import { topicsOfSentence } from "./what/topics-of-sentence.ts";

/** How many sentences after a report still speak of its meeting. */
const FOLLOWING_REACH = 8;
/** A longer sentence is a table or a list. */
const MAX_SENTENCE_LENGTH = 1_500;
const MAX_EVIDENCE = 6;
const PLURAL_SUBJECT =
  /^[“"'‘(]?\s?(?:(?:they|both|together,? (?:they|the)|the (?:(?:two|three|four|five|prime|foreign|defence|defense) )*(?:leaders|ministers|presidents|sides|officials|men|women|counterparts|countries|nations|two|three|four|parties|heads|delegations|chiefs|diplomats|envoys|principals))\b|(?:the )?(?:[A-Z][\p{L}.’'-]+ ){1,4}and (?:the )?(?:[A-Z][\p{L}.’'-]+ ){1,4}(?:also )?(?:discussed|talked|exchanged|reviewed|consulted|touched|spoke))/iu;
const MEETING_SUBJECT =
  /^[“"'‘(]?\s?(?:(?:during|in|at) )?(?:the|their|his|her|this|that) (?:[\w-]+ ){0,2}(?:meeting|talks|call|conversation|discussions?|visit|dialogue|summit|negotiations|consultations|agenda)\b/i;

/** Adds the subjects of a sentence that speaks on about a meeting just reported: "They discussed …", "The talks focused on …". */
export function addFollowingTopics(model: TextModel, sentence: Sentence, known: Report[]): void {
  const latest = known.at(-1);
  if (latest === undefined || sentence.end - sentence.start > MAX_SENTENCE_LENGTH) return;
  const text = model.text.slice(sentence.start, sentence.end);
  const plural = PLURAL_SUBJECT.test(text);
  if (!plural && !MEETING_SUBJECT.test(text) && !/^(?:he|she|the \w+(?: \w+)?) also (?:discussed|reviewed)\b/i.test(text)) return;
  const isTable = (candidate: Report): boolean => candidate.kind !== "visit" && candidate.parties.length >= 2;
  const last = known.findLast(isTable);
  // "A met B before being received by C. The two ministers discussed …": the sentence's first.
  const draft = plural ? known.find((candidate) => isTable(candidate) && candidate.lastSentence === last?.lastSentence) : latest;
  if (draft === undefined || sentence.index - draft.lastSentence > FOLLOWING_REACH) return;
  const topics = topicsOfSentence({
    tokens: tokensOf(model, sentence),
    grammar: treeOf(model, sentence),
    event: null,
    others: [],
    isPerson: () => false,
    place: null,
  });
  if (topics.length === 0) return;
  draft.topics.push(...topics);
  if (draft.evidence.length < MAX_EVIDENCE) draft.evidence.push({ start: sentence.start, end: sentence.end });
  draft.lastSentence = sentence.index;
}
