import { readFileSync } from "node:fs";
import type pg from "pg";

/** How often the system counts, a second: the same on every Linux. */
const TICKS_A_SECOND = 100;
/** Of what /proc/PID/stat says after the name: time in the program, and in the system for it. */
const USER = 11;
const SYSTEM = 12;

/** Milliseconds that processors spent on a process of this machine so far; null where it is gone, or the system does not say. */
function processorMs(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return ((Number(fields[USER]) + Number(fields[SYSTEM])) * 1000) / TICKS_A_SECOND;
  } catch {
    return null;
  }
}

/** What processors spent on several processes, those that ended since with what they had when they were last seen. */
export function createProcessorMeter() {
  const last = new Map<number, number>();
  return {
    look(pids: Iterable<number>): void {
      for (const pid of pids) {
        const spent = processorMs(pid);
        if (spent !== null) last.set(pid, spent);
      }
    },
    totalMs: () => [...last.values()].reduce((sum, spent) => sum + spent, 0),
  };
}

/** The server's processes for a database, but for the one that asks: what they spend is known where the server is on this machine. */
export async function serverProcesses(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  return rows.map(({ pid }) => pid);
}

/** How many statements a database was sent so far, where its server counts them (the extension pg_stat_statements); else null. */
export async function countStatements(client: pg.Client): Promise<number | null> {
  try {
    await client.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    const { rows } = await client.query<{ calls: number }>(
      "SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())",
    );
    return rows[0]?.calls ?? null;
  } catch {
    return null;
  }
}
