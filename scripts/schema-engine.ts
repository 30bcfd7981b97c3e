import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { sqlitePath } from "../src/adapters/prisma/database-url.ts";
import { createSqliteAdapter } from "../src/adapters/prisma/sqlite/create-adapter.ts";

/** Tables that the schema cannot describe: the full-text index, which on SQLite is a virtual table with tables of its own. */
const UNDESCRIBED = /^(?:article_search|_prisma_migrations)/;
export const SQLITE_SCHEMA = "prisma/schema.prisma";
export const POSTGRESQL_SCHEMA = "prisma/postgresql/schema.prisma";

/** Node has WebAssembly, but the types for it come with those of the browser. */
const { WebAssembly: webAssembly } = globalThis as unknown as {
  WebAssembly: { instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }> };
};

type DiffSide = { tag: "schemaDatasource" | "schemaDatamodel"; schema: string };

/** The SQL that turns the SQLite database at `url` into what the schema says; empty where they agree. */
export async function sqliteToReachSchema(url: string): Promise<string> {
  const schema = await readFile(SQLITE_SCHEMA, "utf8");
  const factory = createSqliteAdapter(sqlitePath(url), 0);
  return diff(factory, { tag: "schemaDatasource", schema }, { tag: "schemaDatamodel", schema });
}

/** The same for a PostgreSQL database. */
export async function postgresqlToReachSchema(url: string): Promise<string> {
  const schema = await readFile(POSTGRESQL_SCHEMA, "utf8");
  const pool = new pg.Pool({ connectionString: url });
  try {
    return await diff(catalogueReader(pool), { tag: "schemaDatasource", schema }, { tag: "schemaDatamodel", schema });
  } finally {
    await pool.end();
  }
}

/** The SQL that leads from one PostgreSQL schema to another. Needs no server: two texts are compared. */
export async function postgresqlBetween(before: string, after: string): Promise<string> {
  const sql = await diff(absentServer(), { tag: "schemaDatamodel", schema: before }, { tag: "schemaDatamodel", schema: after });
  // Text sorts and compares by its bytes, as SQLite's does, whatever the server's language is.
  return sql.replace(/\bTEXT\b/g, 'TEXT COLLATE "C"');
}

/**
 * Prisma's schema engine in WebAssembly: what `prisma migrate diff` would say, without the download that the command line insists on.
 * One process can set it up once only.
 */
async function diff(factory: SqlMigrationAwareDriverAdapterFactory, from: DiffSide, to: DiffSide): Promise<string> {
  const path = factory.provider === "sqlite" ? SQLITE_SCHEMA : POSTGRESQL_SCHEMA;
  await setUp();
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const opened = await engine.SchemaEngine.new({ datamodels: [[path, to.schema]] }, () => undefined, adapter);
  const side = ({ tag, schema }: DiffSide) => ({ tag, files: [{ path, content: schema }], configDir: "." });
  const result = await opened.diff({
    from: side(from),
    to: side(to),
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  } as Parameters<engine.SchemaEngine["diff"]>[0]);
  return statementsOf(result.stdout ?? "")
    .filter((sql) => !dropsUndescribed(sql))
    .join("\n\n");
}

let ready: Promise<void> | undefined;

function setUp(): Promise<void> {
  ready ??= (async () => {
    const wasm = createRequire(import.meta.url)
      .resolve("@prisma/schema-engine-wasm")
      .replace("schema_engine.js", "schema_engine_bg.wasm");
    const { instance } = await webAssembly.instantiate(await readFile(wasm), { "./schema_engine_bg.js": engine });
    engine.__wbg_set_wasm(instance.exports);
    (instance.exports["__wbindgen_start"] as () => void)();
  })();
  return ready;
}

/** The catalogue has columns of the internal type "char" (18), which the adapter does not know: they are shown to it as CHARACTER (1042). */
function catalogueReader(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  pool.query = (async (config: pg.QueryConfig) => {
    const result = await query(config);
    for (const field of result.fields) if (field.dataTypeID === 18) field.dataTypeID = 1042;
    return result;
  }) as pg.Pool["query"];
  return new PrismaPg(pool);
}

/** The engine asks a server for its version even where it only compares texts; this one answers that, and nothing else. */
function absentServer(): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg({});
  factory.connect = async () => {
    const connection = await new PrismaPg({}).connect();
    connection.queryRaw = async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [5, 7, 0],
      rows: [[true, "PostgreSQL 13.0", 130_000]],
    });
    return connection;
  };
  return factory;
}

function statementsOf(script: string): string[] {
  return script
    .split(/;\s*(?:\n|$)/)
    .map((statement) =>
      statement
        .replace(/^--.*$/gm, "")
        .replace(/^\s*\n/gm, "")
        .trim(),
    )
    .filter((statement) => statement !== "" && !/^(?:PRAGMA|CREATE SCHEMA)/i.test(statement))
    .map((statement) => `${statement};`);
}

function dropsUndescribed(sql: string): boolean {
  const table = /^(?:DROP TABLE|ALTER TABLE|DROP INDEX) "([^"]+)"/.exec(sql)?.[1];
  return table !== undefined && UNDESCRIBED.test(table);
}
