import {
  DISPUTE_REASONS,
  DISPUTED,
  type DisputeRecord,
  type DisputeStore,
  type NamedSubject,
  type WrongItem,
} from "../../../domain/chat/dispute.ts";
import { type IdKind, idOf, keyOf } from "../articles/keys.ts";
import type { Clients } from "../clients.ts";
import type { PrismaClient, Dispute as Row } from "../generated/client.ts";
import { ensureWorkspace } from "../workspaces/ensure-workspace.ts";

/** An article as a form names it: its own id may be a long address. */
const ARTICLE_ID = /^#(\d{1,9})$/;
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
  const keysOf = (what: IdKind & WrongItem["what"]) =>
    items.flatMap((item) => (item.what === what ? (keyOf(what, item.id) ?? []) : []));
  const among = (what: IdKind & WrongItem["what"]) => ({ workspaceId, id: { in: keysOf(what) } });
  const articleIds = items.flatMap((item) => (item.what === "article" ? [item.id] : []));
  const articleKeys = articleIds.flatMap((id) => ARTICLE_ID.exec(id)?.[1] ?? []).map(Number);
  const [quotes, meetings, people, articles] = await Promise.all([
    client.quote.findMany({ where: among("quote"), select: { id: true, text: true, speakerName: true, filedOn: true } }),
    client.meeting.findMany({ where: among("meeting"), select: { id: true, title: true, dateStart: true } }),
    client.person.findMany({ where: among("person"), select: { id: true, name: true } }),
    client.article.findMany({
      where: { workspaceId, OR: [{ externalId: { in: articleIds } }, { id: { in: articleKeys } }] },
      select: { id: true, externalId: true, title: true, filedOn: true },
    }),
  ]);
  const named = new Map<string, NamedSubject>();
  const add = (what: IdKind & WrongItem["what"], key: number, said: Pick<NamedSubject, "words" | "by" | "day">) => {
    const id = idOf(what, key);
    named.set(`${what} ${id}`, { what, id, target: id, ...said });
  };
  for (const { id, text, speakerName, filedOn } of quotes) add("quote", id, { words: text, by: speakerName, day: filedOn });
  for (const { id, title, dateStart } of meetings) add("meeting", id, { words: title, by: null, day: dateStart });
  for (const { id, name } of people) add("person", id, { words: name, by: null, day: null });
  for (const { id: key, externalId, title, filedOn } of articles) {
    const id = `#${key}`;
    const subject = { what: "article" as const, id, target: externalId, words: title ?? "", by: null, day: filedOn };
    named.set(`article ${id}`, subject);
    named.set(`article ${externalId}`, subject);
  }
  return items.flatMap(({ what, id }) => named.get(`${what} ${id}`) ?? []);
}

/** One of a kind that this version does not know is left out: a newer version ran here before. */
function toRecord({ id, what, target, reason, value, setBy, setAt }: Row): DisputeRecord[] {
  const known = { what: DISPUTED.find((each) => each === what), reason: DISPUTE_REASONS.find((each) => each === reason) };
  if (known.what === undefined || known.reason === undefined) return [];
  const disputeId = idOf("dispute", id);
  return [{ disputeId, what: known.what, reason: known.reason, id: target, value, setBy, setAt: setAt.toISOString() }];
}
