import { MEETING_KINDS, MEETING_STATUSES } from "../../domain/evidence/extraction.ts";
import type { ReadingTask } from "../../domain/model/language-model.ts";
import { fenced, fenceRule, type Message } from "./prompt.ts";

/** The conversation that asks a model to read an article. The rules come first and are the same for every article, so that providers keep them. */
export function readingPrompt({ title, publishedAt, sentences, quotes }: ReadingTask): Message[] {
  return fenced([JSON.stringify({ title, publishedAt, sentences, quotes })], (fence) =>
    [...RULES, fenceRule(fence), SHAPE].join("\n"),
  );
}

const RULES = [
  "Read one news article for a diplomatic desk. It is given as numbered sentences, and the quotations in it have numbers of their own. Answer with numbers and with words of the article, never with words of your own.",
  "quotes: for each quotation its number n, its speaker as the article names whoever says it (a person's name, else the body or document whose words they are, else the words that stand for them; null if the article leaves it open), and the number of a sentence in which these words stand.",
  "people: each person whom the article names and who matters in it: the fullest name, their office in words of the article that stand together (null if it gives none), the ISO 3166-1 alpha-2 code of the state that they act for (null if the article does not say), and the numbers of the sentences in which name and office stand.",
  "meetings: each meeting, call, visit, summit or round of talks between office-holders, states or international bodies that the article reports as held, planned or cancelled. One entry an event: two with different people, on different days or in different places are two.",
  `- kind: ${MEETING_KINDS.join(", ")}. status: ${MEETING_STATUSES.join(", ")}, as of the day of publication. What is denied, refused or only wished for is no meeting.`,
  "- participants: each by the words with which a sentence of the entry names them, or a state by its English short name. Whoever only reports it or is talked about takes no part.",
  "- when: the words that say its day, month or year, as they stand (null if none do); never the day of a statement about it. where: the words of its place (null if none are said).",
  "- sentences: the numbers of all the sentences that the entry rests on, and no others.",
];

/** In words as well, for endpoints that do not take it as a schema. */
const SHAPE =
  'Answer with one JSON object and nothing else: {"quotes":[{"n":1,"speaker":"…","sentence":3}],"people":[{"name":"…","office":"…","country":"NO","sentences":[1]}],"meetings":[{"kind":"meeting","status":"held","participants":["…","…"],"when":"on Tuesday","where":"Bergen","sentences":[1]}]}';
