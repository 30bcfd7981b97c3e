import type { ArticleWriter, NewArticle, RoleCount, Touched } from "../../../domain/evidence/evidence-store.ts";
import { removeUnsupported } from "../corrections/correction-writer.ts";
import type { Prisma as Types } from "../generated/client.ts";
import { readStrings } from "../json-columns.ts";
import { countNames } from "../people/count-names.ts";
import type { ArticleSearch } from "../search/article-search.ts";
import { Prisma } from "../sql.ts";
import type { Transaction } from "../transaction.ts";
import { hashOf, type WorkspaceTurn } from "../turn/workspace-turn.ts";
import { addArticle, addCountries, addQuotes, addRevision, columns } from "./article-rows.ts";

export function createArticleWriter(turn: WorkspaceTurn, search: ArticleSearch): ArticleWriter {
  const { transaction, workspaceId, opening, pending } = turn;
  const index = (key: number, { title, text }: NewArticle) => {
    const statement = search.index({ key, workspaceId, title, text });
    if (statement !== null) pending.add(statement);
  };
  return {
    findByIdentity: (identities) => opening.find(identities),
    textOf: async (key) => (await transaction.article.findUniqueOrThrow({ where: { id: key }, select: { text: true } })).text,
    async create(article) {
      const key = await addArticle(turn, article);
      addRevision(turn, { key, revision: 1, article });
      addCountries(turn, { key, countries: article.countries, filedOn: article.filedOn });
      index(key, article);
      await noteUnmatched(turn, { key, seenAtMs: article.seenAtMs });
      opening.note({ key, identity: article.identity, revision: 1, fingerprint: article.fingerprint });
      return key;
    },
    async forget(key) {
      opening.forget();
      const { identity } = await transaction.article.findUniqueOrThrow({ where: { id: key }, select: { identity: true } });
      await transaction.forgottenArticle.create({ data: { workspaceId, identityHash: hashOf(identity) } });
      return expire(transaction, workspaceId, [key]);
    },
    expire(keys) {
      opening.forget();
      return expire(transaction, workspaceId, keys);
    },
    async seenBefore(instantMs, limit) {
      const rows = await transaction.article.findMany({
        where: { workspaceId, firstSeenAt: { lt: new Date(instantMs) } },
        select: { id: true },
        orderBy: { id: "asc" },
        take: limit,
      });
      return rows.map((row) => row.id);
    },
    async revise(key, article) {
      opening.forget();
      const touched = await revise(turn, key, article);
      index(key, article);
      await noteUnmatched(turn, { key, seenAtMs: article.seenAtMs });
      return touched;
    },
    withdraw: (key, atMs) => withdraw(transaction, key, atMs),
    addQuotes: async (key, filedOn, quotes) => addQuotes(turn, { key, filedOn }, quotes),
  };
}

/** Watches look at it once it is stored: without any, there is nothing to look for. One row, however often its text changes meanwhile. */
async function noteUnmatched(
  { opening, pending, workspaceId }: WorkspaceTurn,
  { key, seenAtMs }: { key: number; seenAtMs: number },
): Promise<void> {
  if (!(await opening.isWatched())) return;
  pending.add(Prisma.sql`
    INSERT INTO "UnmatchedArticle" ("articleId", "workspaceId", "seenAt") VALUES (${key}, ${workspaceId}, ${new Date(seenAtMs)})
    ON CONFLICT ("articleId") DO UPDATE SET "seenAt" = excluded."seenAt"`);
}

async function expire(transaction: Transaction, workspaceId: string, keys: number[]): Promise<Touched> {
  const touched = await takeBack(transaction, keys);
  await transaction.article.deleteMany({ where: { id: { in: keys } } });
  await removeUnsupported(transaction, workspaceId);
  return touched;
}

function toReading({ reading }: NewArticle) {
  return reading === null ? Prisma.DbNull : (reading as Types.InputJsonObject);
}

async function revise(place: WorkspaceTurn, key: number, article: NewArticle): Promise<Touched> {
  const { transaction } = place;
  const touched = await takeBack(transaction, [key]);
  await transaction.quote.deleteMany({ where: { articleId: key } });
  const updated = await transaction.article.update({
    where: { id: key },
    data: { ...columns(article), reading: toReading(article), revision: { increment: 1 }, storyId: null, withdrawnAt: null },
    select: { revision: true },
  });
  addRevision(place, { key, revision: updated.revision, article });
  addCountries(place, { key, countries: article.countries, filedOn: article.filedOn });
  return touched;
}

/** Read by no later engine: nothing of it is evidence any more. */
const NO_ENGINE = 2_147_483_647;

async function withdraw(transaction: Transaction, key: number, atMs: number): Promise<Touched | null> {
  const row = await transaction.article.findUniqueOrThrow({ where: { id: key }, include: { countries: true } });
  if (row.withdrawnAt !== null) return null;
  const touched = await takeBack(transaction, [key]);
  await transaction.quote.deleteMany({ where: { articleId: key } });
  const at = new Date(atMs);
  const nothing = { summary: [], sentences: [], engineVersion: NO_ENGINE, reading: Prisma.DbNull };
  const revision = row.revision + 1;
  await transaction.article.update({ where: { id: key }, data: { ...nothing, revision, withdrawnAt: at } });
  const { title, publishedAt, fingerprint, text } = row;
  await transaction.revision.create({ data: { articleId: key, revision, seenAt: at, title, publishedAt, fingerprint, text } });
  // It stays on its topics, where those who were told of it are told of this.
  await transaction.articleCountry.createMany({ data: row.countries });
  return touched;
}

/** Deletes the articles' evidence except quotes, and returns which counts to reduce and what to rebuild. */
export async function takeBack(transaction: Transaction, keys: number[]): Promise<Touched> {
  const where = { articleId: { in: keys } };
  const people = await transaction.personArticle.findMany({ where, select: { personId: true, name: true, aliases: true } });
  const roles = await transaction.roleArticle.findMany({ where, select: { roleId: true } });
  const reports = await transaction.meetingReport.findMany({ where, select: { meetingId: true } });
  const stories = await transaction.article.findMany({
    where: { id: { in: keys }, storyId: { not: null } },
    select: { storyId: true },
  });
  await transaction.personArticle.deleteMany({ where });
  await transaction.roleArticle.deleteMany({ where });
  await transaction.meetingReport.deleteMany({ where });
  await transaction.articleCountry.deleteMany({ where });
  return {
    people: {
      personKeys: [...new Set(people.map((row) => row.personId))],
      names: countNames(
        people.map(({ personId, name, aliases }) => ({ personKey: personId, name, aliases: readStrings(aliases) })),
      ),
      roles: countRows(roles.map((row) => row.roleId)),
    },
    meetingKeys: [...new Set(reports.map((row) => row.meetingId))],
    storyKeys: [...new Set(stories.flatMap((row) => row.storyId ?? []))],
  };
}

function countRows(roleKeys: number[]): RoleCount[] {
  const counts = new Map<number, number>();
  for (const key of roleKeys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([roleKey, uses]) => ({ roleKey, uses }));
}
