import type { Transaction } from "../transaction.ts";

/** Keeps which articles a digest cites. Those that are withdrawn already are cited as such. */
export async function noteCited(transaction: Transaction, slotId: number, articleIds: string[]): Promise<void> {
  await transaction.slotArticle.deleteMany({ where: { slotId } });
  if (articleIds.length === 0) return;
  const slot = await transaction.slot.findUniqueOrThrow({
    where: { id: slotId },
    select: { subscription: { select: { workspaceId: true } } },
  });
  const { workspaceId } = slot.subscription;
  const where = { workspaceId, externalId: { in: articleIds }, withdrawnAt: null };
  const rows = await transaction.article.findMany({ where, select: { id: true } });
  await transaction.slotArticle.createMany({ data: rows.map(({ id }) => ({ slotId, articleId: id })) });
}
