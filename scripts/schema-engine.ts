import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

/** Tables that the schema cannot describe: the full-text index is a virtual table, and keeps its own tables. */
const UNDESCRIBED = /^(?:article_search|_prisma_migrations)/;
const SCHEMA_PATH = "prisma/schema.prisma";

/** Node has WebAssembly, but the types for it come with those of the browser. */
const { WebAssembly: webAssembly } = globalThis as unknown as {
  WebAssembly: { instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }> };
};

/**
 * Prisma's schema engine in WebAssembly, over a SQLite file: what `prisma migrate` would do, without the download that the command
 * line insists on.
 */
async function openEngine(url: string, schema: string): Promise<engine.SchemaEngine> {
  const path = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm")
    .replace("schema_engine.js", "schema_engine_bg.wasm");
  const imports = { "./schema_engine_bg.js": engine };
  const { instance } = await webAssembly.instantiate(await readFile(path), imports);
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url }));
  return engine.SchemaEngine.new({ datamodels: [[SCHEMA_PATH, schema]] }, () => undefined, adapter);
}

/** The SQL that turns the database at `url` into what the schema says; empty where they agree. */
export async function sqlToReachSchema(url: string): Promise<string> {
  const schema = await readFile(SCHEMA_PATH, "utf8");
  const opened = await openEngine(url, schema);
  const files = [{ path: SCHEMA_PATH, content: schema }];
  const result = await opened.diff({
    from: { tag: "schemaDatasource", files, configDir: "." },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  } as Parameters<engine.SchemaEngine["diff"]>[0]);
  return statementsOf(result.stdout ?? "")
    .filter((sql) => !dropsUndescribed(sql))
    .join("\n\n");
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
    .filter((statement) => statement !== "" && !/^PRAGMA/i.test(statement))
    .map((statement) => `${statement};`);
}

function dropsUndescribed(sql: string): boolean {
  const table = /^DROP TABLE "([^"]+)"/.exec(sql)?.[1];
  return table !== undefined && UNDESCRIBED.test(table);
}
