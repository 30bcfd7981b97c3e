import { z } from "zod";
import { nameKey } from "../../../domain/evidence/fold-name.ts";
import type { LastBriefingStore, SavedTopic, SavedTopicStore } from "../../../domain/evidence/saved-topic.ts";
import { cleanText } from "../clean-parameters.ts";
import type { Clients } from "../clients.ts";
import { parsedJson } from "../json-rows.ts";
import { Prisma } from "../sql.ts";
import { ensureWorkspace, insertWorkspace } from "./ensure-workspace.ts";

/** An exclusion of a kind that this version does not know is left out: a newer version ran here before. */
const exclusion = z
  .object({ kind: z.enum(["publisher", "topic"]), text: z.string() })
  .nullable()
  .catch(null);
const content = z.object({ members: z.array(z.string()), exclusions: z.array(exclusion) }).catch({ members: [], exclusions: [] });

export function createSavedTopicStore(clients: Clients): SavedTopicStore {
  return {
    async byKey(workspaceId, key) {
      const [row] = await find(clients, Prisma.sql`"workspaceId" = ${workspaceId} AND "nameKey" = ${key}`);
      return row === undefined ? null : toTopic(row);
    },
    all: async (workspaceId) => (await find(clients, Prisma.sql`"workspaceId" = ${workspaceId}`)).map(toTopic),
    save: (workspaceId, { name, members, exclusions, setBy, setAt }) =>
      clients.transaction(async (transaction) => {
        await ensureWorkspace(transaction, workspaceId);
        const columns = {
          name,
          content: { members, exclusions: exclusions.map((each) => ({ ...each })) },
          setBy,
          setAt: new Date(setAt),
        };
        const where = { workspaceId_nameKey: { workspaceId, nameKey: nameKey(name) } };
        await transaction.savedTopic.upsert({
          where,
          create: { workspaceId, nameKey: nameKey(name), ...columns },
          update: columns,
          select: { id: true },
        });
      }),
    remove: (workspaceId, key) =>
      clients.single(async (client) => {
        const { count } = await client.savedTopic.deleteMany({ where: { workspaceId, nameKey: key } });
        return count > 0;
      }),
  };
}

interface SavedRow {
  name: string;
  content: unknown;
  setBy: string | null;
  setAt: Date;
}

function find({ reads }: Clients, where: Prisma.Sql): Promise<SavedRow[]> {
  return reads.$queryRaw<
    SavedRow[]
  >`SELECT "name", "content", "setBy", "setAt" FROM "SavedTopic" WHERE ${where} ORDER BY "nameKey"`;
}

function toTopic({ name, content: stored, setBy, setAt }: SavedRow): SavedTopic {
  const { members, exclusions } = content.parse(parsedJson(stored));
  return { name, members, exclusions: exclusions.filter((each) => each !== null), setBy, setAt: setAt.toISOString() };
}

export function createLastBriefingStore(clients: Clients): LastBriefingStore {
  return {
    async at(workspaceId, askedBy, topicKey) {
      const [row] = await clients.reads.$queryRaw<{ at: Date }[]>`
        SELECT "at" FROM "LastBriefing" WHERE "workspaceId" = ${workspaceId} AND "askedBy" = ${askedBy} AND "topicKey" = ${topicKey}`;
      return row?.at.toISOString() ?? null;
    },
    note: (workspaceId, { askedBy, topicKey, atMs }) =>
      clients.bulkTransaction(async (statements) => {
        await statements.execute(insertWorkspace(workspaceId));
        await statements.execute(Prisma.sql`
          INSERT INTO "LastBriefing" ("workspaceId", "askedBy", "topicKey", "at")
          VALUES (${workspaceId}, ${askedBy}, ${cleanText(topicKey)}, ${new Date(atMs)})
          ON CONFLICT ("workspaceId", "askedBy", "topicKey") DO UPDATE SET "at" = excluded."at"`);
      }),
  };
}
