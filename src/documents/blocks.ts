import { type Block, type Inline, text } from "../domain/chat/document.ts";
import { showDate, showDateSpan } from "../domain/chat/show-date.ts";
import type { Language } from "../domain/digests/digest.ts";
import type { DateSpan, GivenRole } from "../domain/evidence/extraction.ts";
import { languageName, READ_LANGUAGE } from "../domain/evidence/language.ts";
import type { ArticleHead, Citation, MeetingRecord, PersonRecord, QuoteRecord } from "../domain/evidence/records.ts";
import { differingReports } from "../evidence/differing-reports.ts";
import { countryName } from "../extract/countries.ts";
import { composeTitle } from "../extract/meetings/compose-title.ts";
import { frameOf } from "./frame.ts";
import { markDays } from "./mark-days.ts";
import { nameArticle, nameDatedArticle } from "./name-article.ts";

/** Articles by id, for the publisher and address of a citation. */
export type Sources = ReadonlyMap<string, Pick<ArticleHead, "id" | "url" | "title" | "publisher" | "publishedAt" | "language">>;

/** A source as people see it: publisher and date, linked to the passage. */
export function sourceInline(citation: Citation, sources: Sources): Inline {
  const article = sources.get(citation.articleId);
  const label = [...nameDatedArticle(article), inLanguage(article?.language ?? null)].filter((part) => part !== null);
  return { type: "source", link: { label: label.join(", "), url: article?.url ?? null, citation } };
}

/** A sentence with its days resolved, and a link for each passage it cites. */
export function citedInlines(sentence: { text: string; citations: Citation[] }, sources: Sources): Inline[] {
  const publishedAt = sources.get(sentence.citations[0]?.articleId ?? "")?.publishedAt ?? null;
  return [text(`${markDays(sentence.text, publishedAt)} `), ...sourceInlines(sentence.citations, sources)];
}

/** The sources of a passage, a publisher once: "CNN, 14 November 2022" and, for its next article, "16 November 2022". */
function sourceInlines(citations: Citation[], sources: Sources): Inline[] {
  const groups = new Map<string, Inline[]>();
  for (const citation of citations) {
    const inline = sourceInline(citation, sources);
    if (inline.type !== "source") continue;
    const article = sources.get(citation.articleId);
    const name = nameArticle(article);
    const date = showDate(article?.publishedAt ?? null);
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [inline]);
    else if (date !== null) known.push(text("· "), { ...inline, link: { ...inline.link, label: date } });
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((inline) => (inline.type === "source" ? [inline, text(" ")] : [inline])),
  );
}

/** "in German", if the article is in another language than the rest. */
export function inLanguage(language: string | null): string | null {
  return language === null || language === READ_LANGUAGE ? null : `in ${languageName(language)}`;
}

export function showRole(role: GivenRole): string {
  const country = role.country === null ? null : countryName(role.country);
  return [role.title, role.affiliation, country].filter((part) => part !== null).join(", ");
}

const STATUS = { held: "", planned: " (planned)", cancelled: " (cancelled)" } as const;

/**
 * One meeting in a list: when, what, who, where, about what, each report cited, and where reports differ on the day. A plan whose
 * day is past by `today` (ISO date, null where no plan can be) says so.
 */
export function meetingInlines(meeting: MeetingRecord, sources: Sources, today: string | null): Inline[] {
  const isOverdue = today !== null && meeting.status === "planned" && meeting.date !== null && meeting.date.end < today;
  const status = isOverdue ? " (was planned; no stored article says that it took place)" : STATUS[meeting.status];
  const what = `${composeTitle(meeting.kind, meeting.participants, meeting.place)}${status}`;
  const topics = meeting.topics.length === 0 ? "" : `; topics: ${meeting.topics.slice(0, 6).join(", ")}`;
  const said = `: ${what}${partOfWords(meeting)}${topics}`;
  const day = `${showDateSpan(meeting.date)}${meeting.isRedated === true ? frameOf("en").corrected : ""}`;
  const parts: Inline[] = [text(day, "strong"), text(said.endsWith(".") ? `${said} ` : `${said}. `)];
  parts.push(...sourceInlines(firstOfEach(meeting.evidence), sources));
  const differing = differingDates(meeting, sources);
  if (differing !== null) parts.push(text(differing, "soft"));
  return parts;
}

