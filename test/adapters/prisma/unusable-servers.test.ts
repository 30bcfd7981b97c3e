import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { postgresqlUrl } from "./temporary-postgresql.ts";

/** One sentence that names the database and says how to mend it. */
const SENTENCE = /^The database \S+ .+: .+\.$/;

describe("a PostgreSQL that cannot be used", () => {
  it("is refused in one sentence, without its password, where nothing answers", async () => {
    const free = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => free.once("listening", resolve));
    const address = free.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await new Promise((resolve) => free.close(resolve));
    const opening = openStore({ url: `postgresql://desk:hunter2@127.0.0.1:${port}/attache?password=hunter2` });
    await expect(opening).rejects.toThrow(SENTENCE);
    await expect(opening).rejects.toThrow(/does not answer/);
    await expect(opening).rejects.not.toThrow(/hunter2/);
  });

  it("is refused where the address cannot be read", async () => {
    await expect(openStore({ url: "postgresql://a:b:c@@/x y:z" })).rejects.toThrow(/DATABASE_URL/);
    await expect(openStore({ url: "postgresql://127.0.0.1/attache?schema=a;b" })).rejects.toThrow(/letters, digits/);
  });

  it.skipIf(postgresqlUrl === "")("is refused where the database is not there", async () => {
    const url = new URL(postgresqlUrl);
    url.pathname = "/attache_test_nobody_made_this";
    await expect(openStore({ url: url.href })).rejects.toThrow(/is not there: create it/);
  });
});
