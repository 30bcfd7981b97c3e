import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";

/** A store in a folder that goes with it. */
export async function openScratchStore(): Promise<{ store: Store; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "attache-scratch-"));
  const store = await openStore({ url: `file:${join(folder, "store.db")}` });
  return {
    store,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
