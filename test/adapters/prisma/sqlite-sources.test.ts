import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { describeSourceStores } from "../../contracts/source-stores.ts";
import { temporaryFolder } from "./temporary-database.ts";

describeSourceStores("SQLite", async () => {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  return {
    followed: store.followed,
    retention: store.retention,
    close: async () => {
      await store.close();
      place.remove();
    },
  };
});
