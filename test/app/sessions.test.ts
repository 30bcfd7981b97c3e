import { expect, it } from "vitest";
import { createProgram } from "../../src/app/app.ts";
import { loadConfig } from "../../src/config/config.ts";
import { AppError } from "../../src/domain/errors.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";

it("reads the web at the second try where the first one found the settings wrong, and ends without a word of the first", async () => {
  const place = temporaryFolder();
  let asked = 0;
  const program = createProgram(() => {
    asked += 1;
    if (asked === 1) throw new AppError("config", "SOURCES_POLL_MINUTES is no number.");
    return loadConfig({});
  });
  const session = await program.openSession({ url: `file:${place.path("store.db")}` });
  const run = { workspaceId: null, isForced: false };
  await expect(session.pollSources(run)).rejects.toThrow("SOURCES_POLL_MINUTES");
  expect((await session.pollSources(run)).polled).toEqual({ sources: 0, unchanged: 0, failed: 0, left: 0 });
  await session.close();
  place.remove();
});
