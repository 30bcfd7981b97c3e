import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { examine } from "../../../src/adapters/operations/examine.ts";
import { clockFinding, timeZoneFinding } from "../../../src/adapters/operations/examine-service.ts";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { createHeaderVault } from "../../../src/adapters/tokens/header-vault.ts";
import { createProgram } from "../../../src/app/app.ts";
import { loadConfig } from "../../../src/config/config.ts";
import type { Finding } from "../../../src/domain/finding.ts";
import { ENGINE_VERSION } from "../../../src/extract/engine-version.ts";
import { storeArticle } from "../../../src/ingest/store-article.ts";
import { extract, LISBON } from "../../fakes/evidence.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";

const createProgramAt = (url: string) => createProgram(() => loadConfig({ DATABASE_URL: url }));

/** What the services are asked for, and how they answer in a test. */
interface Served {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

describe("an examination", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let server: Server;
  let address: string;
  let served: Record<string, Served>;
  let room: number;
  let isEngineNewer: boolean;
  let rereadsArticles: boolean;

  beforeEach(async () => {
    room = 1e12;
    isEngineNewer = false;
    rereadsArticles = true;
    place = temporaryFolder();
    served = {
      "/api/auth.test": { status: 200, body: { ok: true, team: "Desk" }, headers: { "x-oauth-scopes": "commands,chat:write" } },
      "/api/apps.connections.open": { status: 200, body: { ok: true } },
      "/discord/v10/applications/@me": { status: 200, body: { name: "Attaché", flags: 1 << 19 } },
      "/v1/models": { status: 200, body: { data: [] } },
    };
    server = createServer((request, response) => {
      const { status, body, headers = {} } = served[request.url ?? ""] ?? { status: 404, body: {} };
      response
        .writeHead(status, { "content-type": "application/json", connection: "close", ...headers })
        .end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const bound = server.address();
    address = `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}`;
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    place.remove();
  });

  let unkept: string | null = null;

  async function look(url = `file:${place.path("store.db")}`): Promise<Finding[]> {
    const slack = {
      apiUrl: `${address}/api/`,
      botToken: "xoxb-1",
      tokenName: "SLACK_BOT_TOKEN",
      appToken: "xapp-1",
      wantedScopes: ["commands", "chat:write"],
    };
    const findings: Finding[] = [];
    const discord = { apiUrl: `${address}/discord`, token: "dt-1", messageContent: true };
    const tryDraft = async () => ({ isFine: true, sentence: "model-x made a draft." });
    const whyNotKept = async () => unkept;
    const model = { baseUrl: `${address}/v1`, apiKey: "sk-1", tryDraft, whyNotKept };
    const opening = (say = (_: string): void => undefined) => openStore({ url, say });
    const examined = {
      headerVault: createHeaderVault(null),
      openStore: opening,
      room: async () => ({ bytes: room, folder: "/srv" }),
      engineVersion: ENGINE_VERSION + (isEngineNewer ? 1 : 0),
      rereadsArticles,
      withJobs: createProgramAt(url).withJobs,
      slack,
      discord,
      model,
    };
    for await (const finding of examine(examined)) findings.push(finding);
    return findings;
  }
  async function troubled(workspaceId: string, isTold: boolean): Promise<void> {
    const store = await openStore({ url: `file:${place.path("store.db")}` });
    const atMs = Date.parse("2026-03-02T08:00:00Z");
    await store.troubles.replace(workspaceId, null, { why: "key", sinceMs: atMs, triedAtMs: atMs, isTold, endedAtMs: null });
    await store.close();
  }
  const faults = (findings: Finding[]) => findings.filter(({ state }) => state === "fault").map(({ sentence }) => sentence);

  it("says why what is refused of the language model's answers cannot be kept", async () => {
    unkept = "OPENAI_KEEP_REFUSED is full (10 MB): move the file away, and the next refusal begins a new one.";
    expect(faults(await look())).toContain(unkept);
    unkept = null;
    expect(faults(await look()).join(" ")).not.toContain("OPENAI_KEEP_REFUSED");
  });

  it("says what the bot met when it asked the language model last, and that nobody heard of it", async () => {
    await troubled("slack:T1", true);
    await troubled("slack:T2", false);
    const [fault] = faults(await look());
    expect(fault).toBe(
      "It failed for slack:T1, slack:T2 (since 2026-03-02T08:00 UTC): the language model refuses the key: check OPENAI_API_KEY; in 1 of them, no manager could be informed. The next text that it writes there ends the problem.",
    );
  });

  it("writes to the store, says when it was made just now, and when its disk is nearly full", async () => {
    const path = place.path("store.db");
    const of = async () => (await look()).find(({ part }) => part === "store");
    expect(await of()).toEqual({
      part: "store",
      state: "fine",
      sentence: expect.stringMatching(
        /^The store can be read and written, and its tables are up to date\. Articles: 0, workspaces: 0\. Its size is 0\.\d MB.*\. Created a new, empty store: .*store\.db\.$/,
      ),
    });
    expect((await of())?.sentence).not.toContain("new, empty");
    room = 12_345_678;
    expect(await of()).toEqual({
      part: "store",
      state: "fault",
      sentence: "The disk of /srv has 12 MB left. Free some space, or the store cannot grow.",
    });
    room = 1e12;
    const database = openDatabase(path);
    database.exec(`CREATE TRIGGER "stuck" BEFORE INSERT ON "SeenEvent" BEGIN SELECT RAISE(ABORT, 'stuck'); END`);
    database.close();
    expect((await of())?.state).toBe("fault");
  });

  it("says that articles are to be read again, and by whom", async () => {
    const store = await openStore({ url: `file:${place.path("store.db")}` });
    const seen = { article: LISBON, extraction: await extract(LISBON), seenAtMs: 0, sourceKey: null };
    await storeArticle(store.evidence, "terminal", seen);
    await store.close();
    const ofEngine = async () => (await look()).filter(({ part }) => part === "engine");
    expect(await ofEngine()).toEqual([]);
    isEngineNewer = true;
    const due = "An older engine read 1 of 1 articles.";
    expect(await ofEngine()).toEqual([
      { part: "engine", state: "fine", sentence: `${due} The running bot reads them again; attache reread does it now.` },
    ]);
    rereadsArticles = false;
    expect(await ofEngine()).toEqual([
      { part: "engine", state: "off", sentence: `${due} With REREAD_ARTICLES=0 only attache reread reads them again.` },
    ]);
  });

  it("finds a program in order fine, part by part", async () => {
    const findings = await look();
    expect(faults(findings)).toEqual([]);
    expect([...new Set(findings.map(({ part }) => part))]).toEqual([
      "store",
      "jobs",
      "Slack",
      "Discord",
      "language model",
      "clock",
      "time zones",
    ]);
  });

  it("says of each fault what to do, and goes on to the next part", async () => {
    served = {
      "/api/auth.test": {
        status: 200,
        body: { ok: true, team: "Desk" },
        headers: { "x-oauth-scopes": "commands", date: "Tue, 01 Jan 2019 00:00:00 GMT" },
      },
      "/api/apps.connections.open": { status: 200, body: { ok: false, error: "invalid_auth" } },
      "/discord/v10/applications/@me": { status: 200, body: { name: "Attaché", flags: 0 } },
      "/v1/models": { status: 401, body: {} },
    };
    const told = faults(await look("mysql://desk:hunter2@db/attache"));
    expect(told).toEqual([
      expect.stringContaining("DATABASE_URL must begin with"),
      "The app lacks the scopes chat:write. Add them under “OAuth & Permissions”, and install the app again.",
      expect.stringContaining("refuses SLACK_APP_TOKEN (invalid_auth)"),
      expect.stringContaining("Switch on “Message Content Intent”"),
      expect.stringContaining("refuses OPENAI_API_KEY (401)"),
      expect.stringContaining("min fast. Synchronise it with NTP"),
    ]);
    expect(told.join(" ")).not.toMatch(/hunter2|xoxb-1|dt-1|sk-1/);
  });

  it("tells a token that is refused from a service that does not answer", async () => {
    served["/api/auth.test"] = { status: 200, body: { ok: false, error: "token_revoked" } };
    served["/discord/v10/applications/@me"] = { status: 401, body: { message: "401: Unauthorized" } };
    const told = faults(await look());
    expect(told[0]).toContain("refuses SLACK_BOT_TOKEN (token_revoked)");
    expect(told[1]).toContain("refuses DISCORD_TOKEN (401)");
    address = "http://127.0.0.1:1";
    expect(faults(await look()).join(" ")).toMatch(
      /127\.0\.0\.1:1 does not respond\. Check .* does not respond\. Check .* does not respond\. Correct/,
    );
  });

  it("says that a clock cannot be compared with nothing, and that tables of time zones are missing", () => {
    expect(clockFinding([null, null]).state).toBe("off");
    expect(clockFinding([500, -90_000]).sentence).toContain("2 min slow");
    expect(timeZoneFinding(() => "12").state).toBe("fault");
  });
});
