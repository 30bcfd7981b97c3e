import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../../../src/adapters/prisma/open-store.ts";
import { createPgBossQueue } from "../../../../src/adapters/queue/create-pg-boss-queue.ts";
import { runCli } from "../../../../src/adapters/terminal/cli.ts";
import { createProgram } from "../../../../src/app/app.ts";
import { loadConfig } from "../../../../src/config/config.ts";
import { QUICK } from "../../../contracts/job-queue.ts";
import { until } from "../../../servers/until.ts";
import { temporaryFolder } from "../../prisma/temporary-database.ts";
import { postgresqlUrl, temporaryPostgresql } from "../../prisma/temporary-postgresql.ts";
import { fakeTerminal } from "../fake-terminal.ts";

async function run(url: string, ...argv: string[]) {
  const terminal = fakeTerminal();
  const demo = { articles: "", database: "" };
  const options = { terminal, version: "0", debug: false, demo, envFile: "", isNew: () => false };
  const status = await runCli(
    createProgram(() => loadConfig({ DATABASE_URL: url })),
    argv,
    options,
  );
  return { status, stdout: terminal.out(), stderr: terminal.err() };
}

describe("attache jobs", () => {
  let place: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    place = temporaryFolder();
  });

  afterEach(() => place.remove());

  it("shows the dead jobs of a store in a file, tries one anew, and says where the others are", async () => {
    const url = `file:${place.path("store.db")}`;
    const store = await openStore({ url });
    for (const rowId of [7, 8])
      await store.deadJobs.keep({ kind: "extract", rowId, reason: "Error: It broke.", tries: 6, diedAtMs: Date.UTC(2026, 2, 2) });
    await store.close();
    const shown = await run(url, "jobs");
    expect(shown.stdout).toContain("extract  2 dead\n");
    expect(shown.stderr).toContain("waiting jobs live in the bot's process");
    const listed = await run(url, "jobs", "--dead");
    expect(listed.stdout).toContain(
      "extract-7  extract 7, failed for good at 2026-03-02T00:00 after 6 attempts: Error: It broke.\n",
    );
    expect(await run(url, "jobs", "retry", "extract-7")).toMatchObject({ status: 0, stdout: "I will retry 1 job.\n" });
    expect(await run(url, "jobs", "retry", "extract-7")).toMatchObject({ status: 1, stdout: "There is no dead job to retry.\n" });
    expect(
      (await run(url, "jobs", "--dead", "--json")).stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).rowId),
    ).toEqual([8]);
    const examined = await run(url, "doctor", "--json");
    expect(examined.stdout).toContain(
      "1 failed on every attempt, the last (extract 8) because: Error: It broke. attache jobs --dead lists them",
    );
    expect(await run(url, "jobs", "retry", "all")).toMatchObject({ status: 0, stdout: "I will retry 1 job.\n" });
    expect((await run(url, "jobs", "--dead")).stdout).toBe("No dead jobs.\n");
  });

  it.skipIf(postgresqlUrl === "")("shows what waits on PostgreSQL, and what is dead", { timeout: 60_000 }, async () => {
    const database = await temporaryPostgresql();
    await (await openStore({ url: database.url })).close();
    const queue = await createPgBossQueue(database.url, {
      timings: { ...QUICK, retries: 0 },
      clock: { now: () => Date.now() },
      onFailure: () => undefined,
    });
    await queue.send("extract", [1, 2]);
    await queue.send("fetch", [3]);
    queue.work("fetch", { concurrency: 1, handle: () => Promise.reject(new Error("It broke.")), onDry: () => undefined });
    await until(async () => expect((await queue.depth()).fetch.dead).toBe(1));
    await queue.stop(1000);
    expect((await run(database.url, "jobs")).stdout).toContain("extract  2 waiting, 0 running, 0 dead\n");
    expect((await run(database.url, "jobs", "--dead")).stdout).toMatch(/ fetch 3, failed for good at \S+ after 1 attempt: /);
    expect((await run(database.url, "jobs", "retry", "all")).stdout).toBe("I will retry 1 job.\n");
    expect((await run(database.url, "jobs", "--json")).stdout).toContain('{"kind":"fetch","waiting":1,"active":0,"dead":0}');
    await database.drop();
  });
});
