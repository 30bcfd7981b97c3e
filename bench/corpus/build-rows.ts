import type { Meeting, Person } from "../../src/domain/evidence/extraction.ts";
import type { MeetingReport, ReportParticipant } from "../../src/domain/evidence/meeting-store.ts";
import type { Range } from "../../src/domain/evidence/span.ts";
import { countryCodeOf } from "../../src/extract/countries.ts";
import { ENGINE_VERSION } from "../../src/extract/engine-version.ts";
import { articleIdentity, contentFingerprint } from "../../src/ingest/fingerprint.ts";
import { articleTerms } from "../../src/ingest/group-stories.ts";
import { mergeReports } from "../../src/ingest/merge-meetings.ts";
import { createPeopleCount } from "./count-people.ts";
import type { CorpusArticle, CorpusEvent } from "./generate-corpus.ts";
import type { Row, Rows } from "./rows.ts";

export interface RowBuilder {
  /** The rows that an event's articles bring, but for those of people. */
  add(event: CorpusEvent): Rows;
  /** The rows of all people that were named. */
  people(): Rows;
}

/**
 * What ingest would write for a corpus in one workspace, without asking a store: an event is a story, two people who meet on one day meet
 * once, and a full name is one person. A test holds it against ingest.
 */
export function createRowBuilder(workspaceId: string): RowBuilder {
  const last = { article: 0, quote: 0, meeting: 0, report: 0, story: 0 };
  const people = createPeopleCount(workspaceId);
  return {
    people: () => people.rows(),
    add(event) {
      const rows = new Map<string, Row[]>();
      const put = (table: string, ...added: Row[]) => {
        const known = rows.get(table);
        if (known === undefined) rows.set(table, added);
        else known.push(...added);
      };
      const storyId = ++last.story;
      const meetings = new Map<string, { id: number; reports: MeetingReport[] }>();
      for (const told of event.articles) {
        const articleId = ++last.article;
        const filedOn = filedOnOf(told);
        const fingerprint = contentFingerprint(told.article);
        put("Article", articleRow(told, { articleId, workspaceId, storyId, fingerprint }));
        put("Revision", revisionRow(told, articleId, fingerprint));
        put("ArticleCountry", ...told.extraction.countries.map((code) => ({ articleId, code, workspaceId, filedOn })));
        const keys = people.add(told.extraction.people, { articleId, filedOn });
        put(
          "PersonArticle",
          ...told.extraction.people.map((person) => personRow(person, { personId: keys.get(person.name), articleId, filedOn })),
        );
        for (const quote of told.extraction.quotes)
          put("Quote", { id: ++last.quote, ...quoteRow(quote, { workspaceId, articleId, filedOn, keys }) });
        for (const meeting of told.extraction.meetings) {
          const report = reportOf(meeting, filedOn, keys);
          const id = joinMeeting(meetings, report, last);
          put("MeetingReport", {
            id: ++last.report,
            meetingId: id,
            articleId,
            filedOn,
            evidence: rangesOf(report.evidence),
            participants: report.participants,
            ...meetingColumns(report),
          });
        }
      }
      for (const { id, reports } of meetings.values()) putMeeting(put, { id, workspaceId, reports });
      put("Story", storyRow(event, storyId, workspaceId));
      return rows;
    },
  };
}

function filedOnOf({ article }: CorpusArticle): string {
  return article.publishedAt ?? "";
}

function rangesOf(ranges: Range[]): Range[] {
  return ranges.map(({ start, end }) => ({ start, end }));
}

function articleRow(
  { article, extraction, seenAtMs }: CorpusArticle,
  row: { articleId: number; workspaceId: string; storyId: number; fingerprint: string },
): Row {
  return {
    id: row.articleId,
    workspaceId: row.workspaceId,
    externalId: article.id,
    identity: articleIdentity(article),
    url: article.url,
    title: article.title,
    publisher: article.publisher,
    author: article.author,
    language: article.language,
    publishedAt: article.publishedAt,
    filedOn: article.publishedAt,
    firstSeenAt: new Date(seenAtMs),
    revision: 1,
    fingerprint: row.fingerprint,
    engineVersion: ENGINE_VERSION,
    text: article.text,
    summary: rangesOf(extraction.summary),
    sentences: rangesOf(extraction.sentences),
    terms: articleTerms(article),
    storyId: row.storyId,
    sourceId: null,
  };
}

