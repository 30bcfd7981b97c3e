import { isoDate } from "../../../domain/clock.ts";
import type { RetentionStore, SweptKind } from "../../../domain/workspace/store-state.ts";
import type { Clients } from "../clients.ts";
import { ANSWERS } from "../digests/digest-rows.ts";
import type { Prisma as Types } from "../generated/client.ts";
import { Prisma } from "../sql.ts";

/** Each is one statement with its condition in it, so that on a server nobody waits for a lock of ours. */
export function createRetentionStore(clients: Clients): RetentionStore {
  return {
    workspaces: async () => (await clients.reads.workspace.findMany({ select: { id: true } })).map(({ id }) => id),
    sweep: (kind, { beforeMs, limit }) => clients.single((client) => client.$executeRaw(deletionOf(kind, beforeMs, limit))),
    drain: (workspaceId, limit) =>
      clients.single(
        (client) => client.$executeRaw`
          DELETE FROM "SourceItem" WHERE "id" IN (
            SELECT i."id" FROM "Workspace" w JOIN "Source" s ON s."workspaceId" = w."id" JOIN "SourceItem" i ON i."sourceId" = s."id"
            WHERE w."id" = ${workspaceId} AND w."leftAt" IS NOT NULL LIMIT ${limit}
          )`,
      ),
  };
}

interface Swept {
  table: Types.ModelName;
  key: [string, ...string[]];
  isOld: Prisma.Sql;
}

function deletionOf(kind: SweptKind, beforeMs: number, limit: number): Prisma.Sql {
  const { table, key, isOld } = sweptOf(kind, new Date(beforeMs));
  const [name, columns] = [Prisma.raw(`"${table}"`), Prisma.raw(key.map((column) => `"${column}"`).join(", "))];
  return Prisma.sql`DELETE FROM ${name} WHERE (${columns}) IN (SELECT ${columns} FROM ${name} WHERE ${isOld} LIMIT ${limit})`;
}

function sweptOf(kind: SweptKind, before: Date): Swept {
  switch (kind) {
    case "events":
      return { table: "SeenEvent", key: ["key"], isOld: Prisma.sql`"seenAt" < ${before}` };
    case "keys":
      return { table: "Access", key: ["id"], isOld: Prisma.sql`"expiresAt" < ${before} OR "revokedAt" < ${before}` };
    case "entries":
      return { table: "SourceItem", key: ["id"], isOld: Prisma.sql`"goneAt" < ${before} AND "outcome" <> 'waiting'` };
    case "polls":
      return { table: "Poll", key: ["id"], isOld: Prisma.sql`"at" < ${before}` };
    case "buttons":
      return { table: "Button", key: ["workspaceId", "id"], isOld: Prisma.sql`"usedAt" < ${before}` };
    case "drafts":
      return { table: "ModelDraft", key: ["fingerprint"], isOld: Prisma.sql`"madeAt" < ${before}` };
    case "managers":
      return { table: "Manager", key: ["workspaceId", "userId"], isOld: Prisma.sql`"seenAt" < ${before}` };
    case "last-briefings":
      return { table: "LastBriefing", key: ["workspaceId", "askedBy", "topicKey"], isOld: Prisma.sql`"at" < ${before}` };
    case "questions":
      return { table: "Turn", key: ["id"], isOld: Prisma.sql`"askedAt" < ${before}` };
    case "threads": {
      const isSilent = Prisma.sql`NOT EXISTS (SELECT 1 FROM "Turn" t WHERE t."conversationId" = "Conversation"."id")`;
      return { table: "Conversation", key: ["id"], isOld: Prisma.sql`"openedAt" < ${before} AND ${isSilent}` };
    }
    case "digests": {
      // The newest of each subscription stays: the next one is planned by it.
      const isFollowed = Prisma.sql`EXISTS (
        SELECT 1 FROM "Slot" n WHERE n."subscriptionId" = "Slot"."subscriptionId" AND n."dueAt" > ${before}
      )`;
      const isAnswer = Prisma.sql`EXISTS (
        SELECT 1 FROM "Subscription" a WHERE a."id" = "Slot"."subscriptionId" AND a."purpose" = ${ANSWERS}
      )`;
      return { table: "Slot", key: ["id"], isOld: Prisma.sql`"doneAt" < ${before} AND (${isFollowed} OR ${isAnswer})` };
    }
    case "stopped":
      return { table: "Subscription", key: ["id"], isOld: Prisma.sql`"stoppedAt" < ${before}` };
    case "dead-jobs":
      return { table: "DeadJob", key: ["kind", "rowId"], isOld: Prisma.sql`"diedAt" < ${before}` };
    case "model-counts":
      return { table: "ModelCount", key: ["day", "purpose", "what"], isOld: Prisma.sql`"day" < ${isoDate(before.getTime())}` };
  }
}
