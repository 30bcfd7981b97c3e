import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../../../src/adapters/terminal/cli.ts";
import type { Program } from "../../../src/adapters/terminal/program.ts";
import { createProgram } from "../../../src/app/app.ts";
import { loadConfig } from "../../../src/config/config.ts";
import type { Intent } from "../../../src/domain/chat/intent.ts";
import { silentSession } from "../../fakes/silent-session.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";
import { fakeTerminal } from "./fake-terminal.ts";

describe("the command line without a command", () => {
  let place: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    place = temporaryFolder();
  });

  afterEach(() => place.remove());

  async function start(isNew: boolean, ...argv: string[]) {
    const terminal = fakeTerminal("people\n");
    const asked: Intent[] = [];
    const opened: (string | undefined)[] = [];
    const program: Program = {
      ...createProgram(() => loadConfig({})),
      openSession: async (options) => {
        opened.push(options?.url);
        return silentSession(asked);
      },
    };
    const demo = { articles: "demo/articles", database: place.path("demo.db") };
    const options = { terminal, version: "0", debug: false, demo, envFile: place.path(".env"), isNew: () => isNew };
    const status = await runCli(program, argv, options);
    return { status, asked: asked.map(({ kind }) => kind), opened, err: terminal.err() };
  }

  it("is the demo where there is nothing yet, and says so", async () => {
    const { status, asked, opened, err } = await start(true);
    expect(status).toBe(0);
    expect(opened).toEqual([`file:${place.path("demo.db")}`]);
    expect(asked).toContain("briefing");
    expect(err.split("\n")[0]).toBe(
      "There is no store and no .env here yet, so this is the demo. To set up your own, run attache init.",
    );
  });

  it.each([[[]], [["--plain"]]])("is the prompt on the store otherwise, with %j", async (argv) => {
    const { status, asked, opened } = await start(false, ...argv);
    expect({ status, asked, opened }).toEqual({ status: 0, asked: ["people"], opened: [undefined] });
  });

  it("still says what is no command", async () => {
    const { status, err } = await start(true, "breifing");
    expect(status).toBe(2);
    expect(err).toContain("Did you mean briefing?");
  });
});
