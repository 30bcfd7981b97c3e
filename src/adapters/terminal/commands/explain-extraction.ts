import { showRole } from "../../../documents/blocks.ts";
import { type Block, type Document, type Inline, paragraph, text } from "../../../domain/chat/document.ts";
import { showDateSpan } from "../../../domain/chat/show-date.ts";
import type { Article } from "../../../domain/evidence/article.ts";
import type { Extraction, Meeting, Person, Quote } from "../../../domain/evidence/extraction.ts";
import { countryName } from "../../../extract/countries.ts";

/** An extraction for people to read; with `explain`, each thing says by which rule it was found. Pure. */
export function explainExtraction(article: Article, extraction: Extraction, explain: boolean): Document {
  const why = (rules: string[]): Inline[] => (explain && rules.length > 0 ? [text(` [${rules.join("; ")}]`, "soft")] : []);
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
  if (countries !== "") blocks.push({ type: "heading", text: "Countries" }, paragraph(text(countries)));
  if (blocks.length === 0) blocks.push(paragraph(text("I found nothing in this text.")));
  return { title: article.title ?? article.id, audience: "asker", blocks, detail: [] };
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
