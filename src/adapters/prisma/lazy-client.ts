import type { PrismaClient } from "./generated/client.ts";
import { Prisma } from "./sql.ts";

/** Runs a statement, and gives its rows as `$queryRaw` gives them. */
export type QueryRows = (statement: Prisma.Sql) => Promise<unknown[]>;

export interface LazyClient {
  client: PrismaClient;
  close(): Promise<void>;
}

/**
 * A client that is loaded when it is first asked for something else than a statement in SQL: what it is made of, and its compiler of queries
 * above all, takes longer to load than most commands take to answer. Statements never go through it. `turn` is awaited before whatever is asked.
 */
export function createLazyClient(open: () => Promise<PrismaClient>, query: QueryRows, turn: () => Promise<void>): LazyClient {
  let opened: Promise<PrismaClient> | null = null;
  const load = () => {
    opened ??= open();
    return opened;
  };
  const queryRaw = async (text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
    await turn();
    return query("raw" in text ? Prisma.sql(text, ...values) : text);
  };
  const later = async (call: (client: PrismaClient) => unknown) => {
    await turn();
    return call(await load());
  };
  const client = membersBy((name) => {
    if (name === "$queryRaw") return queryRaw;
    if (name.startsWith("$")) return (...given: unknown[]) => later((loaded) => callOf(loaded, name, given));
    return membersBy(
      (method) =>
        (...given: unknown[]) =>
          later((loaded) => callOf(Reflect.get(loaded, name), method, given)),
    );
  });
  return {
    // It has the members that are asked of it, whichever they are.
    client: client as PrismaClient,
    async close() {
      await (await opened)?.$disconnect();
    },
  };
}

/** An object that has a member for every name. */
function membersBy(member: (name: string) => unknown): object {
  return new Proxy({}, { get: (_, name) => (typeof name === "string" && name !== "then" ? member(name) : undefined) });
}

function callOf(object: object, method: string, given: unknown[]): unknown {
  return Reflect.get(object, method).apply(object, given);
}
