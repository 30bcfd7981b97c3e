import { showRole } from "../../../documents/blocks.ts";
import { type Block, type Document, type Inline, paragraph, text } from "../../../domain/chat/document.ts";
import { showDateSpan } from "../../../domain/chat/show-date.ts";
import type { Article } from "../../../domain/evidence/article.ts";
import type { Extraction, Meeting, Person, Quote } from "../../../domain/evidence/extraction.ts";
import type { Refusal, RefusalReason } from "../../../domain/model/model-reading.ts";
import { countryName } from "../../../extract/countries.ts";

/** What of a model's reading the text does not bear out, for the pieces' places in it. */
const REFUSALS: Record<RefusalReason, string> = {
  "not-understood": "it has not the form that was asked for",
  "another-language": "the rules do not read this language, so that nothing can be proved",
  "no-such-quotation": "the text has no quotation of that number",
  "no-such-sentence": "the text has no sentence of that number",
  "not-in-the-sentence": "the words do not stand in the sentences that it names",
  "not-the-speaker": "the grammar around the quotation gives it to somebody else",
  "office-of-another": "the text does not give this person that office",
  "another-country": "the text does not say that this person acts for that state",
  "not-a-party": "the sentence names them, but not as taking part",
  planned: "the sentence tells a plan",
  held: "the sentence tells what has taken place",
  denied: "the sentence denies it, or tells of no meeting",
  "not-cancelled": "the sentence does not say that it was called off",
  "not-a-date": "no day follows from the words",
  "date-of-something-else": "the words date something else in the sentence",
  "not-a-place": "the words are no place there",
  "another-kind": "the sentence has no word for a meeting of this kind",
  "place-of-something-else": "the words are the place of something else in the sentence",
  "two-meetings": "the sentences tell of two meetings",
};

/**
 * An extraction for people to read. With `explain`, each thing says by which rule it was found, where a model has read the article also who
 * says it, and what of the model's reading was refused is listed. Pure.
 */
export function explainExtraction(
  article: Article,
  extraction: Extraction,
  explain: { refused: readonly Refusal[]; isRead: boolean } | null,
): Document {
  const why = (rules: string[]): Inline[] =>
    explain !== null && rules.length > 0
      ? [text(` [${[...(explain.isRead ? [whoSays(rules)] : []), ...rules].join("; ")}]`, "soft")]
      : [];
  const section = (heading: string, items: Inline[][]): Block[] =>
    items.length === 0
      ? []
      : [
          { type: "heading", text: heading },
          { type: "list", items },
        ];
  const countries = extraction.countries.map((code) => countryName(code) ?? code).join(", ");
  const blocks: Block[] = [
    ...section(
      "Summary",
      extraction.summary.map((sentence) => [text(sentence.text)]),
    ),
    ...section(
      "Quotes",
      extraction.quotes.map((quote) => [...quoteInlines(quote), ...why([quote.rule, ...wordsBehind(article, quote)])]),
    ),
    ...section(
      "People",
      extraction.people.map((person) => [...personInlines(person), ...why(person.rules)]),
    ),
    ...section(
      "Meetings",
      extraction.meetings.map((meeting) => [...meetingInlines(meeting), ...why(meeting.rules)]),
    ),
  ];
  blocks.push(
    ...section(
      "Refused of the model's reading",
      (explain?.refused ?? []).map(({ path, reason }) => [text(`${path === "" ? "all of it" : path}: ${REFUSALS[reason]}`)]),
    ),
  );
  if (explain?.isRead === true && explain.refused.length === 0)
    blocks.push(paragraph(text("Nothing of the model's reading was refused.")));
  if (countries !== "") blocks.push({ type: "heading", text: "Countries" }, paragraph(text(countries)));
  if (blocks.length === 0) blocks.push(paragraph(text("I found nothing in this text.")));
  return { title: article.title ?? article.id, audience: "asker", blocks, detail: [] };
}

/** Of a thing's rules, whose word it is: what the rules and the model say alike is sure. */
function whoSays(rules: readonly string[]): string {
  const isBoth = rules.some((rule) => /\bthe model(?: and the rules)? agrees?$|^the model names them too$/.test(rule));
  if (isBoth) return "both say so: sure";
  return rules.some((rule) => /^(?:the model: |named by the model$)/.test(rule))
    ? "the model says so"
    : "the local engine says so";
}

function quoteInlines(quote: Quote): Inline[] {
  return [text(quote.text), text(` — ${quote.speaker?.name ?? "speaker not named"} (${quote.kind})`, "strong")];
}

/** A longer clause is not shown. */
const MAX_CLAUSE_CHARACTERS = 160;

/** The article's words that say who speaks: the verb, its subject, and the clause from one to the other. */
function wordsBehind(article: Article, { cue, speaker }: Quote): string[] {
  const words = [cue === null ? "" : `verb “${cue.text}”`, speaker === null ? "" : `subject “${speaker.mention.text}”`];
  if (cue !== null && speaker !== null) {
    const [start, end] = [Math.min(cue.start, speaker.mention.start), Math.max(cue.end, speaker.mention.end)];
    if (end - start <= MAX_CLAUSE_CHARACTERS) words.push(`clause “${article.text.slice(start, end)}”`);
  }
  return words.filter((each) => each !== "");
}

function personInlines(person: Person): Inline[] {
  const roles = person.roles.map(showRole).join("; ");
  const aliases = person.aliases.length === 0 ? "" : ` (also ${person.aliases.join(", ")})`;
  return [text(person.name, "strong"), text(`${roles === "" ? "" : `, ${roles}`}${aliases}`)];
}

function meetingInlines(meeting: Meeting): Inline[] {
  const who = meeting.participants.map((each) => each.name).join(", ");
  const place = meeting.place === null ? "" : ` in ${meeting.place}`;
  const topics = meeting.topics.length === 0 ? "" : `; topics: ${meeting.topics.join(", ")}`;
  return [
    text(showDateSpan(meeting.date), "strong"),
    text(`: ${meeting.kind}, ${meeting.status}, of ${who === "" ? "parties not named" : who}${place}${topics}`),
  ];
}
