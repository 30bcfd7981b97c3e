import {
  DISPUTE_REASONS,
  DISPUTED,
  type DisputeRecord,
  type DisputeStore,
  type NamedSubject,
  type WrongItem,
} from "../../../domain/chat/dispute.ts";
import { idOf, keyOf } from "../articles/keys.ts";
import type { Clients } from "../clients.ts";
import type { PrismaClient, Dispute as Row } from "../generated/client.ts";
import { ensureWorkspace } from "../workspaces/ensure-workspace.ts";

/** More that wait are nobody's reading any more. */
const MOST_WAITING = 500;

export function createDisputeStore(clients: Clients): DisputeStore {
  return {
    add: (workspaceId, { what, id, reason, value, setBy, setAtMs }) =>
      clients.transaction(async (transaction) => {
        await ensureWorkspace(transaction, workspaceId);
        const same = { workspaceId, what, target: id, reason, value };
        const isKnown = (await transaction.dispute.count({ where: same })) > 0;
        if (isKnown || (await transaction.dispute.count({ where: { workspaceId } })) >= MOST_WAITING) return false;
        await transaction.dispute.create({ data: { ...same, setBy, setAt: new Date(setAtMs) }, select: { id: true } });
        return true;
      }),
    async list(workspaceId, { limit, offset }) {
      const rows = await clients.reads.dispute.findMany({
        where: { workspaceId },
        orderBy: { id: "asc" },
        take: limit,
        skip: offset,
      });
      return rows.flatMap(toRecord);
    },
    async take(workspaceId, disputeId) {
      const key = keyOf("dispute", disputeId);
      if (key === null) return null;
      return clients.transaction(async (transaction) => {
        const row = await transaction.dispute.findFirst({ where: { workspaceId, id: key } });
        if (row === null) return null;
        const { count } = await transaction.dispute.deleteMany({ where: { workspaceId, id: key } });
        return count === 0 ? null : (toRecord(row)[0] ?? null);
      });
    },
    named: (workspaceId, items) => namedIn(clients.reads, workspaceId, items),
  };
}

async function namedIn(client: PrismaClient, workspaceId: string, items: readonly WrongItem[]): Promise<NamedSubject[]> {
  const keysOf = (what: WrongItem["what"]) => items.flatMap((item) => (item.what === what ? (keyOf(what, item.id) ?? []) : []));
  const among = (what: WrongItem["what"]) => ({ workspaceId, id: { in: keysOf(what) } });
  const [quotes, meetings, people] = await Promise.all([
    client.quote.findMany({ where: among("quote"), select: { id: true, text: true, speakerName: true, filedOn: true } }),
    client.meeting.findMany({ where: among("meeting"), select: { id: true, title: true, dateStart: true } }),
    client.person.findMany({ where: among("person"), select: { id: true, name: true } }),
  ]);
  const named = new Map<string, NamedSubject>();
  for (const { id, text, speakerName, filedOn } of quotes)
    named.set(idOf("quote", id), { what: "quote", id: idOf("quote", id), words: text, by: speakerName, day: filedOn });
  for (const { id, title, dateStart } of meetings)
    named.set(idOf("meeting", id), { what: "meeting", id: idOf("meeting", id), words: title, by: null, day: dateStart });
  for (const { id, name } of people)
    named.set(idOf("person", id), { what: "person", id: idOf("person", id), words: name, by: null, day: null });
  return items.flatMap(({ id }) => named.get(id) ?? []);
}

/** One of a kind that this version does not know is left out: a newer version ran here before. */
function toRecord({ id, what, target, reason, value, setBy, setAt }: Row): DisputeRecord[] {
  const known = { what: DISPUTED.find((each) => each === what), reason: DISPUTE_REASONS.find((each) => each === reason) };
  if (known.what === undefined || known.reason === undefined) return [];
  const disputeId = idOf("dispute", id);
  return [{ disputeId, what: known.what, reason: known.reason, id: target, value, setBy, setAt: setAt.toISOString() }];
}
