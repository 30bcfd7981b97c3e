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

/** PostgreSQL's message of an error, as a server sends it before it hangs up. */
function refusal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

describe("a PostgreSQL that cannot be used", () => {
  it("is refused in one sentence, without its password, where nothing answers", async () => {
    const free = createServer().listen(0, "127.0.0.1");
    await once(free, "listening");
    const port = portOf(free);
    await new Promise((resolve) => free.close(resolve));
    const opening = openStore({ url: `postgresql://desk:hunter2@127.0.0.1:${port}/attache?password=hunter2` });
    await expect(opening).rejects.toThrow(SENTENCE);
    await expect(opening).rejects.toThrow(/does not respond: start the server/);
    await expect(opening).rejects.not.toThrow(/hunter2/);
  });

  it("is refused where the address cannot be read", async () => {
    await expect(openStore({ url: "postgresql://a:b:c@@/x y:z" })).rejects.toThrow(/DATABASE_URL/);
    await expect(openStore({ url: "postgresql://127.0.0.1/attache?schema=a;b" })).rejects.toThrow(/letters, digits/);
  });

  it("is asked for nothing that a pooler refuses when it lets somebody in, and what it says is passed on", async () => {
    const started: string[] = [];
    const pooler = createServer((socket) =>
      socket.once("data", (packet) => {
        // Length and version come first, then names and values, each with a zero behind it.
        const words = packet.subarray(8).toString("utf8").split("\0");
        started.push(...words.filter((_, at) => at % 2 === 0 && words[at] !== ""));
        socket.end(refusal("08P01", "no more connections allowed (max_client_conn)"));
      }),
    ).listen(0, "127.0.0.1");
    await once(pooler, "listening");
    const url = `postgresql://desk@127.0.0.1:${portOf(pooler)}/attache?schema=desk`;
    await expect(openStore({ url })).rejects.toThrow(
      /is refused by its pooler \(no more connections allowed \(max_client_conn\)\): correct the pooler's settings, or the address in DATABASE_URL\.$/,
    );
    pooler.close();
    expect(started.sort()).toEqual(["application_name", "client_encoding", "database", "user"]);
  });

  it("is refused where sslmode is none, or names a file that is not there", async () => {
    const opening = (parameters: string) => openStore({ url: `postgresql://127.0.0.1:1/attache?${parameters}` });
    await expect(opening("sslmode=requird")).rejects.toThrow(
      "The sslmode in DATABASE_URL must be one of disable, prefer, require, verify-ca, verify-full, no-verify.",
    );
    await expect(opening("sslmode=verify-full&sslrootcert=/nowhere/ca.pem")).rejects.toThrow(
      "The file /nowhere/ca.pem, which DATABASE_URL names as sslrootcert, does not exist. Correct the path.",
    );
  });

  it("is refused where it does not speak TLS, or nobody vouches for its certificate", async () => {
    const plain = createServer((socket) => socket.once("data", () => socket.end("N"))).listen(0, "127.0.0.1");
    await once(plain, "listening");
    const opening = openStore({ url: `postgresql://127.0.0.1:${portOf(plain)}/attache?sslmode=verify-full` });
    await expect(opening).rejects.toThrow(/does not support TLS: turn it on there, or set sslmode=disable in DATABASE_URL\.$/);
    plain.close();
    const certificate = Object.assign(new Error("self-signed certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    expect(explainOpening(certificate, "postgresql://db/attache").message).toMatch(
      /from an unknown authority: .*sslrootcert.*sslmode=no-verify/,
    );
    for (const [code, says] of [
      ["CERT_HAS_EXPIRED", /expired certificate, or one that is not valid yet/],
      ["ERR_TLS_CERT_ALTNAME_INVALID", /for another host/],
      ["SELF_SIGNED_CERT_IN_CHAIN", /unknown authority/],
      ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", /unknown authority/],
    ] as const)
      expect(explainOpening(Object.assign(new Error("no"), { code }), "postgresql://db/attache").message).toMatch(says);
  });

  it.skipIf(postgresqlUrl === "")("is refused where the database is not there", async () => {
    const url = new URL(postgresqlUrl);
    url.pathname = "/attache_test_nobody_made_this";
    await expect(openStore({ url: url.href })).rejects.toThrow(/does not exist: create it/);
  });
});
