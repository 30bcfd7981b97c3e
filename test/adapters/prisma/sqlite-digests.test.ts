import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { describeDigestStore } from "../../contracts/digest-store.ts";
import { temporaryFolder } from "./temporary-database.ts";

describeDigestStore("SQLite", async () => {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  return {
    digests: store.digests,
    close: async () => {
      await store.close();
      place.remove();
    },
  };
});
