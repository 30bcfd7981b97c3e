import { describe, expect, it } from "vitest";
import { createProgram } from "../../src/app/app.ts";
import { loadConfig } from "../../src/config/config.ts";

describe("the roles of a process", () => {
  it("are refused for a store in a file, in a sentence that names the way out", async () => {
    const program = createProgram(() => loadConfig({ DATABASE_URL: "file:/nowhere/store.db" }));
    const served = program.serve(["work"], new AbortController().signal, () => undefined);
    await expect(served).rejects.toMatchObject({
      code: "usage",
      message: expect.stringContaining("leave out --role, or move to PostgreSQL"),
    });
  });
});
