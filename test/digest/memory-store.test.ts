import { describeDigestStore } from "../contracts/digest-store.ts";
import { createMemoryDigestStore } from "../fakes/digest-store.ts";

describeDigestStore("memory", async () => ({ digests: createMemoryDigestStore(), close: async () => undefined }));
