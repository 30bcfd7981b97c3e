import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { describeTroubleStores } from "../../contracts/trouble-stores.ts";
import { temporaryFolder } from "./temporary-database.ts";

describeTroubleStores("SQLite", async () => {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  return {
    ...store,
    close: async () => {
      await store.close();
      place.remove();
    },
  };
});
