import type { MeetingStatus } from "../../../domain/evidence/extraction.ts";
import { EVENT_NOUNS, EVENT_VERBS, SPORT_WORDS } from "../../en/event-words.ts";
import { type TextModel, tokensOf } from "../../read-text.ts";
import type { Sentence } from "../../tokens.ts";
import { datesAgree, isAmong, isOneKind } from "../joining/same-event.ts";
import type { Party } from "../parties/party.ts";
import type { Records } from "../records.ts";
import type { Report } from "../reports.ts";
import { NEGATION } from "../status/modality.ts";

/** What a title tells is told again in one of the first so many sentences, or it is another's news. */
const LEAD_SENTENCES = 4;

/** Whether a sentence of the text names one who takes part: by name, by office or by pronoun. */
export type IsNamedIn = (party: Party, sentence: Sentence) => boolean;

/**
 * A report of the lead with what the title says of the same meeting, where the lead leaves it open: its status, and its day. It is told before
 * reports are joined: "will hold talks, agreed on in June" is not what took place in June.
 */
export function settledByTitle(report: Report, titles: readonly Report[]): Report {
  const title = titles.find(
    (each) => isOneKind(report, each) && datesAgree(report.date, each.date) && areAmong(each.parties, report),
  );
  if (title === undefined || report.firstSentence >= LEAD_SENTENCES) return report;
  const status = title.status !== null && yieldsTo(report, title.status) ? title.status : report.status;
  const date = report.date === null && !report.isDateSaid ? title.date : report.date;
  const rules = [
    ...(status === report.status ? [] : [`${status}, by the title`]),
    ...(date === report.date ? [] : ["date: the title's"]),
  ];
  if (rules.length === 0) return report;
  const told = status === report.status || status === null ? report.told : [status];
  return { ...report, status, told, date, rules: [...report.rules, ...rules] };
}

/** Whether the title's status holds against the lead's: a plan may be off since, and what nobody dates as past is to come where the title says so. */
function yieldsTo({ status, date, isDateSaid }: Report, title: MeetingStatus): boolean {
  if (status === null) return true;
  return status === "planned" ? title === "cancelled" : status === "held" && title === "planned" && date === null && !isDateSaid;
}

function areAmong(parties: readonly Party[], report: Report): boolean {
  return parties.length > 1 && parties.every((party) => isAmong(party, report.parties));
}

/**
 * Adds what the title tells in plain words and the lead in words that no rule reads, with the lead's sentence as its evidence: what no
 * sentence of the lead tells with those names, the title does not tell either.
 */
export function addToldByTitle(
  records: Records,
  told: readonly Report[],
  { model, isNamedIn }: { model: TextModel; isNamedIn: IsNamedIn },
): void {
  for (const title of told) {
    if (title.status === null || title.parties.length < 2 || records.known.some((each) => areAmong(title.parties, each)))
      continue;
    const sentence = model.sentences
      .slice(0, LEAD_SENTENCES)
      .find((each) => tellsOf(model, each) && title.parties.every((party) => isNamedIn(party, each)));
    if (sentence !== undefined) records.known.unshift(withEvidence(title, sentence));
  }
}

function withEvidence(title: Report, sentence: Sentence): Report {
  const { start, end, index } = sentence;
  return {
    ...title,
    place: null,
    topics: [],
    mentions: [],
    within: [],
    evidence: [{ start, end }],
    sentences: [sentence],
    firstSentence: index,
    lastSentence: index,
    rules: [...title.rules, "told by the title, named in the lead"],
  };
}

/** Whether a sentence has a word for an encounter with no word before it that takes it back, and none of sport. */
function tellsOf(model: TextModel, sentence: Sentence): boolean {
  const words = tokensOf(model, sentence).map(({ lower }) => lower.replace(/[’']s$/u, ""));
  const at = words.findIndex((word) => EVENT_VERBS.has(word) || EVENT_NOUNS.has(word));
  return at >= 0 && !words.slice(0, at).some((word) => NEGATION.test(word)) && !words.some((word) => SPORT_WORDS.has(word));
}
