import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { explainOpening } from "../../../src/adapters/prisma/postgresql/explain-postgresql.ts";
import { postgresqlUrl } from "./temporary-postgresql.ts";

/** One sentence that names the database and says how to mend it. */
const SENTENCE = /^The database \S+ .+: .+\.$/;

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

describe("a PostgreSQL that cannot be used", () => {
  it("is refused in one sentence, without its password, where nothing answers", async () => {
    const free = createServer().listen(0, "127.0.0.1");
    await once(free, "listening");
    const port = portOf(free);
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

  it("is refused where sslmode is none, or names a file that is not there", async () => {
    const opening = (parameters: string) => openStore({ url: `postgresql://127.0.0.1:1/attache?${parameters}` });
    await expect(opening("sslmode=requird")).rejects.toThrow(
      "The sslmode in DATABASE_URL must be one of disable, prefer, require, verify-ca, verify-full, no-verify.",
    );
    await expect(opening("sslmode=verify-full&sslrootcert=/nowhere/ca.pem")).rejects.toThrow(
      "DATABASE_URL names the file /nowhere/ca.pem as sslrootcert, and it is not there: mend the path.",
    );
  });

  it("is refused where it does not speak TLS, or nobody vouches for its certificate", async () => {
    const plain = createServer((socket) => socket.once("data", () => socket.end("N"))).listen(0, "127.0.0.1");
    await once(plain, "listening");
    const opening = openStore({ url: `postgresql://127.0.0.1:${portOf(plain)}/attache?sslmode=verify-full` });
    await expect(opening).rejects.toThrow(/does not speak TLS: turn it on there, or write sslmode=disable in DATABASE_URL\.$/);
    plain.close();
    const certificate = Object.assign(new Error("self-signed certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    expect(explainOpening(certificate, "postgresql://db/attache").message).toMatch(/nobody here vouches for.*sslmode=no-verify/);
    for (const [code, says] of [
      ["CERT_HAS_EXPIRED", /not valid now/],
      ["ERR_TLS_CERT_ALTNAME_INVALID", /of another host/],
      ["SELF_SIGNED_CERT_IN_CHAIN", /vouches/],
      ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", /vouches/],
    ] as const)
      expect(explainOpening(Object.assign(new Error("no"), { code }), "postgresql://db/attache").message).toMatch(says);
  });

  it.skipIf(postgresqlUrl === "")("is refused where the database is not there", async () => {
    const url = new URL(postgresqlUrl);
    url.pathname = "/attache_test_nobody_made_this";
    await expect(openStore({ url: url.href })).rejects.toThrow(/is not there: create it/);
  });
});
