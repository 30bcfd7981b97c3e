import { z } from "zod";
import type { Exported, ExportedLine, ExportedSection } from "../../documents/export/exported.ts";
import { markDays } from "../../documents/mark-days.ts";
import type { Quoted } from "../../documents/quoted.ts";
import { showDate, showDateSpan } from "../../domain/chat/show-date.ts";
import type { ReadResult } from "../reads/read-result.ts";

/** A passage as a read gives it; what is missing is no passage. */
const passage = z.object({ articleId: z.string(), start: z.number(), end: z.number(), text: z.string() });
const passages = z.array(passage).catch([]);
const sentence = z.object({ text: z.string(), citations: passages });
const sentences = z.array(sentence).catch([]);
const dateSpan = z
  .object({ start: z.string(), end: z.string(), precision: z.enum(["day", "month", "year"]) })
  .nullable()
  .catch(null);
const meetings = z.array(z.object({ title: z.string(), date: dateSpan, status: z.string(), evidence: passages })).catch([]);
const quotes = z.array(passage.extend({ speaker: z.object({ name: z.string() }).nullable() })).catch([]);
const role = z.object({ title: z.string(), affiliation: z.string().nullable() });
const people = z.array(z.object({ name: z.string(), roles: z.array(role) })).catch([]);
const story = z.object({ title: z.string(), summary: sentences }).nullable().catch(null);
const days = z.array(sentence.extend({ date: z.string(), status: z.string() })).catch([]);
const fields = z.looseObject({}).catch({});

type Passage = z.infer<typeof passage>;

/** A read's result as a document to hand on; each passage is one footnote, however often it is cited. */
export function composeExport(title: string, { data, articles }: Pick<ReadResult, "data" | "articles">, today: string): Exported {
  const known = new Map(articles.map((article) => [article.id, article]));
  const notes: Quoted[] = [];
  const numbers = new Map<string, number>();

  function noteOf(cited: Passage): number {
    const key = `${cited.start}-${cited.end}-${cited.articleId}`;
    const number = numbers.get(key) ?? notes.length + 1;
    if (number <= notes.length) return number;
    const article = known.get(cited.articleId);
    const source = article?.publisher ?? article?.title ?? cited.articleId;
    const { articleId, start, end, text } = cited;
    notes.push({
      text,
      citation: { articleId, start, end, text },
      url: article?.url ?? null,
      source,
      date: article?.publishedAt?.slice(0, 10) ?? null,
    });
    numbers.set(key, number);
    return number;
  }

  const line = (text: string, cited: Passage[], isQuote = false): ExportedLine => ({
    text,
    notes: [...new Set(cited.map(noteOf))],
    isQuote,
  });
  /** An article's words as chats show them; the footnote keeps them as they are. */
  const dated = (words: string, [cited]: Passage[]) => markDays(words, known.get(cited?.articleId ?? "")?.publishedAt ?? null);
  const writing: Writing = { line, dated };
  const sections = Array.isArray(data) ? timelineSections(data, writing) : sectionsOf(fields.parse(data), writing);
  const shown = sections.filter(({ lines }) => lines.length > 0);
  const made = `Made on ${showDate(today)} out of ${notes.length === 1 ? "one passage" : `${notes.length} passages`}, which stand as footnotes.`;
  return { title, made, sections: shown, notes };
}

interface Writing {
  line(text: string, cited: Passage[], isQuote?: boolean): ExportedLine;
  /** Words of an article with the day that "on Thursday" means in brackets behind it. */
  dated(words: string, cited: Passage[]): string;
}

function timelineSections(data: unknown, { line, dated }: Writing): ExportedSection[] {
  const lines = days.parse(data).map(({ date, text, status, citations }) => {
    const planned = status === "planned" ? " (planned)" : "";
    const day = showDate(date) ?? date;
    // The line's own day stands in front of it.
    return line(`${day}${planned}: ${dated(text, citations).replace(` [${day}]`, "")}`, citations);
  });
  return [{ heading: null, lines }];
}

/** Of a briefing, a person or a digest: whatever of these parts it has. */
function sectionsOf(data: Record<string, unknown>, writing: Writing): ExportedSection[] {
  const { line, dated } = writing;
  const sentenceLines = (given: unknown) =>
    sentences.parse(given).map(({ text, citations }) => line(dated(text, citations), citations));
  const stories = [data["lead"], ...(Array.isArray(data["stories"]) ? data["stories"] : [])].flatMap(
    (each) => story.parse(each) ?? [],
  );
  return [
    { heading: null, lines: roleLines(data, writing) },
    { heading: null, lines: sentenceLines(data["summary"]) },
    ...stories.map(({ title, summary }) => ({ heading: title, lines: sentenceLines(summary) })),
    { heading: "Meetings", lines: meetingsIn(data["meetings"]).map((each) => line(sayMeeting(each), each.evidence.slice(0, 3))) },
    {
      heading: "Quotations",
      lines: quotes
        .parse(data["quotes"])
        .map((quote) => line(`${quote.speaker?.name ?? "Speaker not named"}: ${dated(quote.text, [quote])}`, [quote], true)),
    },
    {
      heading: "People",
      lines: people
        .parse(data["people"])
        .map(({ name, roles }) => line([name, ...roles.slice(0, 1).map(sayRole)].join(", "), [])),
    },
  ];
}

/** A person's roles, newest first. */
function roleLines(data: Record<string, unknown>, { line }: Writing): ExportedLine[] {
  const { success, data: roles } = z.array(role).safeParse(data["roles"]);
  return success ? roles.map((each) => line(sayRole(each), [])) : [];
}

/** A digest has those held and those to come apart. */
function meetingsIn(given: unknown): z.infer<typeof meetings> {
  const { held, coming } = fields.parse(given);
  return Array.isArray(given) ? meetings.parse(given) : [...meetings.parse(held), ...meetings.parse(coming)];
}

function sayMeeting({ title, date, status }: z.infer<typeof meetings>[number]): string {
  const when = date === null ? "" : `${showDateSpan(date)}: `;
  return `${when}${title}${status === "held" ? "" : ` (${status})`}`;
}

function sayRole({ title, affiliation }: z.infer<typeof role>): string {
  return [title, affiliation].filter(Boolean).join(", ");
}
