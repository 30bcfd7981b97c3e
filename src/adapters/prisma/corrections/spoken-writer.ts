import type { SpokenWriter, StoredQuote } from "../../../domain/evidence/correction.ts";
import { keyOf } from "../articles/keys.ts";
import type { Transaction } from "../transaction.ts";

export function createSpokenWriter(transaction: Transaction, workspaceId: string): SpokenWriter {
  /** The quotations of an article in the same words, in the order of the text. */
  const alike = async (articleId: number, text: string): Promise<StoredQuote[]> => {
    const rows = await transaction.quote.findMany({ where: { articleId, text }, orderBy: [{ start: "asc" }, { id: "asc" }] });
    return rows.map((row, nth) => ({ ...toStored(row), nth }));
  };
  return {
    async byId(id) {
      const key = keyOf("quote", id);
      const row = key === null ? null : await transaction.quote.findFirst({ where: { workspaceId, id: key } });
      if (row === null) return null;
      return (await alike(row.articleId, row.text)).find((quote) => quote.key === row.id) ?? null;
    },
    at: async (articleKey, { text, nth }) => (await alike(articleKey, text))[nth] ?? null,
    async attribute(key, { name, personKey, mention, rule }) {
      const place = { mentionStart: mention?.start ?? null, mentionEnd: mention?.end ?? null };
      const data = { speakerName: name, personId: personKey, rule, ...place };
      await transaction.quote.update({ where: { id: key }, data, select: { id: true } });
    },
  };
}

interface QuoteRow {
  id: number;
  articleId: number;
  text: string;
  speakerName: string | null;
  personId: number | null;
  mentionStart: number | null;
  mentionEnd: number | null;
  rule: string;
}

function toStored(row: QuoteRow): Omit<StoredQuote, "nth"> {
  const { mentionStart: start, mentionEnd: end } = row;
  const mention = start === null || end === null ? null : { start, end };
  const attributed = { name: row.speakerName, personKey: row.personId, mention, rule: row.rule };
  return { key: row.id, articleKey: row.articleId, text: row.text, attributed };
}
