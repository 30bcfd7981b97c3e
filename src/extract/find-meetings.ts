import type { Meeting } from "../domain/evidence/extraction.ts";
import type { CountryMention } from "./find-countries.ts";
import { mayTellEvent } from "./meetings/find-events.ts";
import { addFollowingTopics } from "./meetings/follow-topics.ts";
import { attendeesOf, mayTellAttendees } from "./meetings/parties/attendees.ts";
import { castOf, type KnownPeople } from "./meetings/parties/cast.ts";
import { pairNamedIn } from "./meetings/parties/pair-named-in.ts";
import { ATTENDED_REACH, addAttendees, addReport, finishRecords, lastTold, type Records } from "./meetings/records.ts";
import { reportsOfScene } from "./meetings/reports-of-scene.ts";
import { sceneOf } from "./meetings/scenes.ts";
import { reportsOfTitle } from "./meetings/title/reports-of-title.ts";
import { addToldByTitle, settledByTitle } from "./meetings/title/settle-by-title.ts";
import { readTextDates } from "./meetings/when/text-dates.ts";
import { type TextModel, tokensOf } from "./read-text.ts";
import type { Sentence } from "./tokens.ts";

export interface MeetingContext {
  /** The headline; null where there is none. */
  title: string | null;
  people: KnownPeople;
  countries: CountryMention[];
  /** ISO date of publication, or null where nobody says: then only dates with their year are resolved. */
  publishedAt: string | null;
  /** Where the article stands: some papers write 09/08/2022 with the day first. */
  url: string | null;
}

/** A text that reports more is an archive, not an article: it is read no further. */
const MAX_REPORTS = 300;
/** A sentence longer than this is no sentence: a table, a list of names, a text without full stops. */
const MAX_SENTENCE_TOKENS = 250;

/**
 * The meetings, calls, visits and talks that an article reports, in the order of the text, each with the sentences it rests on. Pure,
 * linear in the text's length; never throws.
 */
export function findMeetings(model: TextModel, context: MeetingContext): Meeting[] {
  const records: Records = { known: [], loose: [], spoken: null };
  const castAt = castOf(model, context);
  const dates = readTextDates(model, { publishedAt: context.publishedAt, url: context.url });
  const told = reportsOfTitle(model, context);
  for (const sentence of model.sentences) {
    if (records.known.length + records.loose.length >= MAX_REPORTS) break;
    if (sentence.lastToken - sentence.firstToken > MAX_SENTENCE_TOKENS || isQuestion(model, sentence)) continue;
    const tokens = tokensOf(model, sentence);
    if (isLink(model, sentence)) continue;
    const isNear = lastTold(records) >= sentence.index - ATTENDED_REACH;
    if (!mayTellEvent(tokens) && !(isNear && mayTellAttendees(tokens))) {
      addFollowingTopics(model, sentence, records.known);
      continue;
    }
    const scene = sceneOf(model, { sentence, tokens, cast: castAt(sentence, tokens) });
    const pair = pairNamedIn(scene);
    if (pair !== null) records.spoken = { sentence: sentence.index, pair };
    const reports = reportsOfScene(scene, { sentence, publishedAt: context.publishedAt, dates });
    for (const report of reports) addReport(records, settledByTitle(report, told));
    if (isNear || reports.length > 0) addAttendees(records, attendeesOf(scene), sentence);
    if (reports.length === 0) addFollowingTopics(model, sentence, records.known);
  }
  if (told.length > 0)
    addToldByTitle(records, told, {
      model,
      isNamedIn: (party, sentence) => {
        const { people, countries } = castAt(sentence, tokensOf(model, sentence));
        return (
          [...people, ...countries].some(({ name }) => name === party.name) ||
          (party.kind === "organisation" && model.text.slice(sentence.start, sentence.end).includes(party.name))
        );
      },
    });
  return finishRecords(records, dates);
}

/** A question reports nothing: "Will the Secretary meet the minister?" */
function isQuestion(model: TextModel, sentence: Sentence): boolean {
  return /\?["”’)]*$/.test(model.text.slice(Math.max(sentence.start, sentence.end - 4), sentence.end));
}

/** "More:Trump meets Kim", "READ: …": a link to another article. */
function isLink(model: TextModel, sentence: Sentence): boolean {
  return /^(?:more|read|read more|related|see also|also read|watch|opinion|analysis|fact check|live updates?)\s?:/i.test(
    model.text.slice(sentence.start, sentence.start + 20),
  );
}
