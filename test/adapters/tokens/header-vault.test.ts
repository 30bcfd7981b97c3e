import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { createHeaderVault, rotateHeaders } from "../../../src/adapters/tokens/header-vault.ts";
import { createTokenBox } from "../../../src/adapters/tokens/token-box.ts";
import type { HeaderStore, OwnedHeader } from "../../../src/domain/sources/source-header.ts";

const [old, newest] = ["2025", "2026"].map((id) => ({ id, secret: randomBytes(32) })) as [
  { id: string; secret: Buffer },
  { id: string; secret: Buffer },
];
const owner = { workspaceId: "slack:T1", url: "https://a.example/feed" };

function storeOf(rows: (OwnedHeader & { sourceId: number })[]): HeaderStore {
  return {
    set: async () => false,
    list: async (after) => rows.filter(({ sourceId }) => sourceId > after),
    async reseal(sourceId, was, as) {
      const row = rows.find((each) => each.sourceId === sourceId && each.header.sealed === was.sealed);
      if (row !== undefined) row.header = { ...row.header, ...as };
      return row !== undefined;
    },
  };
}

it("seals a header for one source alone", () => {
  const vault = createHeaderVault(createTokenBox([newest]));
  const header = { name: "Cookie", ...vault.seal("session=abc", owner) };
  expect(vault.open({ ...owner, header })).toBe("session=abc");
  expect(() => vault.open({ ...owner, workspaceId: "slack:T2", header })).toThrow("does not decrypt");
  expect(() => vault.open({ ...owner, url: "https://b.example/feed", header })).toThrow("does not decrypt");
});

it("without keys, says what the operator must set", () => {
  expect(() => createHeaderVault(null).seal("session=abc", owner)).toThrow("Set TOKEN_KEYS");
});

it("rotates to the newest key, and keeps what it cannot decrypt", async () => {
  const sealed = createHeaderVault(createTokenBox([old])).seal("session=abc", owner);
  const rows = [
    { sourceId: 1, ...owner, header: { name: "Cookie", ...sealed } },
    { sourceId: 2, ...owner, url: "https://b.example/feed", header: { name: "Cookie", ...sealed } },
  ];
  const box = createTokenBox([newest, old]);
  expect(await rotateHeaders(storeOf(rows), box)).toEqual({
    rotated: 1,
    current: 0,
    faults: [expect.stringContaining("slack:T1 https://b.example/feed")],
  });
  expect(rows.map(({ header }) => header.keyId)).toEqual(["2026", "2025"]);
  expect(createHeaderVault(createTokenBox([newest])).open(rows[0] as OwnedHeader)).toBe("session=abc");
});
