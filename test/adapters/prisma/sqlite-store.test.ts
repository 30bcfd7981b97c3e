import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { describeAccessStore } from "../../contracts/access-store.ts";
import { describeCorrections } from "../../contracts/corrections.ts";
import { describeMeetingParts } from "../../contracts/meeting-parts.ts";
import { describeMeetingsOfStates } from "../../contracts/meetings-of-states.ts";
import { describeNameRules } from "../../contracts/name-rules.ts";
import { describeRereads } from "../../contracts/rereads.ts";
import { describeStore } from "../../contracts/store.ts";
import { describeTopicStores } from "../../contracts/topic-stores.ts";
import { describeWatchStores } from "../../contracts/watch-stores.ts";
import { temporaryFolder } from "./temporary-database.ts";

async function openTemporary() {
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
describeCorrections("SQLite", openTemporary);
describeRereads("SQLite", openTemporary);
describeTopicStores("SQLite", openTemporary);
describeAccessStore("SQLite", openTemporary);
describeWatchStores("SQLite", openTemporary);
describeMeetingParts("SQLite", openTemporary);
describeMeetingsOfStates("SQLite", openTemporary);