function revisionRow({ article, seenAtMs }: CorpusArticle, articleId: number, fingerprint: string): Row {
  const { title, publishedAt, text } = article;
  return { articleId, revision: 1, seenAt: new Date(seenAtMs), title, publishedAt, fingerprint, text };
}

function personRow(
  { name, aliases, roles, mentions }: Person,
  row: { personId: number | undefined; articleId: number; filedOn: string },
): Row {
  return { ...row, name, aliases, roles, mentions: rangesOf(mentions) };
}

function quoteRow(
  quote: CorpusArticle["extraction"]["quotes"][number],
  row: { workspaceId: string; articleId: number; filedOn: string; keys: ReadonlyMap<string, number> },
): Row {
  const { start, end, text, kind, speaker, cue, rule } = quote;
  const { workspaceId, articleId, filedOn } = row;
  return {
    ...{ workspaceId, articleId, filedOn, start, end, text, kind, rule },
    speakerName: speaker?.name ?? null,
    mentionStart: speaker?.mention.start ?? null,
    mentionEnd: speaker?.mention.end ?? null,
    cueStart: cue?.start ?? null,
    cueEnd: cue?.end ?? null,
    personId: speaker === null ? null : (row.keys.get(speaker.name) ?? null),
  };
}

function reportOf(meeting: Meeting, filedOn: string, keys: ReadonlyMap<string, number>): MeetingReport {
  const { kind, title, date, place, topics, status, evidence } = meeting;
  const participants = meeting.participants.map(
    (each): ReportParticipant => ({
      name: each.name,
      kind: each.kind,
      personKey: each.kind === "person" ? (keys.get(each.name) ?? null) : null,
      country: each.kind === "country" ? countryCodeOf(each.name) : null,
    }),
  );
  return { kind, title, date, place, topics, status, evidence, participants, filedOn };
}

/** The meeting that a report is about: of one event, the one with the same people on the same day. */
function joinMeeting(
  meetings: Map<string, { id: number; reports: MeetingReport[] }>,
  report: MeetingReport,
  last: { meeting: number },
): number {
  const people = report.participants.flatMap((each) => each.personKey ?? []).sort((a, b) => a - b);
  const isKnown = people.length > 1 && report.date !== null;
  const id = last.meeting + 1;
  const key = isKnown ? `${people.join("-")} ${report.date?.start} ${report.kind === "call"}` : `alone ${id}`;
  const known = meetings.get(key);
  if (known !== undefined) {
    known.reports.push(report);
    return known.id;
  }
  last.meeting = id;
  meetings.set(key, { id, reports: [report] });
  return id;
}

function putMeeting(
  put: (table: string, ...rows: Row[]) => void,
  meeting: { id: number; workspaceId: string; reports: MeetingReport[] },
): void {
  const { id, workspaceId, reports } = meeting;
  // As the store reads them: by the day on which they were filed, and of one day in the order of their arrival.
  const [first, ...others] = reports.toSorted((a, b) => (a.filedOn < b.filedOn ? -1 : a.filedOn > b.filedOn ? 1 : 0));
  if (first === undefined) return;
  const merged = mergeReports([first, ...others], new Map());
  put("Meeting", { id, workspaceId, ...meetingColumns(merged) });
  put(
    "MeetingParticipant",
    ...merged.participants.map(({ name, kind, personKey, country }) => ({
      meetingId: id,
      name,
      kind,
      personId: personKey,
      country,
    })),
  );
}

function meetingColumns(meeting: Omit<MeetingReport, "participants" | "evidence" | "filedOn">): Row {
  return {
    kind: meeting.kind,
    title: meeting.title,
    dateStart: meeting.date?.start ?? null,
    dateEnd: meeting.date?.end ?? null,
    datePrecision: meeting.date?.precision ?? null,
    place: meeting.place,
    topics: meeting.topics,
    status: meeting.status,
  };
}

function storyRow(event: CorpusEvent, id: number, workspaceId: string): Row {
  const days = event.articles.map(filedOnOf).sort();
  return { id, workspaceId, title: event.articles[0]?.article.title, firstSeen: days[0], lastSeen: days.at(-1) };
}
