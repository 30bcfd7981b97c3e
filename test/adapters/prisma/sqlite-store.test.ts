import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { describeNameRules } from "../../contracts/name-rules.ts";
import { describeStore, type StoreUnderTest } from "../../contracts/store.ts";
import { temporaryFolder } from "./temporary-database.ts";

async function openTemporary(): Promise<StoreUnderTest> {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  return {
    ...store,
    close: async () => {
      await store.close();
      place.remove();
    },
  };
}

describeStore("SQLite", openTemporary);
describeNameRules("SQLite", openTemporary);
