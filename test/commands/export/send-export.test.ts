import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createCommands } from "../../../src/commands/create-commands.ts";
import { readLine } from "../../../src/commands/typed/read-line.ts";
import type { Asker } from "../../../src/domain/chat/chat.ts";
import type { Intent } from "../../../src/domain/chat/intent.ts";
import { sightArticle, storeArticle } from "../../../src/ingest/store-article.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { extract, LISBON } from "../../fakes/evidence.ts";

const WORKSPACE = "slack:T1";
const NOW = Date.parse("2026-03-06T08:00:00Z");
const clock = { now: () => NOW };
const asker: Asker = {
  platform: "slack",
  workspaceId: WORKSPACE,
  channelId: "C1",
  userId: "U1",
  threadId: null,
  timeZone: "UTC",
  isManager: false,
  isMember: true,
};

describe("a file from a chat", () => {
  const place = temporaryFolder();
  let store: Store;

  beforeAll(async () => {
    store = await openStore({ url: `file:${place.path("store.db")}` });
    const sighted = await sightArticle({ extract, clock }, LISBON, { workspaceId: WORKSPACE, sourceKey: null });
    await storeArticle(store.evidence, WORKSPACE, sighted);
  });

  afterAll(async () => {
    await store.close();
    place.remove();
  });

  const commands = (webUrl: string | null = null) => createCommands({ store, clock, writer: null, webUrl, verbatimWords: 300 });
  const typed = (line: string) => readLine(line, { nowMs: NOW, timeZone: "UTC" });
  const actionsIn = async (intent: Intent, webUrl: string | null = null) => {
    const { document } = await commands(webUrl).answer(WORKSPACE, intent, asker);
    return document.blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));
  };

  it.each([
    ["/export briefing norway-portugal as html", "briefing-norway-portugal.html", /^<!doctype html>/i],
    ["/export person Moreira as markdown", "person-moreira.md", /^# Ana Moreira/],
    ["/export timeline norway-portugal since 2024-01-01", "timeline-norway-portugal.docx", /^PK/],
    ["export norway-portugal as md", "", /^/],
  ])("for “%s” is %s, and for the asker alone", async (line, name, content) => {
    const intent = typed(line);
    if (name === "") return expect(intent).toBeNull();
    const { document, files } = await commands().answer(WORKSPACE, intent ?? { kind: "help" }, asker);
    expect(document.audience).toBe("asker");
    expect(files.map((file) => file.name)).toEqual([name]);
    const [file] = files;
    expect(Buffer.from(file?.content ?? "", file?.encoding ?? "utf8").toString("latin1")).toMatch(content);
    expect(document.blocks.at(-1)).toMatchObject({ type: "actions", actions: [{ intent: { kind: "export" } }, {}] });
  });

  it("is offered below a briefing, a card and a timeline, and made only when it is asked for", async () => {
    for (const intent of [
      { kind: "briefing", topic: "norway-portugal" },
      { kind: "person", name: "moreira" },
      { kind: "timeline", about: "norway-portugal" },
    ] as const) {
      const { files } = await commands().answer(WORKSPACE, intent, asker);
      expect(files).toEqual([]);
      const button = (await actionsIn(intent)).find(({ label }) => label === "Save as file");
      expect((await commands().answer(WORKSPACE, button?.intent ?? { kind: "help" }, asker)).files).toHaveLength(1);
    }
  });

  it.each(["slack", "terminal"] as const)("is offered below a digest where no shell makes it: %s", async (platform) => {
    const preview = { kind: "digest", action: "preview", topic: "norway-portugal, moreira" } as const;
    const { document } = await commands().answer(WORKSPACE, preview, { ...asker, platform });
    const actions = document.blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));
    expect(actions).not.toEqual([]);
    const button = actions.find(({ label }) => label === "Save the week as file");
    if (platform === "terminal") return expect(button).toBeUndefined();
    const { files } = await commands().answer(WORKSPACE, button?.intent ?? { kind: "help" }, asker);
    expect(files.map((file) => file.name)).toEqual(["digest-norway-portugal-moreira.docx"]);
  });

  it("of what nobody reported is none", async () => {
    const intent = { kind: "export", what: "briefing", about: "fiji-peru", format: "md" } as const;
    await expect(commands().answer(WORKSPACE, intent, asker)).rejects.toThrow(/nothing on fiji-peru/);
  });

  it("gives way to the reading page for quotations, at an address of the asker's own, where one is served", async () => {
    const quotes = { kind: "quotes", about: "moreira" } as const;
    expect((await actionsIn(quotes)).map(({ label }) => label)).not.toContain("Read in context");
    const button = (await actionsIn(quotes, "https://desk.example")).find(({ label }) => label === "Read in context");
    const { document, data } = await commands("https://desk.example").answer(
      WORKSPACE,
      button?.intent ?? { kind: "help" },
      asker,
    );
    expect(document.audience).toBe("asker");
    const { id, url, expiresAt } = data as { id: string; url: string; expiresAt: string };
    expect(url).toMatch(/^https:\/\/desk\.example\/feeds\/att_[\w-]+\/passages\?about=/);
    expect(Date.parse(expiresAt) - NOW).toBe(24 * 3_600_000);
    expect(await store.access.byId(id)).toMatchObject({ scope: "passages", createdBy: "U1" });
    const listed = await commands().answer(WORKSPACE, { kind: "feeds", action: "list" });
    expect(listed.data).toEqual([]);
  });
});
