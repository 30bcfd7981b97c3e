import type { HeaderStore, SealedHeader } from "../../../domain/sources/source-header.ts";
import type { Clients } from "../clients.ts";
import type { Source as SourceRow } from "../generated/client.ts";

type HeaderColumns = Pick<SourceRow, "headerName" | "headerKeyId" | "headerSealed">;

export function createHeaderStore(clients: Clients): HeaderStore {
  return {
    async set(id, header, atMs) {
      // What came without it, or with another one, says nothing of what comes now.
      const afresh = { etag: null, lastModified: null, bodyHash: null, nextPollAt: new Date(atMs) };
      const data = { headerName: header?.name ?? null, headerKeyId: header?.keyId ?? null, headerSealed: header?.sealed ?? null };
      const { count } = await clients.single((client) =>
        client.source.updateMany({ where: { id }, data: { ...data, ...afresh } }),
      );
      return count === 1;
    },
    async list(afterSourceId, limit) {
      const where = { id: { gt: afterSourceId }, headerSealed: { not: null } };
      const rows = await clients.reads.source.findMany({ where, orderBy: { id: "asc" }, take: limit });
      return rows.flatMap((row) => {
        const header = readHeader(row);
        return header === null ? [] : [{ sourceId: row.id, workspaceId: row.workspaceId, url: row.url, header }];
      });
    },
    reseal: (id, { sealed }, as) =>
      clients.single(async (client) => {
        const data = { headerKeyId: as.keyId, headerSealed: as.sealed };
        return (await client.source.updateMany({ where: { id, headerSealed: sealed }, data })).count === 1;
      }),
  };
}

export function readHeader({ headerName: name, headerKeyId: keyId, headerSealed: sealed }: HeaderColumns): SealedHeader | null {
  return name === null || keyId === null || sealed === null ? null : { name, keyId, sealed };
}
