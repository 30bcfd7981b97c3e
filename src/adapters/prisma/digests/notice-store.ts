import type { NoticeStore } from "../../../domain/digests/digest-store.ts";
import { NAMING_SOURCE, shownPublisher } from "../articles/shown-publisher.ts";
import type { Clients } from "../clients.ts";
import type { Prisma as Types } from "../generated/client.ts";
import { Prisma } from "../sql.ts";
import { toPart } from "./digest-rows.ts";
import { newPartColumns, RUNNING, updateHeld } from "./slot-store.ts";
import { lockSubscription } from "./subscription-store.ts";

const WITHDRAWN = { article: { withdrawnAt: { not: null } } } satisfies Types.SlotArticleWhereInput;

export function createNoticeStore(clients: Clients): NoticeStore {
  return {
    async reopen({ platforms, nowMs, limit }) {
      // The first message is what a notice stands below.
      const slot = {
        state: "posted",
        deliveries: { some: { part: 0, messageId: { not: null } } },
        subscription: { ...RUNNING, platform: { in: [...platforms] }, slots: { none: { state: "claimed" } } },
      } satisfies Types.SlotWhereInput;
      const select = { slotId: true, slot: { select: { subscriptionId: true } } };
      const where = { ...WITHDRAWN, slot };
      const found = await clients.reads.slotArticle.findMany({
        where,
        select,
        distinct: ["slotId"],
        orderBy: { slotId: "desc" },
        take: limit,
      });
      // One of a subscription at a time, the oldest, as digests themselves.
      const next = new Map(found.map((row) => [row.slot.subscriptionId, row.slotId]));
      let reopened = 0;
      for (const [subscriptionId, id] of next) {
        await clients.transaction(async (transaction) => {
          await lockSubscription(transaction, subscriptionId);
          // What the channel was told counts already: a later digest has told it more.
          const data = { state: "claimed", leaseUntil: new Date(nowMs), told: Prisma.DbNull };
          reopened += (await transaction.slot.updateMany({ where: { ...slot, id }, data })).count;
        });
      }
      return reopened;
    },
    async pending(slotId) {
      const where = { slotId, ...WITHDRAWN };
      const select = {
        article: {
          select: { externalId: true, title: true, publisher: true, source: NAMING_SOURCE, publishedAt: true, url: true },
        },
      };
      const rows = await clients.reads.slotArticle.findMany({ where, select, orderBy: { articleId: "asc" } });
      return rows.map(({ article }) => {
        const { externalId: id, title, publishedAt, url } = article;
        return { id, title, publisher: shownPublisher(article), publishedAt, url };
      });
    },
    append: (claim, { parts, articleIds }) =>
      clients.transaction(async (transaction) => {
        if (!(await updateHeld(transaction, claim, {}))) return null;
        const { slotId } = claim;
        const first = await transaction.delivery.count({ where: { slotId } });
        await transaction.delivery.createMany({ data: parts.map((part, at) => newPartColumns(slotId, part, first + at)) });
        await transaction.slotArticle.deleteMany({ where: { slotId, article: { externalId: { in: articleIds } } } });
        const rows = await transaction.delivery.findMany({ where: { slotId }, orderBy: { part: "asc" } });
        return rows.map(toPart);
      }),
  };
}
