import type { ArticleHead, MeetingRecord, PersonRecord, QuoteRecord } from "../domain/evidence/records.ts";

/** The shapes of the command line's JSON. They are a contract: do not change them. */

export function quoteJson(quote: QuoteRecord): object {
  const { articleId, text, start, end, kind, speaker, saidOn, url } = quote;
  return { articleId, text, start, end, kind, speaker, saidOn, url };
}

export function meetingJson(meeting: MeetingRecord): object {
  const { id, kind, title, date, place, participants, topics, status, evidence, articleIds } = meeting;
  const reportedDates = meeting.reportedDates.map((each) => ({ articleId: each.articleId, date: each.date }));
  const partOf = meeting.partOf === undefined ? null : { id: meeting.partOf.id, title: meeting.partOf.title };
  return { id, kind, title, date, place, participants, topics, status, evidence, articleIds, reportedDates, partOf };
}

export function personJson(person: PersonRecord): object {
  const { id, name, aliases, roles, articleIds } = person;
  return { id, name, aliases, roles, articleIds };
}

export function sourceJson(article: ArticleHead): object {
  const { id, url, title, publisher, author, publishedAt, language } = article;
  return { articleId: id, url, title, publisher, author, publishedAt, language };
}
