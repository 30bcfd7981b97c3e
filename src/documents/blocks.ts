import { type Block, type Inline, text } from "../domain/chat/document.ts";
import { showDateSpan } from "../domain/chat/show-date.ts";
import type { Language } from "../domain/digests/digest.ts";
import type { DateSpan, GivenRole } from "../domain/evidence/extraction.ts";
import { languageName, READ_LANGUAGE } from "../domain/evidence/language.ts";
import { publisherKey } from "../domain/evidence/publisher-key.ts";
import type { ArticleHead, Citation, MeetingRecord, PersonRecord, QuoteRecord } from "../domain/evidence/records.ts";
import { differingReports } from "../evidence/differing-reports.ts";
import { countryName } from "../extract/countries.ts";
import { composeTitle } from "../extract/meetings/compose-title.ts";
import { frameOf, showShortDay, showTongue } from "./frame.ts";
import { endSentence } from "./frames/frame-words.ts";
import { markDays } from "./mark-days.ts";
import { hasName, nameArticle, nameDatedArticle } from "./name-article.ts";

/** As many topics of a meeting as a line bears. */
const TOPICS_SHOWN = 4;

type SourceHead = Pick<ArticleHead, "id" | "url" | "title" | "publisher" | "publishedAt" | "language">;

/** Articles by id, for the publisher and address of a citation. */
export interface Sources extends ReadonlyMap<string, SourceHead> {
  /** ISO date: dates of its year are shown without the year. Null shows every year. */
  today: string | null;
}

export function sourcesOf(articles: SourceHead[], today: string | null = null): Sources {
  return Object.assign(new Map(articles.map((article) => [article.id, article])), { today });
}