/** ", on the sidelines of the G20 summit in Bali, 15–16 November 2022"; "" for what is no part of anything known. */
function partOfWords({ partOf }: MeetingRecord): string {
  if (partOf === undefined) return "";
  const name = partOf.title.replace(/^(?:Visit|Meeting|Talks) /, (word) => word.toLowerCase());
  const link = partOf.kind === "visit" ? "during" : "on the sidelines of";
  const days = partOf.date === null ? "" : `, ${showDateSpan(partOf.date)}`;
  return `, ${link} the ${name.replace(/^the /i, "")}${days}`;
}

/** How the reports of a meeting differ on its day; null if they agree. */
export function differingDates(meeting: MeetingRecord, sources: Sources): string | null {
  const days = differingReports(meeting);
  return days.length === 0 ? null : (earlierDays(meeting, days, sources) ?? differingDays(days, sources));
}

type DaySaid = { articleId: string; date: DateSpan };

/** "An earlier report, by B, says 9 September 2022.": of two days, where all that say the other are older than what says the one it is listed with. */
function earlierDays({ date }: MeetingRecord, days: DaySaid[], sources: Sources): string | null {
  const [said, others] = [
    days.filter((each) => each.date.start === date?.start),
    days.filter((each) => each.date.start !== date?.start),
  ];
  const newest =
    said
      .map(({ articleId }) => sources.get(articleId)?.publishedAt ?? "")
      .sort()
      .at(-1) ?? "";
  const [other] = others;
  if (other === undefined || new Set(others.map((each) => showDateSpan(each.date))).size > 1) return null;
  const isEarlier = others.every(
    ({ articleId }) => (sources.get(articleId)?.publishedAt ?? newest).slice(0, 10) < newest.slice(0, 10),
  );
  if (!isEarlier) return null;
  return `An earlier report, by ${sources.get(other.articleId)?.publisher ?? other.articleId}, says ${showDateSpan(other.date)}.`;
}

/** "The articles differ on the day: A says 8 September 2022, B says 9 September 2022." Null where there is one day. */
export function differingDays(days: DaySaid[], sources: Sources): string | null {
  const byDay = new Map(days.map((each) => [showDateSpan(each.date), nameArticle(sources.get(each.articleId))]));
  if (byDay.size < 2) return null;
  return `The articles differ on the day: ${[...byDay].map(([day, publisher]) => `${publisher} says ${day}`).join(", ")}.`;
}

/** One passage of each article, at most three. */
function firstOfEach(citations: Citation[]): Citation[] {
  return [...new Map(citations.map((citation) => [citation.articleId, citation])).values()].slice(0, 3);
}

/** A quotation with its speaker and source; the words around it are English but the mark of a correction, which is of `language`. */
export function quoteBlock(quote: QuoteRecord, language: Language = "en"): Block {
  const { articleId, start, end, text: words, publisher, url } = quote;
  const speaker = quote.speaker?.name ?? "speaker not named";
  const label = nameDatedArticle({ id: articleId, url, publisher, publishedAt: quote.saidOn }).join(", ");
  const source: Inline = { type: "source", link: { label, url, citation: { articleId, start, end, text: words } } };
  const attribution: Inline[] = [
    text(speaker, "strong"),
    ...(quote.isCorrected === true ? [text(frameOf(language).corrected, "soft")] : []),
    text(quote.kind === "social" ? " (post), " : quote.kind === "statement" ? " (statement), " : ", "),
    source,
  ];
  return { type: "quote", text: markDays(words, quote.saidOn), attribution };
}

export function personInlines(person: PersonRecord): Inline[] {
  const role = person.roles[0];
  return [text(person.name, "strong"), ...(role === undefined ? [] : [text(`, ${showRole(role)}`)])];
}

export function sourcesOf(
  articles: Pick<ArticleHead, "id" | "url" | "title" | "publisher" | "publishedAt" | "language">[],
): Sources {
  return new Map(articles.map((article) => [article.id, article]));
}
