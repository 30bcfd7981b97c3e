import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils";

/** What a database cannot hold becomes this: one UTF-16 unit for one, so that every offset stays what it was. */
const REPLACEMENT = "\ufffd";

/**
 * Articles and messages hold NUL characters and unpaired surrogates. PostgreSQL refuses both, and SQLite gives three characters back for
 * a surrogate, which moves every span behind it. Here, where every parameter passes, they are replaced: what is stored and what is
 * looked up agree.
 */
export function withCleanParameters(factory: SqlMigrationAwareDriverAdapterFactory): SqlMigrationAwareDriverAdapterFactory {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => cleanAdapter(await connect());
  return factory;
}

function cleanAdapter(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const start = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => cleanQueries(await start(level));
  return cleanQueries(adapter);
}

function cleanQueries<T extends SqlDriverAdapter | Transaction>(queryable: T): T {
  const query = queryable.queryRaw.bind(queryable);
  const execute = queryable.executeRaw.bind(queryable);
  queryable.queryRaw = (given) => query(cleanQuery(given));
  queryable.executeRaw = (given) => execute(cleanQuery(given));
  return queryable;
}

function cleanQuery(query: SqlQuery): SqlQuery {
  return { ...query, args: query.args.map((arg, at) => cleanValue(arg, query.argTypes[at]?.scalarType === "json")) };
}

function cleanValue(value: unknown, isJson: boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => cleanValue(each, isJson));
  if (typeof value !== "string") return value;
  return isJson ? cleanJson(value) : cleanText(value);
}

export function cleanText(text: string): string {
  return text.replaceAll("\u0000", REPLACEMENT).toWellFormed();
}

/** The same in JSON, where such characters are written as escapes. */
function cleanJson(json: string): string {
  return cleanWritten(cleanText(json));
}

/** The same in JSON that JSON.stringify wrote, which holds no such character but as an escape: megabytes are looked through once, not three times. */
export function cleanWritten(json: string): string {
  // Most have no escape of this kind at all, which is told much faster.
  if (!json.includes("\\u") || !/\\u(?:0000|[dD][89a-fA-F])/.test(json)) return json;
  return JSON.stringify(JSON.parse(json), (_, value: unknown) => (typeof value === "string" ? cleanText(value) : value));
}