/** A source as people see it, linked to the passage: "CNN, 14 Nov"; of an article without publisher and address "(Article of 14 Nov)". */
export function sourceInline(citation: Citation, sources: Sources, language: Language = "en"): Inline {
  const article = sources.get(citation.articleId);
  const parts = nameDatedArticle(article, { today: sources.today, language });
  const label = [...parts, inLanguage(article?.language ?? null, language)].filter((part) => part !== null).join(", ");
  const link = { label, url: article?.url ?? null, citation };
  if (hasName(article)) return { type: "source", link };
  // It is no name, and no link sets it off: without a bracket it would read on from the sentence before it.
  const listed = `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
  return { type: "source", link: { ...link, label: `(${listed})`, listed } };
}

/** A sentence with its days resolved, and a link for each passage it cites. */
export function citedInlines(sentence: { text: string; citations: Citation[] }, sources: Sources): Inline[] {
  const publishedAt = sources.get(sentence.citations[0]?.articleId ?? "")?.publishedAt ?? null;
  return [text(`${markDays(sentence.text, publishedAt)} `), ...sourceInlines(sentence.citations, sources)];
}

/** The sources of a passage, a publisher once, with the day of each of its articles: "CNN, 14 Nov · 16 Nov; BBC, 15 Nov". */
export function sourceInlines(citations: Citation[], sources: Sources, language: Language = "en"): Inline[] {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const article = sources.get(citation.articleId);
    const name = nameArticle(article, language);
    const known = groups.get(name) ?? [];
    const isShown = known.some(({ articleId }) => dayOf(articleId, sources) === dayOf(citation.articleId, sources));
    groups.set(name, isShown ? known : [...known, citation]);
  }
  return [...groups.values()].flatMap(([first, ...others], at) => {
    const shown = first === undefined ? [] : [sourceInline(first, sources, language)];
    return [...(at === 0 ? [] : [text("; ")]), ...shown, ...others.flatMap((other) => dayInlines(other, { sources, language }))];
  });
}

/** A later article of a publisher that is named already: its day alone. */
function dayInlines(citation: Citation, { sources, language }: { sources: Sources; language: Language }): Inline[] {
  const inline = sourceInline(citation, sources, language);
  const label = showShortDay(dayOf(citation.articleId, sources), { today: sources.today, language });
  return inline.type !== "source" || label === null
    ? []
    : [text(" · "), { ...inline, link: { ...inline.link, label, listed: inline.link.listed ?? inline.link.label } }];
}

function dayOf(articleId: string, sources: Sources): string | null {
  return sources.get(articleId)?.publishedAt?.slice(0, 10) ?? null;
}

/** "in German", "auf Deutsch": the language of an article, if it is not the one that is read here. */
export function inLanguage(code: string | null, language: Language = "en"): string | null {
  if (code === null || code === READ_LANGUAGE) return null;
  return language === "en" ? `in ${languageName(code)}` : showTongue(code, language);
}

export function showRole(role: GivenRole): string {
  const country = role.country === null ? null : countryName(role.country);
  return [role.title, role.affiliation, country].filter((part) => part !== null).join(", ");
}

const STATUS = { held: "", planned: " (planned)", cancelled: " (cancelled)" } as const;

/** How a plan whose day is past stands: surely unreported, or perhaps told of. */
export const OVERDUE = { unreported: "was planned; no stored article says that it took place", open: "was planned" } as const;

/** Of a plan whose day is past by `today`: whether surely no stored article reports it, or one may; null for anything else. */
export function overduePlan(
  { status, date, maybeHeld }: Pick<MeetingRecord, "status" | "date" | "maybeHeld">,
  today: string | null,
): "unreported" | "open" | null {
  if (today === null || status !== "planned" || date === null || date.end >= today) return null;
  return maybeHeld === true ? "open" : "unreported";
}

/**
 * One meeting in a list: when, what, who, where, about what, each report cited, and where reports differ on the day. A plan whose
 * day is past by `today` (ISO date, null where no plan can be) says so.
 */
export function meetingInlines(meeting: MeetingRecord, sources: Sources, today: string | null): Inline[] {
  const overdue = overduePlan(meeting, today);
  const status = overdue === null ? STATUS[meeting.status] : ` (${OVERDUE[overdue]})`;
  const what = `${composeTitle(meeting.kind, meeting.participants, meeting.place)}${status}`;
  const topics = meeting.topics.length === 0 ? "" : `; topics: ${meeting.topics.slice(0, TOPICS_SHOWN).join(", ")}`;
  const said = `: ${what}${partOfWords(meeting)}${topics}`;
  const day = `${showDateSpan(meeting.date)}${meeting.isRedated === true ? frameOf("en").corrected : ""}`;
  const parts: Inline[] = [text(day, "strong"), text(`${endSentence(said)} `)];
  parts.push(...sourceInlines(firstOfEach(meeting.evidence), sources));
  const differing = differingDates(meeting, sources);
  if (differing !== null) parts.push(text(` ${differing}`, "soft"));
  return parts;
}

/** ", on the sidelines of the G20 summit in Bali, 15–16 November 2022"; "" for what is no part of anything known. */
export function partOfWords({ partOf }: MeetingRecord): string {
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
  const article = sources.get(other.articleId);
  return `An earlier report, ${hasName(article) ? "by" : "the"} ${nameArticle(article)}, says ${showDateSpan(other.date)}.`;
}

/**
 * "The articles differ on the day: A says 8 September 2022, B says 9 September 2022."; of one publisher, what it says now and said before. Null
 * where there is one day.
 */
export function differingDays(days: DaySaid[], sources: Sources): string | null {
  const heads = days.flatMap(({ articleId, date }) => {
    const head = sources.get(articleId);
    return head === undefined ? [] : [{ head, day: showDateSpan(date) }];
  });
  if (heads.length > 1 && new Set(heads.map(({ head }) => publisherKey(head))).size === 1) {
    heads.sort((a, b) => (b.head.publishedAt ?? "").localeCompare(a.head.publishedAt ?? ""));
    const [now] = heads;
    const before = heads.find(({ day }) => day !== now?.day);
    return now === undefined || before === undefined
      ? null
      : `${nameArticle(now.head)} says ${now.day} now, and said ${before.day} before.`;
  }
  const byDay = new Map(days.map((each) => [showDateSpan(each.date), nameArticle(sources.get(each.articleId))]));
  if (byDay.size < 2) return null;
  return `The articles differ on the day: ${[...byDay].map(([day, publisher]) => `${publisher} says ${day}`).join(", ")}.`;
}

/** One passage of each article, at most three. */
export function firstOfEach(citations: Citation[]): Citation[] {
  return [...new Map(citations.map((citation) => [citation.articleId, citation])).values()].slice(0, 3);
}

interface QuoteFrame {
  language: Language;
  sources: Pick<Sources, "today">;
  /** What is known of when it was said; the source has the day of its article. */
  said?: { day: string | null; occasion: string | null };
  /** Whether the speaker's name stands with it; else it stands above a run. */
  isNamed?: boolean;
}

const ENGLISH: QuoteFrame = { language: "en", sources: { today: null } };
const QUOTE_KINDS: Partial<Record<QuoteRecord["kind"], string>> = { social: "post", statement: "statement" };

/** A quotation with its speaker, when it was said and its source; the words around it are English but the mark of a correction, which is of `language`. */
export function quoteBlock(quote: QuoteRecord, frame: QuoteFrame = ENGLISH): Block {
  const { articleId, start, end, text: words } = quote;
  const { language, sources, said, isNamed = true } = frame;
  const shownDay = (iso: string | null) => showShortDay(iso, { today: sources.today, language });
  const label = nameDatedArticle(
    { id: articleId, url: quote.url, publisher: quote.publisher, publishedAt: quote.saidOn },
    { today: sources.today, language },
  ).join(", ");
  const source: Inline = { type: "source", link: { label, url: quote.url, citation: { articleId, start, end, text: words } } };
  const when = [shownDay(said?.day ?? null), said?.occasion ?? null].filter((part) => part !== null).join(", ");
  const corrected = quote.isCorrected === true ? frameOf(language).corrected : "";
  const kind =
    QUOTE_KINDS[quote.kind] === undefined ? "" : `${isNamed || corrected !== "" ? " " : ""}(${QUOTE_KINDS[quote.kind]})`;
  const attribution: Inline[] = [
    ...(isNamed ? [text(quote.speaker?.name ?? "speaker not named", "strong")] : []),
    ...(corrected === "" ? [] : [text(corrected, "soft")]),
    text(`${kind}${when === "" ? "" : `${isNamed || kind !== "" ? ", " : ""}${when}`}`),
    text(isNamed || kind !== "" || when !== "" ? ", " : ""),
    source,
  ];
  const shown = attribution.filter((inline) => inline.type !== "text" || inline.text !== "");
  return { type: "quote", text: markDays(words, quote.saidOn), attribution: shown };
}

export function personInlines(person: PersonRecord): Inline[] {
  const role = person.roles[0];
  return [text(person.name, "strong"), ...(role === undefined ? [] : [text(`, ${showRole(role)}`)])];
}
