import type { Clients } from "./clients.ts";
import { isPostgresql } from "./database-url.ts";
import type { Say } from "./migrations.ts";

/**
 * Opens the database that a URL names, creating and migrating its tables where needed. Only the one that is used is loaded: each brings
 * a driver of its own. `say` is told what takes long.
 */
export async function openClients(url: string, say: Say = () => undefined): Promise<Clients> {
  if (!isPostgresql(url)) return (await import("./sqlite/open-clients.ts")).openSqliteClients(url, say);
  return (await import("./postgresql/open-clients.ts")).openPostgresqlClients(url, say);
}
