import pg from "pg";
import { indexDocument } from "../../src/adapters/prisma/postgresql/index-document.ts";
import type { Row, Rows, TableWriter } from "./rows.ts";

/** A statement of more text than this is cut in two. */
const ROWS_A_STATEMENT = 2000;

/** Writes into a migrated database as its superuser: without checks of keys, and with the indexes made at the end. */
export async function openPostgresqlWriter(url: string): Promise<TableWriter> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("SET session_replication_role = replica");
  await client.query("SET synchronous_commit = off");
  await client.query("SET maintenance_work_mem = '1GB'");
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relnamespace = current_schema()::regnamespace AND NOT i.indisprimary`,
  );
  for (const { name } of indexes) await client.query(`DROP INDEX "${name}"`);
  return {
    async write(rows) {
      const searched = (rows.get("Article") ?? []).map(searchRow);
      await client.query("BEGIN");
      for (const [table, list] of new Map([...rows, ["article_search", searched]]) as Rows) await insert(client, table, list);
      await client.query("COMMIT");
    },
    async close() {
      for (const { definition } of indexes) await client.query(definition);
      await restartSequences(client);
      await client.query("VACUUM (ANALYZE)");
      await client.end();
    },
  };
}

function searchRow(row: Row): Row {
  const indexed = { workspaceId: String(row["workspaceId"]), title: String(row["title"]), text: String(row["text"]) };
  return { articleId: row["id"], ...indexDocument(indexed) };
}

async function insert(client: pg.Client, table: string, rows: Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    const part = rows.slice(at, at + ROWS_A_STATEMENT);
    const columns = Object.keys(part[0] ?? {})
      .map((column) => `"${column}"`)
      .join(", ");
    const query = `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(null::"${table}", $1::json)`;
    await client.query(query, [JSON.stringify(part)]);
  }
}

async function restartSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; sequence: string }>(
    `SELECT table_name AS table, pg_get_serial_sequence(format('%I', table_name), 'id') AS sequence FROM information_schema.columns
     WHERE table_schema = current_schema() AND column_name = 'id' AND column_default LIKE 'nextval%'`,
  );
  for (const { table, sequence } of rows)
    await client.query(`SELECT setval($1::regclass, (SELECT coalesce(max("id"), 0) + 1 FROM "${table}"), false)`, [sequence]);
}
