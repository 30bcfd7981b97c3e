import { mustHave } from "../../../domain/errors.ts";
import type { NewArticle, ResolvedQuote } from "../../../domain/evidence/evidence-store.ts";
import type { TableColumns } from "../insertion.ts";
import { rangesToJson } from "../json-columns.ts";
import type { WorkspaceTurn } from "../turn/workspace-turn.ts";

export function columns(article: NewArticle) {
  return {
    url: article.url,
    title: article.title,
    publisher: article.publisher,
    author: article.author,
    language: article.language,
    publishedAt: article.publishedAt,
    filedOn: article.filedOn,
    fingerprint: article.fingerprint,
    engineVersion: article.engineVersion,
    text: article.text,
    summary: rangesToJson(article.summary),
    sentences: rangesToJson(article.sentences),
    terms: article.terms,
    sourceId: article.sourceKey,
  };
}

export function quoteColumns(quote: ResolvedQuote) {
  return {
    start: quote.start,
    end: quote.end,
    text: quote.text,
    kind: quote.kind,
    speakerName: quote.speaker?.name ?? null,
    mentionStart: quote.speaker?.mention.start ?? null,
    mentionEnd: quote.speaker?.mention.end ?? null,
    cueStart: quote.cue?.start ?? null,
    cueEnd: quote.cue?.end ?? null,
    rule: quote.rule,
    personId: quote.personKey,
  };
}

function newColumns(workspaceId: string, article: NewArticle) {
  const { id: externalId, identity } = article;
  const firstSeenAt = new Date(article.seenAtMs).toISOString();
  // A field without a value is no field of the row given, and so NULL rather than JSON's null.
  const reading = article.reading ?? undefined;
  return { workspaceId, externalId, identity, firstSeenAt, revision: 1, reading, ...columns(article) };
}

const ARTICLES: TableColumns<{ id: number } & ReturnType<typeof newColumns>> = {
  table: "Article",
  columns: {
    id: "number",
    workspaceId: "text",
    externalId: "text",
    identity: "text",
    firstSeenAt: "instant",
    revision: "number",
    url: "text",
    title: "text",
    publisher: "text",
    author: "text",
    language: "text",
    publishedAt: "text",
    filedOn: "text",
    fingerprint: "text",
    engineVersion: "number",
    reading: "json",
    text: "text",
    summary: "json",
    sentences: "json",
    terms: "json",
    sourceId: "number",
  },
};

/** Its key; the row waits to be written. */
export async function addArticle({ pending, keys, workspaceId }: WorkspaceTurn, article: NewArticle): Promise<number> {
  const [key] = await keys.take("Article", 1);
  const id = mustHave(key, "key of an article");
  pending.insert(ARTICLES, [{ id, ...newColumns(workspaceId, article) }]);
  pending.name(`Article ${id}`);
  pending.name("Article");
  return id;
}

interface RevisionRow {
  articleId: number;
  revision: number;
  seenAt: string;
  title: string | null;
  publishedAt: string | null;
  fingerprint: string;
  text: string;
}

const REVISIONS: TableColumns<RevisionRow> = {
  table: "Revision",
  columns: {
    articleId: "number",
    revision: "number",
    seenAt: "instant",
    title: "text",
    publishedAt: "text",
    fingerprint: "text",
    text: "text",
  },
};

export function addRevision({ pending }: WorkspaceTurn, row: { key: number; revision: number; article: NewArticle }): void {
  const { key: articleId, revision } = row;
  const { seenAtMs, title, publishedAt, fingerprint, text } = row.article;
  const seenAt = new Date(seenAtMs).toISOString();
  pending.insert(REVISIONS, [{ articleId, revision, seenAt, title, publishedAt, fingerprint, text }]);
}

const COUNTRIES: TableColumns<{ articleId: number; code: string; workspaceId: string; filedOn: string }> = {
  table: "ArticleCountry",
  columns: { articleId: "number", code: "text", workspaceId: "text", filedOn: "text" },
};

export function addCountries(
  { pending, workspaceId }: WorkspaceTurn,
  { key, countries, filedOn }: { key: number; countries: string[]; filedOn: string },
): void {
  pending.insert(
    COUNTRIES,
    countries.map((code) => ({ articleId: key, code, workspaceId, filedOn })),
  );
}

const QUOTES: TableColumns<{ workspaceId: string; articleId: number; filedOn: string } & ReturnType<typeof quoteColumns>> = {
  table: "Quote",
  columns: {
    workspaceId: "text",
    articleId: "number",
    filedOn: "text",
    start: "number",
    end: "number",
    text: "text",
    kind: "text",
    speakerName: "text",
    mentionStart: "number",
    mentionEnd: "number",
    cueStart: "number",
    cueEnd: "number",
    rule: "text",
    personId: "number",
  },
};

export function addQuotes(
  { pending, workspaceId }: WorkspaceTurn,
  { key, filedOn }: { key: number; filedOn: string },
  quotes: ResolvedQuote[],
): void {
  pending.insert(
    QUOTES,
    quotes.map((quote) => ({ workspaceId, articleId: key, filedOn, ...quoteColumns(quote) })),
  );
}
