import { describeModelStores } from "../contracts/model-stores.ts";
import { createMemoryCache, createMemoryLedger } from "./language-model.ts";

describeModelStores("memory", async () => ({
  modelLedger: createMemoryLedger(),
  drafts: createMemoryCache(),
  close: async () => undefined,
}));
