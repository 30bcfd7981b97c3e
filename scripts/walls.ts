import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The rooms of `src/`, and what each may import besides itself. A room is a folder, the longest that matches; what is not listed may not be
 * imported. Biome's rule on imports sees only how an import is written, not where it leads, and `evidence/` is a folder of three rooms.
 */
const BELOW_COMMANDS = ["domain", "extract", "ingest", "evidence", "model", "answer", "briefing", "documents", "digest"];
const BELOW_ADAPTERS = [...BELOW_COMMANDS, "config", "commands"];

export const ROOMS: Record<string, string[]> = {
  domain: [],
  grammar: ["domain"],
  extract: ["domain", "grammar"],
  ingest: ["domain", "extract"],
  evidence: ["domain", "extract"],
  model: ["domain", "extract", "evidence"],
  answer: ["domain", "extract", "evidence", "model"],
  briefing: ["domain", "extract", "evidence", "model"],
  documents: ["domain", "extract", "evidence", "model", "answer", "briefing"],
  digest: ["domain", "extract", "evidence", "model", "answer", "briefing", "documents"],
  config: ["domain"],
  commands: BELOW_COMMANDS,
  "adapters/web": BELOW_ADAPTERS,
  "adapters/chat": BELOW_ADAPTERS,
  "adapters/tokens": BELOW_ADAPTERS,
  "adapters/openai": BELOW_ADAPTERS,
  "adapters/cron": BELOW_ADAPTERS,
  "adapters/pictures": BELOW_ADAPTERS,
  "adapters/holidays": BELOW_ADAPTERS,
  "adapters/prisma": BELOW_ADAPTERS,
  "adapters/terminal": BELOW_ADAPTERS,
  "adapters/queue": [...BELOW_ADAPTERS, "adapters/prisma"],
  "adapters/feeds": [...BELOW_ADAPTERS, "adapters/web"],
  "adapters/threads": [...BELOW_ADAPTERS, "adapters/feeds"],
  "adapters/http": [...BELOW_ADAPTERS, "adapters/web"],
  "adapters/api": [...BELOW_ADAPTERS, "adapters/http"],
  "adapters/publish": [...BELOW_ADAPTERS, "adapters/http"],
  "adapters/mcp": [...BELOW_ADAPTERS, "adapters/http"],
  "adapters/operations": [...BELOW_ADAPTERS, "adapters/chat", "adapters/tokens", "adapters/web"],
  "adapters/slack": [...BELOW_ADAPTERS, "adapters/chat", "adapters/tokens", "adapters/web"],
  "adapters/discord": [...BELOW_ADAPTERS, "adapters/chat", "adapters/web"],
  app: [...BELOW_ADAPTERS, "adapters"],
  "main.ts": ["app", ...BELOW_ADAPTERS, "adapters"],
};

export const MOST_FILES = 25;

/** Prisma's clients are loaded when they are first needed, from these: a value of them anywhere else makes every command that reads wait for them. */
const LOADS_CLIENTS = new Set(["adapters/prisma/sqlite/prisma-client.ts", "adapters/prisma/postgresql/open-clients.ts"]);

/** One sentence for each import that goes through a wall or loads Prisma's client, for each file outside of all rooms, and for each folder that is too full. */
export function brokenWalls(sources: Map<string, string>): string[] {
  const broken: string[] = [];
  const filesIn = new Map<string, number>();
  for (const [path, source] of sources) {
    filesIn.set(dirname(path), (filesIn.get(dirname(path)) ?? 0) + 1);
    const room = roomOf(path);
    if (room === null) {
      broken.push(`src/${path} stands in no room: give its folder a line in scripts/walls.ts.`);
      continue;
    }
    if (loadsClient(source) && !LOADS_CLIENTS.has(path))
      broken.push(`src/${path} loads Prisma's client: import only types of it, and take Prisma from src/adapters/prisma/sql.ts.`);
    const allowed = [room, ...(ROOMS[room] ?? [])];
    for (const target of importsOf(path, source)) {
      if (!allowed.some((each) => isWithin(target, each)))
        broken.push(`src/${path} imports src/${target}, which ${room} may not know.`);
    }
  }
  for (const [folder, count] of filesIn)
    if (count > MOST_FILES)
      broken.push(`src/${folder} holds ${count} files, and ${MOST_FILES} are the most: split it by subject.`);
  return broken;
}

function roomOf(path: string): string | null {
  return Object.keys(ROOMS).find((room) => isWithin(path, room)) ?? null;
}

function isWithin(path: string, room: string): boolean {
  return path === room || path.startsWith(`${room}/`);
}

function importsOf(path: string, source: string): string[] {
  const written = source.matchAll(/\b(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g);
  return [...written].map((found) => posix.join(posix.dirname(path), found[1] ?? ""));
}

/** Whether it imports more than types from what Prisma generated, at once or later. */
function loadsClient(source: string): boolean {
  return /^(?:import|export)\s+(?!type\b)[^;"]*"[^"]*\/generated\/[^"]*"|\bimport\(\s*"[^"]*\/generated\//m.test(source);
}

/** The program's files by their path below `src/`; what is generated is no file of ours. */
export function readSources(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  const ours = paths.filter((path) => path.endsWith(".ts") && !path.includes("/generated/"));
  return new Map(ours.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const broken = brokenWalls(readSources(fileURLToPath(new URL("../src", import.meta.url))));
  for (const sentence of broken) console.error(sentence);
  if (broken.length > 0) process.exitCode = 1;
}
