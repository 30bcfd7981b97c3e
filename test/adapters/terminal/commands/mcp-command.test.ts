import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../../../../src/adapters/terminal/cli.ts";
import { createProgram } from "../../../../src/app/app.ts";
import { LOOPBACK_SOURCES, NO_WEB } from "../../../fakes/source-settings.ts";
import { until } from "../../../servers/until.ts";
import { temporaryFolder } from "../../prisma/temporary-database.ts";
import { fakeTerminal } from "../fake-terminal.ts";

describe("attache mcp", () => {
  let place: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    place = temporaryFolder();
  });

  afterEach(() => place.remove());

  const program = () =>
    createProgram(() => ({
      databaseUrl: `file:${place.path("store.db")}`,
      debug: false,
      logLevel: "silent",
      rereadsArticles: true,
      marksSeen: false,
      retentionDays: null,
      health: null,
      slack: null,
      model: null,
      discord: null,
      sources: LOOPBACK_SOURCES,
      web: NO_WEB,
      warnings: ["A warning that a reader of the protocol must not meet."],
    }));
  const options = (terminal: ReturnType<typeof fakeTerminal>) => ({
    terminal,
    version: "1.2.3",
    debug: false,
    demo: { articles: "demo/articles", database: place.path("demo.db") },
    envFile: place.path(".env"),
    isNew: () => false,
  });

  it("writes nothing but the protocol to standard output, and ends with its input", async () => {
    const stdin = new PassThrough();
    const terminal = { ...fakeTerminal(), stdin };
    const running = runCli(program(), ["mcp", "--write"], options(terminal));
    const lines = () =>
      terminal
        .out()
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    const ask = async (id: number, method: string, params: object) => {
      stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
      return until(() => {
        const found = lines().find((line) => line.id === id);
        expect(found).toBeDefined();
        return found;
      });
    };
    const opened = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "test", version: "1" } };
    await ask(1, "initialize", opened);
    stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\nthis is no protocol\n');
    await ask(2, "tools/list", {});
    await ask(3, "tools/call", { name: "meetings", arguments: {} });
    stdin.end();
    expect(await running).toBe(0);
    const [initialized, listed, called] = [1, 2, 3].map((id) => lines().find((line) => line.id === id).result);
    expect(initialized.serverInfo).toMatchObject({ name: "attache", version: "1.2.3" });
    expect(listed.tools.map(({ name }: { name: string }) => name)).toContain("add_source");
    expect(called.structuredContent).toMatchObject({ held: false, why: "not-said" });
    expect(terminal.err()).toContain("must not meet");
  });

  it("takes a port that is one", async () => {
    const terminal = fakeTerminal();
    expect(await runCli(program(), ["mcp", "--http", "many"], options(terminal))).toBe(2);
    expect(terminal.err()).toContain("A port is a number");
  });
});
