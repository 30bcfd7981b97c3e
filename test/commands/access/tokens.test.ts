import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { openWithKey } from "../../../src/commands/access/access-key.ts";
import { createCommands } from "../../../src/commands/create-commands.ts";
import type { TokensIntent } from "../../../src/domain/chat/intent.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { MANAGER } from "../../fakes/desk-asker.ts";

const NOW = Date.parse("2024-03-06T08:00:00Z");
const DAY_MS = 86_400_000;

describe("tokens of programs", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let store: Store;

  beforeEach(async () => {
    place = temporaryFolder();
    store = await openStore({ url: `file:${place.path("store.db")}` });
  });

  afterEach(async () => {
    await store.close();
    place.remove();
  });

  const run = async (intent: Omit<TokensIntent, "kind">) => {
    const commands = createCommands({ store, clock: { now: () => NOW }, writer: null });
    return JSON.parse(JSON.stringify(await commands.answer("terminal", { kind: "tokens", ...intent })));
  };
  const opens = (token: string, nowMs = NOW) => openWithKey(store.access, token, { scopes: ["read", "write"], nowMs });

  it("are shown once, and the store holds nothing that opens", async () => {
    const { data, document } = await run({ action: "create", target: "our assistant" });
    expect(JSON.stringify(document)).toContain(data.token);
    const record = await opens(data.token);
    expect(record).toMatchObject({ workspaceId: "terminal", scope: "read", label: "our assistant", ratePerMinute: 60 });
    const secret = data.token.split("_").slice(2).join("_");
    expect(JSON.stringify(record)).not.toContain(secret);
    expect(JSON.stringify(await run({ action: "list" }))).not.toContain(secret);
  });

  it("open nothing with a letter changed, under another's id, or out of form", async () => {
    const [first, second] = [(await run({ action: "create" })).data, (await run({ action: "create" })).data];
    const [, , secret = ""] = /^(att_[^_]+_)(.*)$/.exec(first.token) ?? [];
    const other = secret.endsWith("A") ? "B" : "A";
    expect(await opens(`${first.token.slice(0, -1)}${other}`)).toBeNull();
    expect(await opens(`att_${second.id}_${secret}`)).toBeNull();
    expect(await opens(`att_00000000_${secret}`)).toBeNull();
    for (const shown of ["", "att_", `${first.token} `, `Bearer ${first.token}`, first.token.repeat(2000)])
      expect(await opens(shown), shown.slice(0, 40)).toBeNull();
  });

  it("end when they were to, and when they are revoked", async () => {
    const { data } = await run({ action: "create", days: 7, scope: "write", ratePerMinute: 5 });
    expect(await opens(data.token, NOW + 7 * DAY_MS - 1)).toMatchObject({ scope: "write", ratePerMinute: 5 });
    expect(await opens(data.token, NOW + 7 * DAY_MS)).toBeNull();
    await run({ action: "revoke", target: data.id });
    expect(await opens(data.token)).toBeNull();
    await expect(run({ action: "revoke", target: data.id })).rejects.toThrow("There is no such token");
  });

  it("open what they were made for alone", async () => {
    const { data } = await run({ action: "create" });
    expect(await openWithKey(store.access, data.token, { scopes: ["write"], nowMs: NOW })).toBeNull();
    expect(await openWithKey(store.access, data.token, { scopes: ["feed", "calendar"], nowMs: NOW })).toBeNull();
  });

  it("are made at the terminal alone, within bounds", async () => {
    const commands = createCommands({ store, clock: { now: () => NOW }, writer: null });
    const asked = commands.answer(MANAGER.workspaceId, { kind: "tokens", action: "create" }, MANAGER);
    await expect(asked).rejects.toThrow("a chat would keep them");
    await expect(run({ action: "create", ratePerMinute: 0 })).rejects.toThrow("--rate takes");
    await expect(run({ action: "create", days: 1.5 })).rejects.toThrow("--days takes");
    await expect(run({ action: "create", target: "x".repeat(81) })).rejects.toThrow("80 characters");
  });
});
