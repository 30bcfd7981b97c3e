import { openStore } from "../adapters/prisma/open-store.ts";
import type { WhyRead } from "../adapters/terminal/program.ts";
import { holdReading } from "../model/readings/hold-reading.ts";

/** A stored article as today's engine reads it, with the model's answer where one was asked; null where the workspace has none of this name. */
export async function runWhy(databaseUrl: string, workspaceId: string, named: string): Promise<WhyRead | null> {
  const store = await openStore({ url: databaseUrl });
  try {
    const found = await store.rereads.stored(workspaceId, named);
    return found === null ? null : { article: found.article, ...holdReading(found.article, found.reading) };
  } finally {
    await store.close();
  }
}
