import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { LISBON } from "../../fakes/evidence.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";

const ARTICLES = 120;

describe("an ingest that is interrupted", () => {
  let place: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    place = temporaryFolder();
  });

  afterEach(() => place.remove());

  /** Ingests as a user would; sends the signal at the first line that comes back. */
  async function ingest(signal: NodeJS.Signals | null) {
    const child = spawn(
      process.execPath,
      [`${inject("programs")}/main.js`, "ingest", "--jsonl", place.path("a.jsonl"), "--json"],
      {
        env: { ...process.env, DATABASE_URL: `file:${place.path("store.db")}` },
      },
    );
    let lines = 0;
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      lines += chunk.toString("utf8").split("\n").length - 1;
      // Once: a second one ends the process where it stands.
      if (signal !== null && lines > 0 && !child.killed) child.kill(signal);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
    const [code] = await once(child, "close");
    return { code, lines, said };
  }

  it.each(["SIGINT", "SIGTERM"] as const)(
    "by %s stops between two articles, says so, and goes on at the next run",
    {
      timeout: 60_000,
    },
    async (signal) => {
      const articles = Array.from({ length: ARTICLES }, (_, at) => ({
        ...LISBON,
        id: `n${at}`,
        url: `https://a.example/${at}`,
        text: `${LISBON.text} Dispatch ${at}.`,
      }));
      writeFileSync(place.path("a.jsonl"), articles.map((article) => JSON.stringify(article)).join("\n"));
      const stopped = await ingest(signal);
      expect(stopped.said).toContain("run the same command again");
      expect(stopped.code).toBe(1);
      expect(stopped.lines).toBeLessThan(ARTICLES);
      const rest = await ingest(null);
      expect(rest).toMatchObject({ code: 0, lines: ARTICLES });
      expect(rest.said).toContain(`${ARTICLES - stopped.lines} new, ${stopped.lines} unchanged`);
    },
  );
});
