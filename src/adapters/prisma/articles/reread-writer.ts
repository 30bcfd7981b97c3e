import type { RereadWriter, ResolvedQuote } from "../../../domain/evidence/evidence-store.ts";
import { rangesToJson } from "../json-columns.ts";
import { toStored } from "../meetings/meeting-writer.ts";
import type { Transaction } from "../transaction.ts";
import { addCountries, quoteColumns, takeBack } from "./article-writer.ts";

export function createRereadWriter(transaction: Transaction, workspaceId: string): RereadWriter {
  return {
    async reopen(key, { fingerprint, engineVersion }) {
      const where = { id: key, workspaceId, fingerprint, engineVersion: { lt: engineVersion } };
      if ((await transaction.article.findFirst({ where, select: { id: true } })) === null) return null;
      const reports = await transaction.meetingReport.findMany({ where: { articleId: key }, orderBy: { id: "asc" } });
      return {
        touched: await takeBack(transaction, [key]),
        reports: reports.map((row) => ({ ...toStored(row), meetingKey: row.meetingId })),
      };
    },
    replaceQuotes: (key, filedOn, quotes) => replaceQuotes(transaction, { key, workspaceId, filedOn }, quotes),
    async finish(key, { engineVersion, language, filedOn, summary, sentences, countries }) {
      await transaction.article.update({
        where: { id: key },
        data: { engineVersion, language, summary: rangesToJson(summary), sentences: rangesToJson(sentences) },
        select: { id: true },
      });
      await addCountries(transaction, { key, workspaceId, countries, filedOn });
    },
  };
}

async function replaceQuotes(
  transaction: Transaction,
  article: { key: number; workspaceId: string; filedOn: string },
  quotes: ResolvedQuote[],
): Promise<void> {
  const { key, workspaceId, filedOn } = article;
  const known = new Map<string, number>();
  const where = { articleId: key };
  const rows = await transaction.quote.findMany({ where, select: { id: true, start: true, end: true, text: true } });
  for (const { id, start, end, text } of rows) known.set(placeOf({ start, end, text }), id);
  const added: ResolvedQuote[] = [];
  for (const quote of quotes) {
    const id = known.get(placeOf(quote));
    if (id === undefined) added.push(quote);
    else await transaction.quote.update({ where: { id }, data: quoteColumns(quote), select: { id: true } });
    known.delete(placeOf(quote));
  }
  await transaction.quote.deleteMany({ where: { articleId: key, id: { in: [...known.values()] } } });
  if (added.length === 0) return;
  await transaction.quote.createMany({
    data: added.map((quote) => ({ workspaceId, articleId: key, filedOn, ...quoteColumns(quote) })),
  });
}

function placeOf({ start, end, text }: { start: number; end: number; text: string }): string {
  return `${start} ${end} ${text}`;
}
