import type { Clients } from "./clients.ts";
import { isPostgresql } from "./database-url.ts";

/**
 * Opens the database that a URL names, creating and migrating its tables where needed. Only the one that is used is loaded: each brings
 * a driver of its own.
 */
export async function openClients(url: string): Promise<Clients> {
  if (!isPostgresql(url)) return (await import("./sqlite/open-clients.ts")).openSqliteClients(url);
  return (await import("./postgresql/open-clients.ts")).openPostgresqlClients(url);
}
