import { linkTarget } from "../../domain/evidence/link-target.ts";
import type { MeetingRecord, PersonRecord, QuoteRecord } from "../../domain/evidence/records.ts";
import type { StoreReaders } from "../../domain/sources/readers.ts";
import { createVerbatim, type Verbatim } from "../reads/verbatim.ts";

/** The columns of a row, in their order; docs/export.md says what each holds. */
export const EVIDENCE_COLUMNS = [
  "kind",
  "id",
  "articleId",
  "url",
  "passageUrl",
  "publisher",
  "articleTitle",
  "publishedAt",
  "start",
  "end",
  "text",
  "quoteKind",
  "speaker",
  "speakerId",
  "meetingKind",
  "title",
  "dateStart",
  "dateEnd",
  "datePrecision",
  "place",
  "status",
  "participants",
  "topics",
  "name",
  "aliases",
  "roles",
] as const;
export type EvidenceRow = { [Column in (typeof EVIDENCE_COLUMNS)[number]]: string | number | null };

const MAX_ADDRESS = 4000;
/** So many meetings' articles are looked up at once. */
const MEETINGS_AT_ONCE = 50;

type Readers = Pick<StoreReaders, "articles" | "quotes" | "meetings" | "people">;

interface Exporting {
  verbatimWords: number;
  /** Told of each quotation, meeting and person that is read. */
  onProgress(done: number, total: number): void;
}

/** Everything that a workspace knows, a row each: quotations, what articles say of meetings, and people. Texts stay within the limit of words. */
export async function* exportEvidence(
  store: Readers,
  workspaceId: string,
  { verbatimWords, onProgress }: Exporting,
): AsyncGenerator<EvidenceRow> {
  const verbatim = createVerbatim(verbatimWords);
  const { quotes, meetings, people } = store;
  const counts = await Promise.all([quotes.count(workspaceId, {}), meetings.count(workspaceId, {}), people.count(workspaceId)]);
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  const read = () => onProgress(++done, total);
  for await (const quote of quotes.every(workspaceId, {})) {
    read();
    yield quoteRow(quote, verbatim);
  }
  let batch: MeetingRecord[] = [];
  for await (const meeting of meetings.every(workspaceId, {})) {
    read();
    batch.push(meeting);
    if (batch.length < MEETINGS_AT_ONCE) continue;
    yield* meetingRows(store, workspaceId, { batch, verbatim });
    batch = [];
  }
  yield* meetingRows(store, workspaceId, { batch, verbatim });
  for await (const person of people.every(workspaceId)) {
    read();
    yield personRow(person);
  }
}

function quoteRow(quote: QuoteRecord, verbatim: Verbatim): EvidenceRow {
  const { id, kind, speaker, saidOn, url, publisher, title } = quote;
  return {
    ...EMPTY,
    ...placeOf(quote, { url, publisher, title, publishedAt: saidOn }, verbatim),
    ...{ kind: "quote", id, quoteKind: kind, speaker: speaker?.name ?? null, speakerId: speaker?.id ?? null },
  };
}

async function* meetingRows(
  { articles }: Readers,
  workspaceId: string,
  { batch, verbatim }: { batch: MeetingRecord[]; verbatim: Verbatim },
): AsyncGenerator<EvidenceRow> {
  const ids = [...new Set(batch.flatMap(({ evidence }) => evidence.map(({ articleId }) => articleId)))];
  const known = new Map((await articles.load(workspaceId, ids)).map((article) => [article.id, article]));
  for (const meeting of batch) {
    const { id, kind, title, date, place, status, participants, topics } = meeting;
    const said = {
      ...{ kind: "meeting", id, meetingKind: kind, title, place, status, topics: topics.join("; ") },
      ...{ dateStart: date?.start ?? null, dateEnd: date?.end ?? null, datePrecision: date?.precision ?? null },
      participants: participants.map(({ name }) => name).join("; "),
    };
    for (const passage of meeting.evidence) {
      const { url = null, publisher = null, title: articleTitle = null, publishedAt = null } = known.get(passage.articleId) ?? {};
      yield { ...EMPTY, ...placeOf(passage, { url, publisher, title: articleTitle, publishedAt }, verbatim), ...said };
    }
  }
}

function personRow({ id, name, aliases, roles }: PersonRecord): EvidenceRow {
  const said = roles.map(({ title, affiliation, country }) => [title, affiliation, country].filter(Boolean).join(", "));
  return { ...EMPTY, kind: "person", id, name, aliases: aliases.join("; "), roles: said.join("; ") };
}

interface Place {
  url: string | null;
  publisher: string | null;
  title: string | null;
  publishedAt: string | null;
}

/** Where a passage stands. Over the limit of words its text is missing, and its place is not. */
function placeOf(
  { articleId, start, end, text }: { articleId: string; start: number; end: number; text: string },
  { url, publisher, title, publishedAt }: Place,
  verbatim: Verbatim,
): Partial<EvidenceRow> {
  const citation = { articleId, start, end, text };
  const passageUrl = linkTarget({ label: "", url, citation }, (address) => address.length <= MAX_ADDRESS);
  const shown = verbatim.take(citation) ? text : null;
  return {
    articleId,
    start,
    end,
    text: shown,
    url,
    passageUrl: shown === null ? url : passageUrl,
    publisher,
    articleTitle: title,
    publishedAt,
  };
}

const EMPTY = Object.fromEntries(EVIDENCE_COLUMNS.map((column) => [column, null])) as EvidenceRow;
