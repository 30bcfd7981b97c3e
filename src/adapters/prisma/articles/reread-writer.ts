import type { RereadWriter, ResolvedQuote } from "../../../domain/evidence/evidence-store.ts";
import { rangesToJson } from "../json-columns.ts";
import { toStored } from "../meetings/meeting-writer.ts";
import type { WorkspaceTurn } from "../turn/workspace-turn.ts";
import { addCountries, addQuotes, quoteColumns } from "./article-rows.ts";
import { takeBack } from "./article-writer.ts";

export function createRereadWriter(place: WorkspaceTurn): RereadWriter {
  const { transaction, workspaceId } = place;
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
    replaceQuotes: (key, filedOn, quotes) => replaceQuotes(place, { key, filedOn }, quotes),
    async finish(key, { engineVersion, language, filedOn, summary, sentences, countries }) {
      await transaction.article.update({
        where: { id: key },
        data: { engineVersion, language, summary: rangesToJson(summary), sentences: rangesToJson(sentences) },
        select: { id: true },
      });
      addCountries(place, { key, countries, filedOn });
    },
  };
}

async function replaceQuotes(
  place: WorkspaceTurn,
  article: { key: number; filedOn: string },
  quotes: ResolvedQuote[],
): Promise<void> {
  const { transaction } = place;
  const { key } = article;
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
  addQuotes(place, article, added);
}

function placeOf({ start, end, text }: { start: number; end: number; text: string }): string {
  return `${start} ${end} ${text}`;
}
