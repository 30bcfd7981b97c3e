import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { describeInstallationStores } from "../../contracts/installation-stores.ts";
import { temporaryFolder } from "./temporary-database.ts";

describeInstallationStores("SQLite", async () => {
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
