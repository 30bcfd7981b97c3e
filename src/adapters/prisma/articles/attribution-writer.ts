import type { Attribution, AttributionWriter } from "../../../domain/evidence/evidence-store.ts";
import { readParticipants, readRanges, readRoles, readStrings } from "../json-columns.ts";
import { plainParticipants } from "../meetings/meeting-writer.ts";
import { addPersonArticles } from "../people/people-writer.ts";
import type { Transaction } from "../transaction.ts";
import type { WorkspaceTurn } from "../turn/workspace-turn.ts";

export function createAttributionWriter(place: WorkspaceTurn): AttributionWriter {
  const { transaction } = place;
  return {
    of: (personKey) => attributionsOf(transaction, personKey),
    async textOf(articleKey) {
      const row = await transaction.article.findUniqueOrThrow({ where: { id: articleKey }, select: { text: true } });
      return row.text;
    },
    async replace({ articleKey, filedOn, of, by }) {
      await transaction.personArticle.deleteMany({ where: { articleId: articleKey, personId: { in: of } } });
      addPersonArticles(place, { articleId: articleKey, filedOn }, by);
    },
    async setSpeaker(quoteKeys, personKey) {
      await transaction.quote.updateMany({ where: { id: { in: quoteKeys } }, data: { personId: personKey } });
    },
    async setParticipants(reportKey, participants) {
      const data = { participants: plainParticipants(participants) };
      await transaction.meetingReport.update({ where: { id: reportKey }, data, select: { id: true } });
    },
  };
}

async function attributionsOf(transaction: Transaction, personId: number): Promise<Attribution[]> {
  const rows = await transaction.personArticle.findMany({ where: { personId }, orderBy: { articleId: "asc" } });
  const quotes = await transaction.quote.findMany({
    where: { personId },
    select: { id: true, articleId: true, mentionStart: true, mentionEnd: true },
  });
  const reports = await transaction.meetingReport.findMany({
    where: { article: { people: { some: { personId } } } },
    select: { id: true, articleId: true, meetingId: true, participants: true, evidence: true },
  });
  const quotesOf = byArticle(quotes);
  const reportsOf = byArticle(
    reports
      .map((row) => ({ ...row, participants: readParticipants(row.participants) }))
      .filter((row) => row.participants.some((each) => each.personKey === personId)),
  );
  return rows.map((row) => ({
    articleKey: row.articleId,
    filedOn: row.filedOn,
    person: {
      personKey: personId,
      name: row.name,
      aliases: readStrings(row.aliases),
      roles: readRoles(row.roles),
      mentions: readRanges(row.mentions),
    },
    quotes: (quotesOf.get(row.articleId) ?? []).map(({ id, mentionStart, mentionEnd }) => ({
      key: id,
      mention: mentionStart === null || mentionEnd === null ? null : { start: mentionStart, end: mentionEnd },
    })),
    reports: (reportsOf.get(row.articleId) ?? []).map((report) => ({
      key: report.id,
      meetingKey: report.meetingId,
      participants: report.participants,
      evidence: readRanges(report.evidence),
    })),
  }));
}

function byArticle<T extends { articleId: number }>(rows: T[]): Map<number, T[]> {
  const grouped = new Map<number, T[]>();
  for (const row of rows) grouped.set(row.articleId, [...(grouped.get(row.articleId) ?? []), row]);
  return grouped;
}
