import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { describeModelStores } from "../../contracts/model-stores.ts";
import { temporaryFolder } from "./temporary-database.ts";

describeModelStores("SQLite", async () => {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  return {
    modelLedger: store.modelLedger,
    drafts: store.drafts,
    forget: () => store.forgetting.drafts(),
    close: async () => {
      await store.close();
      place.remove();
    },
  };
});
