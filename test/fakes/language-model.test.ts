import { describeModelStores } from "../contracts/model-stores.ts";
import { createMemoryCache, createMemoryLedger } from "./language-model.ts";

describeModelStores("memory", async () => {
  const drafts = createMemoryCache();
  return { modelLedger: createMemoryLedger(), drafts, forget: drafts.clear, close: async () => undefined };
});
