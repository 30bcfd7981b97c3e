import { z } from "zod";
import { nameKey } from "../../../domain/evidence/fold-name.ts";
import type { LastBriefingStore, SavedTopic, SavedTopicStore } from "../../../domain/evidence/saved-topic.ts";
import type { Clients } from "../clients.ts";
import type { SavedTopic as SavedRow } from "../generated/client.ts";
import { ensureWorkspace } from "./ensure-workspace.ts";

/** An exclusion of a kind that this version does not know is left out: a newer version ran here before. */
const exclusion = z
  .object({ kind: z.enum(["publisher", "topic"]), text: z.string() })
  .nullable()
  .catch(null);
const content = z.object({ members: z.array(z.string()), exclusions: z.array(exclusion) }).catch({ members: [], exclusions: [] });

export function createSavedTopicStore(clients: Clients): SavedTopicStore {
  return {
    async byKey(workspaceId, key) {
      const row = await clients.reads.savedTopic.findUnique({
        where: { workspaceId_nameKey: { workspaceId, nameKey: key } },
      });
      return row === null ? null : toTopic(row);
    },
    async all(workspaceId) {
      const rows = await clients.reads.savedTopic.findMany({ where: { workspaceId }, orderBy: { nameKey: "asc" } });
      return rows.map(toTopic);
    },
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

function toTopic({ name, content: stored, setBy, setAt }: SavedRow): SavedTopic {
  const { members, exclusions } = content.parse(stored);
  return { name, members, exclusions: exclusions.filter((each) => each !== null), setBy, setAt: setAt.toISOString() };
}

export function createLastBriefingStore(clients: Clients): LastBriefingStore {
  return {
    async at(workspaceId, askedBy, topicKey) {
      const where = { workspaceId_askedBy_topicKey: { workspaceId, askedBy, topicKey } };
      const row = await clients.reads.lastBriefing.findUnique({ where, select: { at: true } });
      return row === null ? null : row.at.toISOString();
    },
    note: (workspaceId, { askedBy, topicKey, atMs }) =>
      clients.single(async (client) => {
        await ensureWorkspace(client, workspaceId);
        await client.$executeRaw`
          INSERT INTO "LastBriefing" ("workspaceId", "askedBy", "topicKey", "at")
          VALUES (${workspaceId}, ${askedBy}, ${topicKey}, ${new Date(atMs)})
          ON CONFLICT ("workspaceId", "askedBy", "topicKey") DO UPDATE SET "at" = excluded."at"`;
      }),
  };
}
